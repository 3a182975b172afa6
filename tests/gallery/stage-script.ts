import { createElement } from 'lwc';
import { components } from 'gallery:components';
import { Appearance } from '../../src/adapter/appearance';
import { lateParts } from '../../src/adapter/late';
import { USUAL_WIDTH, USUAL_ZOOM, type Cell } from './cells';
import { horizontalOverflows } from './overflow';
import { unreachable } from './reach';
import { smallTargets } from './targets';
import { galleries, type Extent, type Gallery, type GalleryState } from './states/index';

/** What became of a cell. */
export interface Shown {
    /** Pixels of the frame that it fills, from the top. */
    readonly height: number;
    /** What sticks out, is too small to press or moves, in words; empty is right. */
    readonly problems: readonly string[];
}

declare global {
    interface Window {
        /** Shows a cell in place of the one before. The frame must have its width. */
        showCell: (cell: Cell) => Promise<Shown>;
        /** Shows a cell, tries what can be pressed, and tells all problems. */
        tryCell: (cell: Cell) => Promise<readonly string[]>;
    }
}

const LATE_PARTS: Readonly<Record<string, object>> = {
    denwaSoftphone: { lateParts },
    denwaActiveCall: { lateParts },
    denwaInboundCall: { lateParts }
};

const root = find(document, '#denwa');
const appearance = new Appearance({
    page: document.documentElement,
    root,
    darkScheme: window.matchMedia('(prefers-color-scheme: dark)'),
    resizePanel: () => undefined
});

const known = galleries(document.documentElement.lang === 'en' ? 'en' : 'ja');

async function showCell(cell: Cell): Promise<Shown> {
    const { zoom, look } = cell;
    const { gallery, state } = stateOf(cell);
    appearance.choose({ zoom, theme: look === 'dark' ? 'dark' : 'light' });
    const element = await mount(gallery, state);
    await act(element, state);
    return {
        height: heightOf(element, gallery.extent),
        problems: [...horizontalOverflows(root), ...smallTargets(root, zoom), ...movements(), ...missingHeight(state, zoom)]
    };
}

async function tryCell(cell: Cell): Promise<readonly string[]> {
    const { problems } = await showCell(cell);
    const { gallery, state } = stateOf(cell);
    // What a part of the panel lies under, and where it scrolls, is decided by the panel.
    return gallery.extent === 'panel' ? [...problems, ...unreachable(root, state.inSight ?? [])] : problems;
}

function stateOf({ gallery: name, state: stateName }: Cell): { readonly gallery: Gallery; readonly state: GalleryState } {
    const gallery = known.find((candidate) => candidate.name === name);
    const state = gallery?.states[stateName];
    if (!gallery || !state) throw new Error(`The gallery has no ${name} with a state "${stateName}"`);
    return { gallery, state };
}

/** Of a panel in its usual frame. */
function missingHeight({ scrolls }: GalleryState, zoom: number): readonly string[] {
    const panel = root.querySelector('.panel');
    if (!panel || scrolls || zoom !== USUAL_ZOOM || window.innerWidth < USUAL_WIDTH) return [];
    return panel.scrollHeight > panel.clientHeight ? [`the panel needs ${panel.scrollHeight} px, and scrolls`] : [];
}

/** The gallery's browser asks for reduced motion. */
function movements(): readonly string[] {
    return document.getAnimations().map((animation) => {
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target?.className : '';
        return `${target} moves`;
    });
}

async function mount({ component, extent }: Gallery, { properties }: GalleryState): Promise<HTMLElement> {
    const is = components[component];
    if (!is) throw new Error(`There is no component ${component} with a template`);
    const tag = `c-${component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const element = Object.assign(createElement(tag, { is }), LATE_PARTS[component], properties);
    root.dataset['extent'] = extent;
    root.replaceChildren(element);
    await rendered();
    return element;
}

async function act(element: HTMLElement, { press = [], text }: GalleryState): Promise<void> {
    if (text !== undefined) {
        const field = find<HTMLInputElement>(element, 'input, textarea');
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await rendered();
    }
    for (const selector of press) {
        find(element, selector).click();
        await rendered();
    }
    // Where the keyboard is differs with what the window has the focus of.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** A screen may need more than the frame has; the panel scrolls by itself. */
function heightOf(element: HTMLElement, extent: Extent): number {
    const bottom = Math.ceil(element.getBoundingClientRect().bottom);
    return extent === 'part' ? bottom : Math.max(bottom, window.innerHeight);
}

function find<Found extends HTMLElement = HTMLElement>(parent: ParentNode, selector: string): Found {
    const found = parent.querySelector<Found>(selector);
    if (!found) throw new Error(`There is no ${selector} here`);
    return found;
}

/** LWC draws in microtasks; some components draw again from what they have drawn. */
async function rendered(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
}

// A style sheet that is not scoped comes with the first component that has it, and stays for all: in the panel they are all there.
for (const gallery of known) {
    const [main] = Object.values(gallery.states);
    if (main) await mount(gallery, main);
}
Object.assign(window, { showCell, tryCell });

const asked = new URLSearchParams(location.search).get('cell');
if (asked !== null) await showCell(JSON.parse(asked) as Cell);
