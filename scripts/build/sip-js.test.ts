import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { TransformPluginContext } from 'rollup';
import { slimSipJs } from './sip-js';

const LIBRARY = '/node_modules/sip.js/lib/';

function slim(file: string, source: string): string {
    const { transform } = slimSipJs();
    if (typeof transform !== 'function') throw new Error('Not a transform');
    const result = transform.call({} as TransformPluginContext, source, `/project${LIBRARY}${file}`);
    return (result as { code: string } | null)?.code ?? source;
}

test('chatter goes, warnings and errors stay', () => {
    const source = [
        'if (late) this.logger.debug(`Late (${reason()})`);',
        'logger.log("Sent.");',
        'this.logger.warn("Odd; very.");',
        'logger.error("Broken.");',
        'this.log("kept");'
    ].join('\n');
    expect(slim('api/session.js', source).split('\n')).toEqual([
        'if (late) ;',
        ';',
        'this.logger.warn("Odd; very.");',
        'logger.error("Broken.");',
        'this.log("kept");'
    ]);
});

test('the transport keeps the lines that hold the SIP messages', () => {
    const line = 'this.logger.log("Sending WebSocket message:\\n\\n" + message + "\\n");';
    expect(slim('platform/web/transport/transport.js', line)).toBe(line);
});

test('the parser explains nothing, and none of its tables moves', () => {
    const file = 'grammar/pegjs/dist/grammar.js';
    const grammar = readFileSync(`node_modules/sip.js/lib/${file}`, 'utf8');
    const lean = slim(file, grammar);
    expect(lean).not.toMatch(/peg\$(literal|class)Expectation\(["[]/);
    expect(lean.split('\n').length).toBeGreaterThan(grammar.split('\n').length - 5);
    expect(() => slim(file, 'export const parse = 0;')).toThrow('made in another way');
});
