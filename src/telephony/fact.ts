import type { Call } from './call';
import type { Origin } from './origin';

/** What happened, told once each to whoever reports it further (the CRM). Every fact says who caused it. */
export type SoftphoneFact =
    | { readonly type: 'registration-changed'; readonly registered: boolean; readonly origin: Origin }
    /** `call-identified`: the other party has changed, as after a transfer or a pickup. */
    | { readonly type: 'call-started' | 'call-connected' | 'call-identified' | 'call-ended'; readonly call: Call; readonly origin: Origin };
