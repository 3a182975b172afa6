import type { LateParts } from 'c/denwaLateParts';
import DenwaSoftphone from 'c/denwaSoftphone';
import type { CallSnapshot, SoftphoneSnapshot } from '../../src/telephony/snapshot';
import { lateParts } from '../../src/adapter/late-view';
import { aSnapshot, find, holds, mount, rendered } from './fixtures';

/** In jest an element that is made from a class at hand has no name of its own. */
export const historyScreen = "[data-screen='history']";
export const logScreen = "[data-screen='log']";
export const callList = "[data-strip='call-list']";
export const questionScreen = "[data-screen='question']";

export interface Panel extends HTMLElement {
    snapshot: SoftphoneSnapshot | undefined;
    lateParts: LateParts;
}

/** All parts of it are loaded. */
export function showPanel(snapshot = aSnapshot()): Panel {
    return mount('c-denwa-softphone', DenwaSoftphone, { snapshot, lateParts });
}

export async function update(panel: Panel, overrides: Partial<SoftphoneSnapshot>): Promise<void> {
    panel.snapshot = aSnapshot(overrides);
    await rendered();
}

/** The components on show, without the bars that are always there. */
export function screens(panel: Panel): readonly string[] {
    const places = [
        "[data-screen='sign-in']",
        'c-denwa-inbound-call',
        'c-denwa-active-call',
        "[data-strip='call-ending']",
        callList,
        "[data-strip='parked-calls']",
        questionScreen,
        logScreen,
        'c-denwa-dial-pad',
        historyScreen
    ];
    return places.filter((place) => holds(panel, `${place}:not(.slds-hide)`)).map((place) => place.replace(/^c-denwa-|^.*='|'\]$/g, ''));
}

export async function happen(panel: Panel, component: string, event: string, detail?: object): Promise<void> {
    find(panel, component).dispatchEvent(new CustomEvent(event, { detail }));
    await rendered();
}

export function callOf(panel: Panel, component: string): string {
    return find<HTMLElement & { call: CallSnapshot }>(panel, component).call.id;
}

export function listed(panel: Panel): readonly string[] {
    return find<HTMLElement & { calls: readonly CallSnapshot[] }>(panel, callList).calls.map(({ id }) => id);
}
