import type { Call } from './call';
import { callAbilities, canDial, type CallAbilities } from './selectors';
import type { SoftphoneState } from './state';

export interface CallSnapshot extends Call {
    /** The remote number as people write it (`090-1234-5678`); null when it is withheld. */
    readonly numberText: string | null;
    readonly can: CallAbilities;
}

/**
 * What the view gets: the state and the answers of the selectors. Plain JSON, immutable, safe to send between windows.
 * This and `SoftphoneCommand` are all that view and core share.
 */
export interface SoftphoneSnapshot extends Omit<SoftphoneState, 'calls'> {
    readonly calls: readonly CallSnapshot[];
    readonly can: { readonly dial: boolean };
}

export function takeSnapshot(state: SoftphoneState, formatNumber: (number: string) => string): SoftphoneSnapshot {
    return {
        ...state,
        calls: state.calls.map((call) => ({
            ...call,
            numberText: call.remote.number === null ? null : formatNumber(call.remote.number),
            can: callAbilities(call)
        })),
        can: { dial: canDial(state) }
    };
}
