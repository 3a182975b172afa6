import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import ts from 'typescript';
import type { Check, Problem } from './project';
import { parseXml, XmlError, type XmlElement } from './xml';

/**
 * Every metadata file against Salesforce's own types of the Metadata API (@salesforce/types): unknown, missing and repeated elements,
 * numbers, booleans, enumerations. The types are read as text, because their unions do not exist at run time.
 */
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** Given by the file's name or another file. */
const NEVER_IN_A_FILE = ['fullName', 'content'];

interface Property {
    readonly optional: boolean;
    readonly type: ts.TypeNode;
}

interface Types {
    readonly named: ReadonlyMap<string, ts.TypeNode>;
    /** Of the types that were asked for, because a file of labels asks for the same one hundreds of times. */
    readonly properties: Map<string, ReadonlyMap<string, Property>>;
}

/** All of the Metadata API; reading them takes half a second. */
const types = readTypes();

export const checkSchema: Check = ({ files }) => {
    return [...files]
        .filter(([path]) => /-meta\.xml$|\.cspTrustedSite$/.test(path))
        .flatMap(([path, text]) => checkFile(text).map((problem) => `${path}: ${problem}`));
};

function readTypes(): Types {
    const entry = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
    const file = join(dirname(entry), 'metadata.d.ts');
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const named = source.statements.filter(ts.isTypeAliasDeclaration).map(({ name, type }) => [name.text, type] as const);
    return { named: new Map(named), properties: new Map() };
}

function checkFile(text: string): readonly Problem[] {
    let root: XmlElement;
    try {
        root = parseXml(text);
    } catch (error) {
        if (error instanceof XmlError) return [`is no XML: ${error.message}`];
        throw error;
    }
    const type = types.named.get(root.name);
    if (!type) return [`<${root.name}> is no metadata type`];
    return [
        ...(root.namespace === NAMESPACE ? [] : [`<${root.name}> is not in the namespace ${NAMESPACE}`]),
        ...checkObject(root, root.name, propertiesOf(type, types), types)
    ];
}

/** Of a type that is an object; empty for any other. */
function propertiesOf(type: ts.TypeNode, types: Types): ReadonlyMap<string, Property> {
    if (ts.isIntersectionTypeNode(type)) return new Map(type.types.flatMap((part) => [...propertiesOf(part, types)]));
    if (ts.isTypeReferenceNode(type)) {
        const name = type.typeName.getText();
        const named = types.named.get(name);
        const properties = types.properties.get(name) ?? (named ? propertiesOf(named, types) : new Map<string, Property>());
        types.properties.set(name, properties);
        return properties;
    }
    if (!ts.isTypeLiteralNode(type)) return new Map();
    return new Map(
        type.members
            .filter(ts.isPropertySignature)
            .flatMap((member) =>
                member.type
                    ? [[member.name.getText().replace(/['"]/g, ''), { optional: member.questionToken !== undefined, type: member.type }]]
                    : []
            )
    );
}

function checkObject(element: XmlElement, path: string, properties: ReadonlyMap<string, Property>, types: Types): readonly Problem[] {
    const count = new Map<string, number>();
    for (const { name } of element.children) count.set(name, (count.get(name) ?? 0) + 1);
    const problems = element.children.flatMap((child) => {
        const property = properties.get(child.name);
        return property ? checkValue(child, property.type, `${path}/${child.name}`, types) : [`${path}/${child.name}: unknown element`];
    });
    for (const [name, { optional, type }] of properties) {
        const times = count.get(name) ?? 0;
        if (times > 1 && !ts.isArrayTypeNode(type)) problems.push(`${path}/${name}: may stand here only once`);
        const needed = !optional && !ts.isArrayTypeNode(type) && !NEVER_IN_A_FILE.includes(name);
        if (times === 0 && needed) problems.push(`${path}: <${name}> is missing`);
    }
    return problems;
}

function checkValue(element: XmlElement, type: ts.TypeNode, path: string, types: Types): readonly Problem[] {
    if (ts.isArrayTypeNode(type)) return checkValue(element, type.elementType, path, types);
    if (ts.isParenthesizedTypeNode(type)) return checkValue(element, type.type, path, types);
    const { text } = element;
    if (type.kind === ts.SyntaxKind.BooleanKeyword) {
        return /^(true|false)$/.test(text) ? [] : [`${path}: '${text}' is neither true nor false`];
    }
    if (type.kind === ts.SyntaxKind.NumberKeyword) return /^-?\d+(\.\d+)?$/.test(text) ? [] : [`${path}: '${text}' is no number`];
    if (ts.isUnionTypeNode(type)) {
        const values = type.types.flatMap((part) =>
            ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : []
        );
        return values.length === 0 || values.includes(text) ? [] : [`${path}: '${text}' is none of ${values.slice(0, 8).join(', ')}`];
    }
    if (!ts.isTypeReferenceNode(type)) return element.children.length === 0 ? [] : [`${path}: takes a text, no elements`];
    const named = types.named.get(type.typeName.getText());
    if (named && ts.isUnionTypeNode(named)) return checkValue(element, named, path, types);
    const properties = propertiesOf(type, types);
    if (properties.size === 0) return [];
    return text === '' ? checkObject(element, path, properties, types) : [`${path}: takes elements, no text`];
}
