import type { Call } from './call';
import { newCall } from './new-call';
import type { About } from './snapshot';
import { initialState, transition, type SoftphoneEvent, type SoftphoneState } from './state';

export const about: About = {
    version: '1.0.0',
    url: 'https://phone.example.com/',
    userName: '',
    server: null,
    browser: 'Chromium 140',
    settingProblems: []
};

export const dialog = { callId: 'abc@pbx', localTag: 'l', remoteTag: 'r' };

const given = { id: 'c1', remote: { number: '0312345678', displayName: null }, startedAt: 0 } as const;

/** A call that was just dialled. */
export const outbound: Call = newCall({ ...given, direction: 'outbound', origin: 'agent', dialString: '0312345678' });

/** A call that was just offered. */
export const inbound: Call = newCall({ ...given, direction: 'inbound', origin: 'remote', dialog });

/** A call that is up. */
export const talking: Call = { ...outbound, phase: 'connected', phaseOrigin: 'remote', connectedAt: 10, dialog };

export const held: Call = { ...talking, localHold: 'held', heldAt: 20 };

/** A registered phone with these calls. */
export function phoneWith(...calls: readonly Call[]): SoftphoneState {
    return {
        ...initialState,
        agent: { status: 'signed-in', extension: '1001', displayName: null },
        connection: { status: 'connected' },
        registration: { status: 'registered' },
        calls
    };
}

export function play(start: SoftphoneState, ...events: SoftphoneEvent[]): SoftphoneState {
    return events.reduce(transition, start);
}
