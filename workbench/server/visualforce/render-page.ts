import { encodeHtml, evaluate, VisualforceError, type ExpressionScope } from './expression';

export interface PageScope extends ExpressionScope {
    /** Path of the SLDS stylesheet that `<apex:slds/>` stands for. */
    readonly sldsStylesheet: string;
    /** Markup that the platform puts at the start of the head: here, JavaScript remoting. */
    readonly headMarkup: string;
}

type Attributes = ReadonlyMap<string, string>;

/** The attributes of `apex:page` that the renderer understands or may ignore, because the stand-in has no Classic header. */
const PAGE_ATTRIBUTES = [
    'controller',
    'showHeader',
    'sidebar',
    'standardStylesheets',
    'applyHtmlTag',
    'applyBodyTag',
    'docType',
    'title',
    'language',
    'lightningStylesheets',
    'showQuickActionVFHeader',
    'cspHeader'
];

const APEX_TAG = /<(\/?)apex:([\w]+)((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const EXPRESSION = /\{!((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^}"'])*)\}/g;
/** A script's content: the platform writes expressions into it as they are. Outside of it they are escaped. */
const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)(<\/script>)/gi;

/**
 * Turns the source of a Visualforce page into the HTML document that the platform would serve. Knows the few tags and expressions that an
 * adapter page needs; anything else is a `VisualforceError` that names it.
 */
export function renderPage(source: string, scope: PageScope): string {
    const wrapper = pageAttributes(source);
    const body = source
        .replace(APEX_TAG, (_, closing: string, tag: string, attributes: string) =>
            closing ? closeTag(tag) : openTag(tag, readAttributes(attributes), scope)
        )
        .trim();
    refuseLeftOver(body);
    const document = wrap(resolveExpressions(body, scope), wrapper);
    if (!/<head\b[^>]*>/i.test(document)) {
        throw new VisualforceError('The page has no <head> for the scripts of the platform: write one, or leave applyHtmlTag on.');
    }
    return `<!DOCTYPE html>\n${document.replace(/<head\b[^>]*>/i, (head) => head + scope.headMarkup)}\n`;
}

/** The controller class that the page names. */
export function pageController(source: string): string | undefined {
    return pageAttributes(source).get('controller');
}

function pageAttributes(source: string): Attributes {
    const match = /<apex:page\b((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*>/.exec(source);
    if (!match) {
        throw new VisualforceError('The file holds no <apex:page>.');
    }
    return readAttributes(match[1] ?? '');
}

function readAttributes(source: string): Attributes {
    return new Map([...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}

function openTag(tag: string, attributes: Attributes, scope: PageScope): string {
    switch (tag) {
        case 'page':
            allowOnly(tag, attributes, PAGE_ATTRIBUTES);
            return '';
        case 'slds':
            allowOnly(tag, attributes, []);
            return `<link rel="stylesheet" href="${scope.sldsStylesheet}"/>`;
        case 'includeScript':
            allowOnly(tag, attributes, ['value', 'loadOnReady']);
            return `<script src="${attributes.get('value') ?? ''}"></script>`;
        case 'stylesheet':
            allowOnly(tag, attributes, ['value']);
            return `<link rel="stylesheet" href="${attributes.get('value') ?? ''}"/>`;
        default:
            throw new VisualforceError(`Unknown Visualforce tag <apex:${tag}>`);
    }
}

function closeTag(tag: string): string {
    if (!['page', 'slds', 'includeScript', 'stylesheet'].includes(tag)) {
        throw new VisualforceError(`Unknown Visualforce tag </apex:${tag}>`);
    }
    return '';
}

function allowOnly(tag: string, attributes: Attributes, allowed: readonly string[]): void {
    const stranger = [...attributes.keys()].find((name) => !name.startsWith('xmlns') && !allowed.includes(name));
    if (stranger !== undefined) {
        throw new VisualforceError(`Unknown attribute ${stranger} of <apex:${tag}>`);
    }
}

/** A tag of another namespace, or an apex tag that could not be read. */
function refuseLeftOver(body: string): void {
    const tag = /<\/?(?:apex|c|chatter|flow|ideas|knowledge|liveAgent|messaging|support|topics|wave):[\w]*[^>]*>?/i.exec(body);
    if (tag) {
        throw new VisualforceError(`Unknown Visualforce tag ${tag[0]}`);
    }
}

function resolveExpressions(body: string, scope: ExpressionScope): string {
    const resolve = (text: string, escape: boolean): string =>
        text.replace(EXPRESSION, (_, expression: string) => {
            const value = evaluate(expression, scope);
            return escape && !value.encoded ? encodeHtml(value.text) : value.text;
        });
    let result = '';
    let position = 0;
    for (const match of body.matchAll(SCRIPT)) {
        const [whole, start = '', content = '', end = ''] = match;
        result += resolve(body.slice(position, match.index) + start, true) + resolve(content, false) + end;
        position = match.index + whole.length;
    }
    return result + resolve(body.slice(position), true);
}

function wrap(content: string, attributes: Attributes): string {
    if (attributes.get('applyHtmlTag') === 'false') {
        return content;
    }
    const title = encodeHtml(attributes.get('title') ?? '');
    const body = attributes.get('applyBodyTag') === 'false' ? content : `<body>${content}</body>`;
    return `<html><head><meta charset="utf-8"/><title>${title}</title></head>${body}</html>`;
}
