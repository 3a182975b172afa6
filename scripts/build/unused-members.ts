import ts from 'typescript';
import type { Modules } from './rendered-modules';

const LIBRARIES = /\/node_modules\/(?:sip\.js|libphonenumber-js)\//;

/** Members that the language itself asks for. */
const ASKED_FOR_BY_THE_LANGUAGE = ['constructor', 'toString', 'toJSON', 'valueOf', 'then', 'handleEvent'];

interface Member {
    readonly module: string;
    readonly name: string;
    readonly start: number;
    readonly end: number;
    /** What the member itself reads. */
    readonly reads: ReadonlySet<string>;
}

/**
 * Leaves out the methods and accessors of the libraries' classes that nothing in the bundle ever reads, which the minifier never does by itself
 * because anybody might ask for a property by its name. Read is a name after a dot, in a destructuring pattern, or as the whole of a text;
 * what only an unused member reads is unused too. What the modules `elsewhere` read is used.
 */
export function withoutUnusedMembers(modules: Modules, elsewhere: readonly string[] = []): Modules {
    const members: Member[] = [];
    const read = new Set(ASKED_FOR_BY_THE_LANGUAGE);
    for (const [id, code] of modules) {
        collect(
            ts.createSourceFile(id, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS),
            id,
            read,
            LIBRARIES.test(id) ? members : null
        );
    }
    for (const code of elsewhere) {
        collect(ts.createSourceFile('elsewhere', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS), '', read, null);
    }
    const unused = findUnused(members, read);
    return new Map(
        [...modules].map(([id, code]) => [
            id,
            without(
                code,
                unused.filter(({ module }) => module === id)
            )
        ])
    );
}

/** Notes what `node` reads, and each member of a library's class apart. */
function collect(node: ts.Node, module: string, read: Set<string>, members: Member[] | null): void {
    if (members && (ts.isMethodDeclaration(node) || ts.isAccessor(node)) && ts.isClassLike(node.parent) && ts.isIdentifier(node.name)) {
        const reads = new Set<string>();
        ts.forEachChild(node, (child) => collect(child, module, reads, null));
        members.push({ module, name: node.name.text, start: node.getFullStart(), end: node.end, reads });
        return;
    }
    const name = nameRead(node);
    if (name !== null) read.add(name);
    ts.forEachChild(node, (child) => collect(child, module, read, members));
}

function nameRead(node: ts.Node): string | null {
    if (ts.isPropertyAccessExpression(node)) return node.name.text;
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isBindingElement(node)) {
        const name = node.propertyName ?? node.name;
        return ts.isIdentifier(name) ? name.text : null;
    }
    if (ts.isShorthandPropertyAssignment(node) || ts.isPropertyAssignment(node)) {
        return ts.isIdentifier(node.name) && isPattern(node.parent) ? node.name.text : null;
    }
    return null;
}

/** `{ a, b: c }` on the left of `=`, also inside of another pattern. */
function isPattern(node: ts.Node): boolean {
    const { parent } = node;
    if (ts.isPropertyAssignment(parent)) return isPattern(parent.parent);
    if (ts.isBinaryExpression(parent)) return parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return ts.isForOfStatement(parent) || ts.isArrayLiteralExpression(parent);
}

function findUnused(members: readonly Member[], read: Set<string>): readonly Member[] {
    let waiting = members;
    for (;;) {
        const used = waiting.filter(({ name }) => read.has(name));
        if (used.length === 0) return waiting;
        waiting = waiting.filter((member) => !used.includes(member));
        for (const { reads } of used) for (const name of reads) read.add(name);
    }
}

function without(source: string, members: readonly Member[]): string {
    let end = 0;
    let slim = '';
    for (const member of [...members].sort((one, other) => one.start - other.start)) {
        slim += source.slice(end, member.start);
        end = member.end;
    }
    return slim + source.slice(end);
}
