import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import type { TransformPluginContext } from 'rollup';
import { packStyleSheets } from './style-sheets';

function pack(code: string): string | null {
    const { transform } = packStyleSheets();
    if (typeof transform !== 'function') throw new Error('Not a transform');
    const result = transform.call({} as TransformPluginContext, code, '/project/lwc/keys/keys.css');
    return (result as { code: string } | null)?.code ?? null;
}

const scoped = 'stylesheet.$scoped$ = true;\n';

const compiled = (body: string, mark = scoped): string =>
    `function stylesheet(token, useActualHostSelector, useNativeDirPseudoclass) {
  var shadowSelector = token ? ("." + token) : "";
  var hostSelector = token ? ("." + token + "-host") : "";
  return ${body};
}
${mark}export default [stylesheet];`;

function rules(packed: string | null, token?: string): unknown {
    const declaration = /const stylesheet = .*/.exec(packed ?? '')?.[0] ?? '';
    const styleSheet = (css: string) => (value: string) => css.replaceAll('`', value);
    return runInNewContext(`${declaration}; stylesheet(token)`, { styleSheet, token });
}

test('a scoped style sheet says the same for any token', () => {
    const packed = pack(compiled('".key" + shadowSelector + "{flex:1}" + (useActualHostSelector ? ":host" : hostSelector) + "{margin:0}"'));
    expect(packed).toContain(`${scoped}export default [stylesheet];`);
    expect(rules(packed, 'denwa-1')).toBe('.key.denwa-1{flex:1}.denwa-1-host{margin:0}');
});

test('one that is not scoped gets no token', () => {
    expect(rules(pack(compiled('".key" + shadowSelector + "{flex:1}"', '')))).toBe('.key{flex:1}');
});

test('one that depends on more than its token stays a function', () => {
    expect(pack(compiled('useNativeDirPseudoclass ? ":dir(rtl){}" : "[dir=rtl]{}"'))).toBeNull();
});
