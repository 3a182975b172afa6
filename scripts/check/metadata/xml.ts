import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An XML element without its attributes, comments and the white space around its text. */
export interface XmlElement {
    readonly name: string;
    readonly text: string;
    readonly namespace: string | undefined;
    readonly children: readonly XmlElement[];
}

/** The text is no well-formed XML. */
export class XmlError extends Error {
    override readonly name = 'XmlError';
}

type Node = Readonly<Record<string, readonly Node[] | string | Readonly<Record<string, string>>>>;

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: true });

/** The root element. Throws an `XmlError` that says where the text is wrong. */
export function parseXml(text: string): XmlElement {
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw new XmlError(`${valid.err.msg} (line ${valid.err.line})`);
    const root = elements(parser.parse(text) as readonly Node[])[0];
    if (!root) throw new XmlError('There is no element');
    return root;
}

function elements(nodes: readonly Node[]): readonly XmlElement[] {
    return nodes.flatMap((node) => {
        const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && !key.startsWith('?'));
        if (name === undefined) return [];
        const content = node[name] as readonly Node[];
        const attributes = node[':@'] as Readonly<Record<string, string>> | undefined;
        const text = content.map((part) => (typeof part['#text'] === 'string' ? part['#text'] : '')).join('');
        return [{ name, text, namespace: attributes?.['@_xmlns'], children: elements(content) }];
    });
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
    return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the first child of that name; empty when there is none. */
export function textOf(element: XmlElement | undefined, name: string): string {
    return childrenOf(element, name)[0]?.text ?? '';
}

/** The texts of all children of that name. */
export function textsOf(element: XmlElement | undefined, name: string): readonly string[] {
    return childrenOf(element, name).map(({ text }) => text);
}
