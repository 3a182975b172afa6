import type { RecordLink } from './record';

/** A value that the agent may choose as a call's disposition. */
export interface Disposition {
    readonly value: string;
    readonly label: string;
}

/** What the phone knows of the CRM around it. */
export interface CrmState {
    /** The record on the page in front of the agent; null when it is none, or the CRM does not tell. */
    readonly viewed: RecordLink | null;
    /** Empty: calls get no disposition from the agent. */
    readonly dispositions: readonly Disposition[];
}

export type CrmEvent =
    | { readonly type: 'crm-viewed'; readonly record: RecordLink | null }
    | { readonly type: 'crm-dispositions'; readonly dispositions: readonly Disposition[] };

export function crmTransition(crm: CrmState, event: CrmEvent): CrmState {
    switch (event.type) {
        case 'crm-viewed':
            return crm.viewed?.id === event.record?.id ? crm : { ...crm, viewed: event.record };
        case 'crm-dispositions':
            return { ...crm, dispositions: event.dispositions };
    }
}
