import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RenderedModule } from 'rollup';
import ts from 'typescript';

/** Libraries whose members may become short, each with the room that may mention them. */
const LIBRARIES: readonly { readonly library: RegExp; readonly users: RegExp | null }[] = [
    { library: /\/node_modules\/sip\.js\/lib\//, users: /\/src\/sip\// },
    { library: /\/node_modules\/@lwc\/engine-dom\//, users: null }
];
const OURS = /^(?!.*\/node_modules\/).*\/(?:src|lwc)\//;

type Modules = Readonly<Record<string, Pick<RenderedModule, 'code'>>>;

/**
 * Names of members that the minifier may shorten, which it never does by itself because anybody might ask for a property by its name:
 * those of a library's classes that only the library itself and its one room mention, and those of our classes that only `this` and the template
 * of a component mention. Whatever stands in a string, in any other module, or in the standard library keeps its name.
 */
export function privateNames(modules: Modules): RegExp {
    const sources = new Map(
        Object.entries(modules).map(([id, { code }]) => [
            id,
            ts.createSourceFile(id, code ?? '', ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS)
        ])
    );
    const standard = standardNames();
    const names = [...LIBRARIES.flatMap(({ library, users }) => libraryNames(sources, library, users)), ...ourNames(sources)];
    const shortened = [...new Set(names)].filter((name) => !standard.has(name)).sort();
    if (shortened.length < 100) throw new Error('Hardly a name is private any more: look for the reason');
    return new RegExp(`^(?:${shortened.map((name) => name.replaceAll('$', '\\$')).join('|')})$`);
}

type Sources = ReadonlyMap<string, ts.SourceFile>;

function libraryNames(sources: Sources, library: RegExp, users: RegExp | null): readonly string[] {
    const members = new Set<string>();
    const known = new Set<string>();
    for (const [id, source] of sources) {
        if (library.test(id)) collectMembers(source, members);
        if (library.test(id) || users?.test(id)) collectWordsInStrings(source, known);
        else addWords(source.text, known);
    }
    return [...members].filter((name) => !known.has(name));
}

function ourNames(sources: Sources): readonly string[] {
    const members = new Set<string>();
    const known = new Set<string>();
    for (const [id, source] of sources) {
        if (!OURS.test(id)) {
            addWords(source.text, known);
            continue;
        }
        collectDeclared(source, members);
        collectWordsInStrings(source, known);
        collectMentions(source, known);
    }
    return [...members].filter((name) => !known.has(name));
}

/** Everything that the language and the browser know, as TypeScript knows them. */
function standardNames(): ReadonlySet<string> {
    const folder = dirname(ts.getDefaultLibFilePath({}));
    const words = new Set<string>();
    const files = readdirSync(folder).filter((name) => /^lib\..*\.d\.ts$/.test(name));
    for (const file of files) addWords(readFileSync(join(folder, file), 'utf8'), words);
    return words;
}

/** `name() {}`, `get name() {}`, `this.name = …`. */
function collectMembers(node: ts.Node, members: Set<string>): void {
    const name = declaredName(node) ?? assignedToThis(node);
    if (name && ts.isIdentifier(name)) members.add(name.text);
    ts.forEachChild(node, (child) => collectMembers(child, members));
}

function collectDeclared(node: ts.Node, members: Set<string>): void {
    const name = node.parent && ts.isClassLike(node.parent) ? declaredName(node) : null;
    if (name && ts.isIdentifier(name)) members.add(name.text);
    ts.forEachChild(node, (child) => collectDeclared(child, members));
}

function declaredName(node: ts.Node): ts.PropertyName | null {
    return ts.isMethodDeclaration(node) || ts.isAccessor(node) ? node.name : null;
}

function assignedToThis(node: ts.Node): ts.MemberName | null {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null;
    const target = node.left;
    return ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword ? target.name : null;
}

/** Properties of anything but `this` and a template's `$cmp`. */
function collectMentions(node: ts.Node, names: Set<string>): void {
    if (ts.isPropertyAccessExpression(node) && !isOwn(node.expression)) names.add(node.name.text);
    else if (ts.isBindingElement(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) addName(node, names);
    else if (ts.isObjectLiteralElement(node) && ts.isObjectLiteralExpression(node.parent)) addName(node, names);
    ts.forEachChild(node, (child) => collectMentions(child, names));
}

function isOwn(object: ts.Expression): boolean {
    return object.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(object) && object.text === '$cmp');
}

function addName(node: ts.BindingElement | ts.ObjectLiteralElement, names: Set<string>): void {
    for (const name of [node.name, ts.isBindingElement(node) ? node.propertyName : undefined]) {
        if (name && ts.isIdentifier(name)) names.add(name.text);
    }
}

function collectWordsInStrings(node: ts.Node, words: Set<string>): void {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) addWords(node.text, words);
    ts.forEachChild(node, (child) => collectWordsInStrings(child, words));
}

function addWords(text: string, words: Set<string>): void {
    for (const [word] of text.matchAll(/[\w$]+/g)) words.add(word);
}
