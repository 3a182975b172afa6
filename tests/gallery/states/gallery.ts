import type { LightningElement } from 'lwc';

export type Language = 'ja' | 'en';

/** What a component shows: its properties, and what the agent has done with it. Plain data. */
export interface GalleryState<Properties extends object = object> {
    readonly properties: Partial<Properties>;
    /** Typed into the component's first field. */
    readonly text?: string;
    /** Selectors of what is pressed, in this order. */
    readonly press?: readonly string[];
    /** Needs more height than the panel has, and scrolls; nothing else does. */
    readonly scrolls?: true;
    /** Selectors of what is in sight without scrolling, at every width and zoom. */
    readonly inSight?: readonly string[];
    /** Pictured at every width and zoom, as the first state of a gallery always is. */
    readonly everySize?: true;
}

/** The states of a component that belong on one sheet. */
export interface Gallery {
    /** File name of the sheet: `accountBar`, `panel-calls`. */
    readonly name: string;
    /** The bundle: `denwaAccountBar`. */
    readonly component: string;
    readonly extent: Extent;
    readonly states: Readonly<Record<string, GalleryState>>;
}

/** Whether a component is as high as what is in it, stretches itself over the panel where there is room, or has the panel's height. */
export type Extent = 'part' | 'screen' | 'panel';

/** A state of a component, with what its class lets be set. */
export type StateOf<Component extends LightningElement> = GalleryState<Omit<Component, keyof LightningElement>>;

/** A gallery whose properties the compiler checks against the component's class. */
export function gallery<Component extends LightningElement>(
    component: `denwa${string}`,
    states: Readonly<Record<string, StateOf<Component>>>,
    { extent = 'part', sheet }: { readonly extent?: Extent; readonly sheet?: string } = {}
): Gallery {
    return { name: sheet ?? component.replace(/^denwa(.)/, (_start, letter: string) => letter.toLowerCase()), component, extent, states };
}
