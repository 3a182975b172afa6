import type { Gallery, Language } from './states/index';

export const widths = [240, 340, 600] as const;
export const zooms = [50, 100, 200] as const;

/** Of the frame that the panel has in a utility bar of 480 pixels. */
export const FRAME_HEIGHT = 430;
export const USUAL_WIDTH = 340;
export const USUAL_ZOOM = 100;
const WIDEST = 600;

/** `contrast`: with the few colours that somebody has chosen for the whole system (CSS Color Adjustment, 3: forced colors). */
export type Look = 'light' | 'dark' | 'contrast';

/** One picture: a state of a component, at a width of the frame in pixels and a zoom in percent. */
export interface Cell {
    readonly language: Language;
    readonly gallery: string;
    readonly state: string;
    readonly width: number;
    readonly zoom: number;
    readonly look: Look;
}

/** The pictures of a gallery as rows of its sheet: what is shown at every width, at every zoom and in every look, then the other states. */
export function rowsOf(gallery: Gallery, language: Language): readonly (readonly Cell[])[] {
    const names = Object.keys(gallery.states);
    const all = mainStates(gallery);
    const usual = (state: string): Cell => ({
        language,
        gallery: gallery.name,
        state,
        width: USUAL_WIDTH,
        zoom: USUAL_ZOOM,
        look: 'light'
    });
    const sizes = (state: string): readonly (readonly Cell[])[] =>
        zooms.map((zoom) => widths.map((width) => ({ ...usual(state), width, zoom })).filter((cell) => !isRoomy(cell)));
    const others = [
        ...all.flatMap((state): readonly Cell[] => [
            { ...usual(state), look: 'dark' },
            { ...usual(state), look: 'contrast' }
        ]),
        ...names.filter((state) => !all.includes(state)).map(usual)
    ];
    return [
        ...all.flatMap(sizes),
        ...others.flatMap((_cell, index) => (index % widths.length === 0 ? [others.slice(index, index + widths.length)] : []))
    ];
}

/** Every state at every width and zoom, those of one width together. */
export function everySize({ name, states }: Gallery, language: Language): readonly Cell[] {
    return widths.flatMap((width) =>
        Object.keys(states).flatMap((state) => zooms.map((zoom): Cell => ({ language, gallery: name, state, width, zoom, look: 'light' })))
    );
}

function mainStates({ states }: Gallery): readonly string[] {
    return Object.keys(states).filter((state, index) => index === 0 || states[state]?.everySize);
}

/** A wide panel that is zoomed has the layout of a narrower one; a picture of it would make the repository large and show nothing new. */
function isRoomy({ width, zoom }: Cell): boolean {
    return width === WIDEST && zoom !== USUAL_ZOOM;
}

export function isUsual({ width, zoom, look }: Cell): boolean {
    return width === USUAL_WIDTH && zoom === USUAL_ZOOM && look === 'light';
}

/** What a reader of the sheet is told. */
export function captionOf({ state, width, zoom, look }: Cell): string {
    return [state, `${width} px`, `${zoom} %`, ...(look === 'light' ? [] : [look])].join(' · ');
}

export function nameOf(cell: Cell): string {
    return `${cell.gallery}.${cell.language}: ${captionOf(cell)}`;
}
