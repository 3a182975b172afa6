import type { RenderedModule } from 'rollup';
import ts from 'typescript';

const LIBRARY = /\/node_modules\/sip\.js\/lib\//;
const USERS = /\/src\/sip\//;

/**
 * The members of sip.js's classes that only sip.js itself and its one room mention: the minifier may shorten them, which it never does by
 * itself because anybody might ask for a property by its name. Whatever stands in a string, or in any other module, keeps its name.
 */
export function privateNames(modules: Readonly<Record<string, Pick<RenderedModule, 'code'>>>): RegExp {
    const members = new Set<string>();
    const known = new Set<string>();
    for (const [id, { code }] of Object.entries(modules)) {
        if (LIBRARY.test(id) || USERS.test(id)) {
            const source = ts.createSourceFile(id, code ?? '', ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
            if (LIBRARY.test(id)) collectMembers(source, members);
            collectWordsInStrings(source, known);
        } else {
            addWords(code ?? '', known);
        }
    }
    const names = [...members].filter((name) => !known.has(name)).sort();
    if (names.length < 100) throw new Error('Hardly a name of sip.js is private any more: look for the reason');
    return new RegExp(`^(?:${names.join('|')})$`);
}

/** `name() {}`, `get name() {}` and `this.name = …`. */
function collectMembers(node: ts.Node, members: Set<string>): void {
    const name = ts.isMethodDeclaration(node) || ts.isAccessor(node) ? node.name : assignedToThis(node);
    if (name && ts.isIdentifier(name)) members.add(name.text);
    ts.forEachChild(node, (child) => collectMembers(child, members));
}

function assignedToThis(node: ts.Node): ts.Node | null {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null;
    const target = node.left;
    return ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword ? target.name : null;
}

function collectWordsInStrings(node: ts.Node, words: Set<string>): void {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) addWords(node.text, words);
    ts.forEachChild(node, (child) => collectWordsInStrings(child, words));
}

function addWords(text: string, words: Set<string>): void {
    for (const [word] of text.matchAll(/[\w$]+/g)) words.add(word);
}
