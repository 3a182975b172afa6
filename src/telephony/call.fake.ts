import { noDetails, type Call } from './call';
import { initialState, transition, type SoftphoneEvent, type SoftphoneState } from './state';

export const dialog = { callId: 'abc@pbx', localTag: 'l', remoteTag: 'r' };

/** A call that was just dialled. */
export const outbound: Call = {
    id: 'c1',
    direction: 'outbound',
    origin: 'agent',
    phase: 'dialing',
    phaseOrigin: 'agent',
    remote: { number: '0312345678', displayName: null },
    dialString: '0312345678',
    details: noDetails,
    returned: null,
    media: 'new',
    localHold: 'none',
    heldAt: null,
    remoteHold: false,
    muted: false,
    awaiting: null,
    consultationOf: null,
    inConference: false,
    transfer: null,
    digits: '',
    dialog: null,
    record: null,
    startedAt: 0,
    connectedAt: null,
    endedAt: null,
    ending: null
};

/** A call that was just offered. */
export const inbound: Call = {
    ...outbound,
    direction: 'inbound',
    origin: 'remote',
    phase: 'ringing',
    phaseOrigin: 'remote',
    dialString: null,
    dialog
};

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
