import DenwaCheckList from 'c/denwaCheckList';
import DenwaHistory from 'c/denwaHistory';
import DenwaSettings from 'c/denwaSettings';
import DenwaSoftphone, { type LateScreens } from 'c/denwaSoftphone';
import type { CallSnapshot, SoftphoneSnapshot } from '../../src/telephony/snapshot';
import { aSnapshot, find, holds, mount, rendered } from './fixtures';

/** In jest an element that is made from a class at hand has no name of its own. */
export const historyScreen = "[data-screen='history']";

export const lateScreens: LateScreens = { history: DenwaHistory, settings: DenwaSettings, 'check-list': DenwaCheckList };

export interface Panel extends HTMLElement {
    snapshot: SoftphoneSnapshot | undefined;
    lateScreens: LateScreens | 'failed' | undefined;
}

/** All parts of it are loaded. */
export function showPanel(snapshot = aSnapshot()): Panel {
    return mount('c-denwa-softphone', DenwaSoftphone, { snapshot, lateScreens });
}

export async function update(panel: Panel, overrides: Partial<SoftphoneSnapshot>): Promise<void> {
    panel.snapshot = aSnapshot(overrides);
    await rendered();
}

/** The components on show, without the bars that are always there. */
export function screens(panel: Panel): readonly string[] {
    const names = [
        'sign-in',
        'inbound-call',
        'active-call',
        'call-ending',
        'call-list',
        'parked-calls',
        'dial-question',
        'call-log',
        'dial-pad'
    ];
    const isHistory = holds(panel, `${historyScreen}:not(.slds-hide)`);
    return [...names.filter((name) => holds(panel, `c-denwa-${name}:not(.slds-hide)`)), ...(isHistory ? ['history'] : [])];
}

export async function happen(panel: Panel, component: string, event: string, detail?: object): Promise<void> {
    find(panel, component).dispatchEvent(new CustomEvent(event, { detail }));
    await rendered();
}

export function callOf(panel: Panel, component: string): string {
    return find<HTMLElement & { call: CallSnapshot }>(panel, component).call.id;
}

export function listed(panel: Panel): readonly string[] {
    return find<HTMLElement & { calls: readonly CallSnapshot[] }>(panel, 'c-denwa-call-list').calls.map(({ id }) => id);
}
