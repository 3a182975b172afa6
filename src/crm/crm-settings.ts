/** What the administrator decides about screen pops and call logs. */
export interface CrmSettings {
    readonly screenPop: ScreenPopSettings;
    readonly callLog: CallLogSettings;
}

export interface ScreenPopSettings {
    /** When the caller's record opens. `never`: it is only offered in the panel. */
    readonly when: 'ringing' | 'answered' | 'never';
    /** Whether calls between colleagues are searched and opened too. */
    readonly internal: boolean;
    /** What opens for a caller whom no record matches: nothing, the form of a new record, or the search page. */
    readonly noMatch: 'nothing' | 'Contact' | 'Lead' | 'Case' | 'search';
    /** What asks the agent when several records match: the panel, or the search page. */
    readonly manyMatches: 'choice' | 'search';
    /** True: Salesforce searches and decides by the softphone layout instead of all that. */
    readonly bySoftphoneLayout: boolean;
}

export interface CallLogSettings {
    /** Which calls leave a Task. */
    readonly inbound: boolean;
    readonly outbound: boolean;
    readonly internal: boolean;
    readonly unanswered: boolean;
    /** How long after a call its log waits for notes. 0: it is saved at once. */
    readonly wrapUpSeconds: number;
    /** What the agent may choose as disposition; empty where the org's own field has the values, or none are wanted. */
    readonly dispositions: readonly string[];
    /** API names of the Task's fields for what a Task has no field for; null: not saved. */
    readonly fields: {
        readonly disposition: string;
        readonly businessLabel: string | null;
        readonly holdSeconds: string | null;
        /** Gets the mean opinion score, from 1 to 4.5 with one decimal. */
        readonly quality: string | null;
    };
}

export const defaultCrmSettings: CrmSettings = {
    screenPop: { when: 'ringing', internal: false, noMatch: 'Contact', manyMatches: 'choice', bySoftphoneLayout: false },
    callLog: {
        inbound: true,
        outbound: true,
        internal: true,
        unanswered: true,
        wrapUpSeconds: 30,
        dispositions: [],
        fields: { disposition: 'CallDisposition', businessLabel: null, holdSeconds: null, quality: null }
    }
};
