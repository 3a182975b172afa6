import type { NumberKind } from '../phone-number/dial-plan';
import type { AgentStatusOption, StatusSignal } from './agent-status';
import { defaultPreferences, type ShortcutAction } from './preferences';

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
    /** Empty: agents have no status, as on an office telephone. The first one is entered by signing in. */
    readonly statuses: readonly AgentStatusOption[];
    /** What the PBX hears when the agent signs out; null: nothing. */
    readonly signOutSignal: StatusSignal | null;
    readonly notifiedNumbers: readonly NotifiedNumber[];
    /** The extension that plays back what it hears; null: there is none. */
    readonly echoExtension: string | null;
    /** Whether agents may let calls answer themselves. */
    readonly agentAutoAnswer: boolean;
    /** The keys that agents have before they choose their own. */
    readonly shortcuts: Readonly<Record<ShortcutAction, string>>;
}

/** A number that an outside call may present. */
export interface NotifiedNumber {
    readonly number: string;
    /** What the agent sees beside it; empty: the number alone. */
    readonly label: string;
    /** What is dialled before the number so that the PBX presents it; null: it is told by P-Preferred-Identity (RFC 3325). */
    readonly prefix: string | null;
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
    confirmedKinds: ['international', 'premium'],
    statuses: [],
    signOutSignal: null,
    notifiedNumbers: [],
    echoExtension: null,
    agentAutoAnswer: true,
    shortcuts: defaultPreferences.shortcuts
};
