import { describe, expect, it } from '@jest/globals';
import { VisualforceError } from './expression';
import { pageController, renderPage, type PageScope } from './render-page';

const scope: PageScope = {
    sldsStylesheet: '/slds.css',
    headMarkup: '<script src="/remoting.js"></script>',
    controllerProperty: (name) => ({ language: 'ja', nasty: `</script><b>"it's"` })[name],
    resourceUrl: (resource, path) => (resource === 'denwa' ? ['/resource/1', resource, path].filter(Boolean).join('/') : undefined),
    hasRemoteAction: (className, method) => `${className}.${method}` === 'DenwaController.getSettings'
};

const page = (content: string): string =>
    `<apex:page controller="DenwaController" showHeader="false" applyHtmlTag="false" docType="html-5.0"><html><head></head><body>${content}</body></html></apex:page>`;

const render = (content: string): string => renderPage(page(content), scope);

describe('a Visualforce page', () => {
    it('becomes the document that the platform would serve', () => {
        const source = `<apex:page
                controller="DenwaController" showHeader="false" applyHtmlTag="false" applyBodyTag="false" docType="html-5.0">
            <html lang="{!language}"><head><meta charset="utf-8"/><apex:slds /></head>
            <body><div data-action="{!$RemoteAction.DenwaController.getSettings}"></div>
            <script src="{!URLFOR($Resource.denwa, 'denwa.js')}"></script></body></html></apex:page>`;
        expect(renderPage(source, scope).replace(/\s+/g, ' ')).toBe(
            '<!DOCTYPE html> <html lang="ja"><head><script src="/remoting.js"></script><meta charset="utf-8"/>' +
                '<link rel="stylesheet" href="/slds.css"/></head> <body><div data-action="DenwaController.getSettings"></div> ' +
                '<script src="/resource/1/denwa/denwa.js"></script></body></html> '
        );
        expect(pageController(source)).toBe('DenwaController');
    });

    it('gets html, head and body when it brings none', () => {
        expect(renderPage('<apex:page title="A &amp; B"><p>x</p></apex:page>', scope)).toMatch(
            /<html><head>.*<\/head><body><p>x<\/p><\/body>/
        );
    });

    it.each([
        ['<i>{!nasty}</i>', '<i>&lt;/script&gt;&lt;b&gt;&quot;it&#39;s&quot;</i>'],
        ['<i>{!HTMLENCODE(nasty)}</i>', '<i>&lt;/script&gt;&lt;b&gt;&quot;it&#39;s&quot;</i>'],
        ["<script>a = '{!JSENCODE(nasty)}'</script>", `<script>a = '\\u003C\\/script\\u003E\\u003Cb\\u003E\\"it\\'s\\"'</script>`],
        ['<i onclick="f(\'{!JSINHTMLENCODE(language)}\')"></i>', '<i onclick="f(\'ja\')"></i>'],
        ['<i>{!\'a\' & language & "}"}</i>', '<i>aja}</i>'],
        ['<i>{!$Resource.denwa}</i>', '<i>/resource/1/denwa</i>'],
        ["<i>{!URLFOR($Resource.denwa, IF(BEGINS(language, 'ja'), 'ja.js', 'en.js'))}</i>", '<i>/resource/1/denwa/ja.js</i>'],
        ["<i>{!IF(BEGINS(language, 'en'), 'yes', 'no')}</i>", '<i>no</i>'],
        ['<apex:includeScript value="{!URLFOR($Resource.denwa, \'x.js\')}"/>', '<script src="/resource/1/denwa/x.js"></script>']
    ])('%s', (source, expected) => {
        expect(render(source)).toContain(expected);
    });

    it.each([
        ['{!unknown}', 'the controller has no property unknown'],
        ['{!$User.Id}', '$User.Id is not known'],
        ['{!$Resource.other}', 'no static resource other'],
        ['{!$RemoteAction.DenwaController.drop}', 'no remote action DenwaController.drop'],
        ['{!IF(language, 1)}', 'cannot read it'],
        ['{!NOT(language)}', 'NOT is not known'],
        ["{!IF(language, 'a', 'b')}", 'IF takes a condition and two values'],
        ["{!BEGINS(language, 'a', 'b')}", 'BEGINS has 3 arguments'],
        ['{!language language}', 'unexpected language'],
        ['{!HTMLENCODE(language}', 'missing )'],
        ['{!}', 'it ends too early'],
        ['<apex:outputText value="x"/>', 'Unknown Visualforce tag <apex:outputText>'],
        ['<c:thing/>', 'Unknown Visualforce tag <c:thing/>'],
        ['<apex:slds strange="1"/>', 'Unknown attribute strange of <apex:slds>']
    ])('%s is an error that names it', (source, message) => {
        expect(() => render(source)).toThrow(VisualforceError);
        expect(() => render(source)).toThrow(message);
    });
});
