/** What an item of the call center definition takes. The view has the words (c/denwaSettingText). */
export type SettingForm =
    | 'address'
    | 'domain'
    | 'one-of'
    | 'list-of'
    | 'whole-number'
    | 'texts'
    | 'extension'
    | 'header'
    | 'field'
    | 'keys'
    | 'statuses'
    | 'notified-numbers'
    | 'country-code'
    | 'international-prefix'
    | 'outside-prefix'
    | 'extensions'
    | 'feature-codes'
    | 'parking-range';

export interface SettingTakes {
    readonly form: SettingForm;
    /** What is said in the words of the form: the allowed words, or the least and the most. */
    readonly values?: readonly (string | number)[];
    /** Whether `-` stands for “none”. */
    readonly orNone?: boolean;
}

/** An item whose value makes no sense, for whoever can put it right in Setup, Call Centers. */
export interface SettingProblem {
    /** API names: `/denwaPbx/denwaPbxServer`. */
    readonly key: string;
    /** Section and item in the words of Setup. Plain text, as everything here, which anybody may have written. */
    readonly title: string;
    /** The value that was found, shortened and without credentials; empty: there is none. */
    readonly value: string;
    readonly takes: SettingTakes;
    /** The value that the phone goes on with; null: none can stand in, or only the wrong part is left out. */
    readonly standIn: string | null;
}
