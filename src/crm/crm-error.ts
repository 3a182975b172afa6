import { DenwaError } from '../base/errors';

/**
 * - `crm-unavailable`: the phone was opened outside of the CRM
 * - `timed-out`: the CRM did not answer; whether it acted is unknown
 * - `rejected`: the CRM answered that it did not do it
 * - `misused`: the CRM found the request itself wrong
 */
export type CrmReason = 'crm-unavailable' | 'timed-out' | 'rejected' | 'misused';

export class CrmError extends DenwaError<CrmReason> {
    override readonly name = 'CrmError';
}
