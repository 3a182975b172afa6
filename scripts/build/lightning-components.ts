import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rollup';
import { lwcBundles, paths } from './paths';

const components = join(dirname(createRequire(import.meta.url).resolve('lightning-base-components/package.json')), 'src/lightning');
const ICON = /\b(action|custom|doctype|standard|utility):([a-z0-9_]+)/g;
const LIBRARIES = '/lightning/primitiveIcon/fetch.js';
const NATIVE_STYLES = /@import '[^']*\.lbc\.native\.css';/g;
const SHADOW_BASE = '/lightning/shadowBaseClassPrivate/shadowBaseClassPrivate.js';
const OWN_SHADOW = /\bthis\.template(?:\.host\b|(?=\.querySelector\b))/g;
const TEMPLATE =
    /^<template>\s*<svg class=\{computedClass\} focusable="false" data-key=\{name\} aria-hidden="true" viewBox="([^"]*)" part="icon">\s*<g>(.*)<\/g>\s*<\/svg>\s*<\/template>\s*$/s;
const VIRTUAL = '\0icon:';
const FACTORY = '\0icons';
const OUR_COMPONENT = /\/lwc\/(\w+)\/\1\.ts(?=\?|$)/;

/**
 * Leaves out of lightning-base-components what this bundle cannot use: the drawings and colours of all icons that no component names
 * (some 1,900; each of ours brings those that it names), those for right-to-left pages, and the styles for native shadow. The components are drawn in light DOM: like in Lightning
 * Experience, whose synthetic shadow lets global style sheets in, SLDS is then what gives them their looks.
 */
export function slimLightningComponents(): Plugin {
    return {
        name: 'slim-lightning-components',
        resolveId(id) {
            return id === FACTORY || id.startsWith(VIRTUAL) ? id : null;
        },
        load(id) {
            if (id === FACTORY) return ICON_FACTORY;
            if (id.startsWith(VIRTUAL)) return drawingModule(id.slice(VIRTUAL.length));
            if (id.endsWith('/iconUtils/iconColors.js')) return colourModule(id);
            if (id.endsWith(LIBRARIES)) return LIBRARY;
            if (id.endsWith(SHADOW_BASE)) return LIGHT_BASE;
            return null;
        },
        transform(source, id) {
            const ours = OUR_COMPONENT.exec(id)?.[1];
            if (ours !== undefined) return { code: source + iconsNamedIn(ours).map(importIcon).join(''), map: null };
            if (!id.includes('/lightning-base-components/')) return null;
            const [extension] = /\.(?:css|html|js)(?=\?|$)/.exec(id) ?? [];
            switch (extension) {
                case '.css':
                    return { code: source.replace(NATIVE_STYLES, ''), map: null };
                case '.html':
                    return { code: source.replace('<template', '<template lwc:render-mode="light"'), map: null };
                case '.js':
                    return { code: source.replace(OWN_SHADOW, 'this'), map: null };
                default:
                    return null;
            }
        }
    };
}

/** All `category:name` that stand in the sources of one of our bundles. */
function iconsNamedIn(bundle: string): readonly string[] {
    const sources = readdirSync(join(paths.lwc, bundle)).filter((name) => /\.(html|ts)$/.test(name));
    const texts = sources.map((name) => readFileSync(join(paths.lwc, bundle, name), 'utf8'));
    return [...new Set(texts.flatMap((text) => [...text.matchAll(ICON)].map(([icon]) => icon)))].sort();
}

function importIcon(icon: string): string {
    return `\nimport ${JSON.stringify(VIRTUAL + icon)};`;
}

/** In place of the class that components with a shadow are made from. */
const LIGHT_BASE = `
import { LightningElement } from 'lwc';
export default class extends LightningElement {
    static renderMode = 'light';
    connectedCallback() {}
}`;

/** The drawings differ in two texts only; compiled one by one they would bring some 20 more bytes each of the same code. */
const ICON_FACTORY = `
import { parseSVGFragment, registerTemplate } from 'lwc';
export const drawings = {};
export const icon = (name, viewBox, drawing) => {
    const svg = parseSVGFragment(
        ['<svg', ' focusable="false"', \` aria-hidden="true" viewBox="\${viewBox}" part="icon"><g>\${drawing}</g></svg>\`],
        'c0',
        'a0:data-key'
    );
    const template = ($api, { computedClass, name }) => {
        const { ncls, sp, st } = $api;
        return [st(svg, 1, [sp(0, { className: ncls(computedClass), attrs: { 'data-key': name } }, null)])];
    };
    template.renderMode = 'light';
    drawings[name] = registerTemplate(template);
};`;

/** The component fetches a category when it first needs it; the few icons that are left come with what names them. */
const LIBRARY = `
import { drawings } from ${JSON.stringify(FACTORY)};
export const hasIconLibrary = () => true;
export const getIconLibrary = () => drawings;
export const fetchIconLibrary = getIconLibrary;`;

function drawingModule(icon: string): string {
    const [category = '', name = ''] = icon.split(':');
    const library = `iconSvgTemplates${category[0]?.toUpperCase() ?? ''}${category.slice(1)}`;
    const file = join(components, `${library}/buildTemplates/${category}/${name}.html`);
    if (!existsSync(file)) throw new Error(`There is no icon ${icon}`);
    const [, viewBox, drawing] = TEMPLATE.exec(readFileSync(file, 'utf8')) ?? [];
    if (viewBox === undefined || drawing === undefined) throw new Error(`${file} is drawn in another way now`);
    const texts = [`${category}_${name}`, viewBox, drawing.replace(/\s*\n\s*/g, '')].map((text) => JSON.stringify(text));
    return `import { icon } from ${JSON.stringify(FACTORY)};\nicon(${texts.join(', ')});`;
}

function colourModule(file: string): string {
    const named = new Set(lwcBundles().flatMap(iconsNamedIn));
    const table = /export const iconColors = (\{.*\});/s.exec(readFileSync(file, 'utf8'))?.[1];
    if (table === undefined) throw new Error(`${file} holds no table of colours any more`);
    const used = Object.entries(JSON.parse(table) as Record<string, Record<string, string>>).map(([category, colours]) => [
        category,
        Object.fromEntries(Object.entries(colours).filter(([name]) => named.has(`${category}:${name}`)))
    ]);
    return `export const iconColors = ${JSON.stringify(Object.fromEntries(used))};`;
}
