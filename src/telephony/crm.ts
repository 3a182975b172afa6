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
    /** Whether a press on a number in the CRM reaches the phone; `unavailable`: the CRM does not answer. */
    readonly clickToDial: 'off' | 'on' | 'unavailable';
}

export type CrmEvent =
    | { readonly type: 'crm-viewed'; readonly record: RecordLink | null }
    | { readonly type: 'crm-dispositions'; readonly dispositions: readonly Disposition[] }
    | { readonly type: 'crm-click-to-dial'; readonly status: CrmState['clickToDial'] };

export function crmTransition(crm: CrmState, event: CrmEvent): CrmState {
    switch (event.type) {
        case 'crm-viewed':
            return crm.viewed?.id === event.record?.id ? crm : { ...crm, viewed: event.record };
        case 'crm-dispositions':
            return { ...crm, dispositions: event.dispositions };
        case 'crm-click-to-dial':
            return crm.clickToDial === event.status ? crm : { ...crm, clickToDial: event.status };
    }
}
