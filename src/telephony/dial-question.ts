import type { DialOption, NumberProblem } from '../phone-number/dial-plan';
import type { CallId } from './call';
import type { RecordLink } from './record';

/** What would be dialled for the number in the dial pad, and why. */
export interface DialPreview {
    /** The text that it is about, as it stands in the dial pad. */
    readonly number: string;
    /** Null: it has to be asked, or cannot be dialled. */
    readonly option: DialOption | null;
    /** What stood behind 内線 or ext. */
    readonly extension: string | null;
    readonly problem: NumberProblem | null;
    /** What it may mean, where that has to be asked. */
    readonly candidates: readonly DialOption[];
    /** What one gets by dialling exactly as typed; null where nothing can be dialled that way, or it is no different. */
    readonly exactly: DialOption | null;
    /** The settings want such numbers to be confirmed. */
    readonly needsConfirmation: boolean;
}

/**
 * A question to the agent before a number is dialled: which of several it is, or whether it is really meant. Waits until it is answered,
 * dismissed, or another number is dialled.
 */
export interface DialQuestion {
    readonly id: string;
    /** The text that was to be dialled. */
    readonly number: string;
    readonly reason: 'ambiguous' | 'confirm';
    readonly options: readonly DialOption[];
    /** What is keyed in after the answer. */
    readonly extension: string | null;
    /** The record that the number was clicked on. */
    readonly record: RecordLink | null;
    /** The call that it is a consultation for. */
    readonly consultationOf: CallId | null;
}

export interface DialPadState {
    readonly preview: DialPreview | null;
    readonly question: DialQuestion | null;
}

export type DialPadEvent =
    | { readonly type: 'number-previewed'; readonly preview: DialPreview | null }
    | { readonly type: 'dial-asked'; readonly question: DialQuestion }
    | { readonly type: 'dial-decided' };

export function dialPadTransition(pad: DialPadState, event: DialPadEvent): DialPadState {
    switch (event.type) {
        case 'number-previewed':
            return { ...pad, preview: event.preview };
        case 'dial-asked':
            return { ...pad, question: event.question };
        case 'dial-decided':
            return pad.question === null ? pad : { ...pad, question: null };
    }
}
