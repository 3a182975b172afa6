import type { NumberKind } from '../phone-number/dial-plan';

/** What the administrator decides about calls. */
export interface CallSettings {
    /** Whether calls that the PBX starts on the agent's behalf answer themselves (outbound campaign, callback, monitoring). */
    readonly autoAnswer: boolean;
    /** Whether a second caller rings while the agent talks; otherwise they hear busy. */
    readonly callWaiting: boolean;
    /** The extension that parks a call transferred to it and tells the slot by MESSAGE (docs/pbx-guide.md); null: no parking. */
    readonly parkExtension: string | null;
    /** Seconds until the PBX calls back about a parked call, where it does not tell itself. */
    readonly parkRecallSeconds: number;
    /** What to dial to answer a colleague's ringing call; an extension behind it names the colleague. */
    readonly pickupCode: string;
    readonly headers: CallHeaderNames;
    /** Calls that the history keeps. */
    readonly historyLimit: number;
    /** Kinds of numbers that are dialled only after the agent has confirmed it. Never asked for an emergency number. */
    readonly confirmedKinds: readonly NumberKind[];
}

/** Names of the SIP headers in which the PBX tells more about an inbound call. */
export interface CallHeaderNames {
    readonly dialledNumber: string;
    readonly businessLabel: string;
    readonly queue: string;
}

export const defaultCallSettings: CallSettings = {
    autoAnswer: false,
    callWaiting: true,
    parkExtension: '778',
    parkRecallSeconds: 300,
    pickupCode: '*8',
    headers: { dialledNumber: 'X-Dialled-Number', businessLabel: 'X-Business-Label', queue: 'X-Queue-Name' },
    historyLimit: 200,
    confirmedKinds: ['international', 'premium']
};
