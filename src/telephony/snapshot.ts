import type { AgentStatus } from './agent-status';
import type { Call } from './call';
import type { CallSettings, NotifiedNumber } from './call-settings';
import type { ParkedCall } from './parked-call';
import { callAbilities, canDial, partnerOf, type CallAbilities } from './selectors';
import type { SettingProblem } from './setting-problem';
import type { SoftphoneState } from './state';

export interface CallSnapshot extends Call {
    /** The remote number as people write it (`090-1234-5678`); null when it is withheld. */
    readonly numberText: string | null;
    /** The number that an inbound caller dialled, as people write it; null when the PBX does not tell. */
    readonly dialledNumberText: string | null;
    /** The call it could be transferred to, swapped or merged with; null when there is none. */
    readonly partnerId: string | null;
    readonly can: CallAbilities;
}

export interface ParkedCallSnapshot extends ParkedCall {
    readonly numberText: string | null;
}

/** What the settings offer to the agent. */
export interface PanelOptions {
    readonly statuses: readonly AgentStatus[];
    readonly notifiedNumbers: readonly (Pick<NotifiedNumber, 'number' | 'label'> & { readonly numberText: string })[];
    readonly echoCall: boolean;
    readonly autoAnswer: boolean;
}

/** What the phone is, for the version information. */
export interface About {
    readonly version: string;
    /** Of the page, without its query. */
    readonly url: string;
    /** The user of the CRM; empty outside of it. */
    readonly userName: string;
    /** The WebSocket address of the PBX; null as long as it is not known. */
    readonly server: string | null;
    readonly browser: string;
    /** What an administrator has to put right. */
    readonly settingProblems: readonly SettingProblem[];
}

/**
 * What the view gets: the state and the answers of the selectors. Plain JSON, immutable, safe to send between windows.
 * This and `SoftphoneCommand` are all that view and core share.
 */
export interface SoftphoneSnapshot extends Omit<SoftphoneState, 'calls' | 'parkedCalls'> {
    readonly calls: readonly CallSnapshot[];
    readonly parkedCalls: readonly ParkedCallSnapshot[];
    readonly options: PanelOptions;
    readonly about: About;
    readonly can: { readonly dial: boolean };
}

export function takeSnapshot(
    state: SoftphoneState,
    settings: CallSettings,
    about: About,
    formatNumber: (number: string) => string
): SoftphoneSnapshot {
    const written = (number: string | null): string | null => (number === null ? null : formatNumber(number));
    return {
        ...state,
        calls: state.calls.map((call) => ({
            ...call,
            numberText: written(call.remote.number),
            dialledNumberText: written(call.details.dialledNumber),
            partnerId: partnerOf(state, call)?.id ?? null,
            can: callAbilities(state, call, settings)
        })),
        parkedCalls: state.parkedCalls.map((parked) => ({ ...parked, numberText: written(parked.remote.number) })),
        options: panelOptions(settings, formatNumber),
        about,
        can: { dial: canDial(state) }
    };
}

function panelOptions(
    { statuses, notifiedNumbers, echoExtension, agentAutoAnswer }: CallSettings,
    formatNumber: (number: string) => string
): PanelOptions {
    return {
        statuses: statuses.map(({ kind, reason }) => ({ kind, reason })),
        notifiedNumbers: notifiedNumbers.map(({ number, label }) => ({ number, label, numberText: formatNumber(number) })),
        echoCall: echoExtension !== null,
        autoAnswer: agentAutoAnswer
    };
}
