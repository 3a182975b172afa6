/** An expression or tag that the renderer does not know. Never dropped in silence: a page that works here must work on the platform. */
export class VisualforceError extends Error {
    override readonly name = 'VisualforceError';
}

/** What the expressions of one page may read. Each lookup returns undefined for a name that does not exist. */
export interface ExpressionScope {
    readonly controllerProperty: (name: string) => string | undefined;
    /** URL of a static resource, or of a file inside an archive. */
    readonly resourceUrl: (resource: string, path?: string) => string | undefined;
    /** `Class.method` of a `@RemoteAction`. */
    readonly hasRemoteAction: (className: string, method: string) => boolean;
}

/** A resource is not plain text, as `URLFOR` needs its name, nor is a condition, which `IF` takes. */
type Value = { readonly text: string; readonly encoded: boolean; readonly resource?: string; readonly truth?: boolean };

const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\$?[A-Za-z_][\w.]*)|([(),&]))/y;

type Token = { readonly kind: 'text' | 'name' | 'sign'; readonly value: string };

/**
 * Evaluates the inside of `{! … }`. Known: text literals, `&`, controller properties, `$Resource`, `$RemoteAction`, URLFOR, IF, BEGINS,
 * HTMLENCODE, JSENCODE, JSINHTMLENCODE, URLENCODE. `encoded` tells that an encoding function was applied last, so the page must not escape again.
 */
export function evaluate(source: string, scope: ExpressionScope): { readonly text: string; readonly encoded: boolean } {
    const tokens = tokenize(source);
    let position = 0;

    const unknown = (what: string): never => {
        throw new VisualforceError(`Unknown Visualforce expression {!${source}}: ${what}`);
    };
    const takeSign = (sign: string): boolean => {
        const token = tokens[position];
        const found = token?.kind === 'sign' && token.value === sign;
        position += found ? 1 : 0;
        return found;
    };
    const readArguments = (): readonly Value[] => {
        if (takeSign(')')) {
            return [];
        }
        const values = [readConcatenation()];
        while (takeSign(',')) {
            values.push(readConcatenation());
        }
        return takeSign(')') ? values : unknown('missing )');
    };
    const readOperand = (): Value => {
        const token = tokens[position++];
        if (token?.kind === 'text') {
            return plain(token.value);
        }
        if (token?.kind !== 'name') {
            return unknown(token ? `unexpected ${token.value}` : 'it ends too early');
        }
        return takeSign('(') ? callFunction(token.value, readArguments(), scope, unknown) : readName(token.value, scope, unknown);
    };
    const readConcatenation = (): Value => {
        let value = readOperand();
        while (takeSign('&')) {
            value = plain(value.text + readOperand().text);
        }
        return value;
    };

    const value = readConcatenation();
    return position === tokens.length ? value : unknown(`unexpected ${tokens[position]?.value ?? ''}`);
}

function tokenize(source: string): readonly Token[] {
    const tokens: Token[] = [];
    const end = source.trimEnd().length;
    TOKEN.lastIndex = 0;
    let position = 0;
    while (position < end) {
        TOKEN.lastIndex = position;
        const match = TOKEN.exec(source);
        if (!match) {
            throw new VisualforceError(
                `Unknown Visualforce expression {!${source}}: cannot read it from "${source.slice(position).trim()}"`
            );
        }
        const [, single, double, name, sign] = match;
        const quoted = single ?? double;
        tokens.push(
            quoted !== undefined
                ? { kind: 'text', value: quoted.replace(/\\(.)/g, '$1') }
                : name !== undefined
                  ? { kind: 'name', value: name }
                  : { kind: 'sign', value: sign ?? '' }
        );
        position = TOKEN.lastIndex;
    }
    return tokens;
}

const plain = (text: string): Value => ({ text, encoded: false });

function readName(name: string, scope: ExpressionScope, unknown: (what: string) => never): Value {
    const [root, ...path] = name.split('.');
    if (root === '$Resource' && path.length === 1) {
        const resource = path.join();
        const url = scope.resourceUrl(resource);
        return url === undefined ? unknown(`no static resource ${resource}`) : { ...plain(url), resource };
    }
    if (root === '$RemoteAction' && path.length === 2) {
        const [className = '', method = ''] = path;
        return scope.hasRemoteAction(className, method)
            ? plain(`${className}.${method}`)
            : unknown(`no remote action ${className}.${method}`);
    }
    if (!name.startsWith('$') && path.length === 0) {
        const value = scope.controllerProperty(name);
        return value === undefined ? unknown(`the controller has no property ${name}`) : plain(value);
    }
    return unknown(`${name} is not known`);
}

function callFunction(name: string, args: readonly Value[], scope: ExpressionScope, unknown: (what: string) => never): Value {
    const [first, second, third] = args;
    if (!first || args.length > (name === 'IF' ? 3 : 2)) {
        return unknown(`${name} has ${args.length} arguments`);
    }
    if (name === 'IF') {
        if (!second || !third || first.truth === undefined) return unknown('IF takes a condition and two values');
        return first.truth ? second : third;
    }
    if (name === 'BEGINS' && second) {
        const truth = first.text.startsWith(second.text);
        return { ...plain(String(truth)), truth };
    }
    if (name === 'URLFOR') {
        if (first.resource === undefined) {
            return second ? unknown('URLFOR is known for static resources only') : first;
        }
        return plain(scope.resourceUrl(first.resource, second?.text) ?? '');
    }
    const encode = ENCODERS[name];
    return encode && !second ? { text: encode(first.text), encoded: true } : unknown(`${name} is not known`);
}

const ENCODERS: Readonly<Record<string, (text: string) => string>> = {
    HTMLENCODE: encodeHtml,
    JSENCODE: encodeJavaScript,
    // For a script inside an attribute: JavaScript first, then HTML.
    JSINHTMLENCODE: (text) => encodeHtml(encodeJavaScript(text)),
    URLENCODE: encodeURIComponent
};

export function encodeHtml(text: string): string {
    const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function encodeJavaScript(text: string): string {
    const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '<': '\\u003C', '>': '\\u003E' };
    return text.replace(/[\\'"/\n\r\t<>\u2028\u2029]/g, (character) => {
        const code = character.charCodeAt(0);
        return named[character] ?? (code > 0x7f ? `\\u${code.toString(16)}` : `\\${character}`);
    });
}
