import type { Call } from './call';
import type { CallSettings } from './call-settings';
import type { ParkedCall } from './parked-call';
import { callAbilities, canDial, partnerOf, type CallAbilities } from './selectors';
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

/**
 * What the view gets: the state and the answers of the selectors. Plain JSON, immutable, safe to send between windows.
 * This and `SoftphoneCommand` are all that view and core share.
 */
export interface SoftphoneSnapshot extends Omit<SoftphoneState, 'calls' | 'parkedCalls'> {
    readonly calls: readonly CallSnapshot[];
    readonly parkedCalls: readonly ParkedCallSnapshot[];
    readonly can: { readonly dial: boolean };
}

export function takeSnapshot(state: SoftphoneState, settings: CallSettings, formatNumber: (number: string) => string): SoftphoneSnapshot {
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
        can: { dial: canDial(state) }
    };
}
