import type { AppViewInfo, ClickToDial, PersonAccountInfo } from '../host/org-page';
import { isPerson, recordName, textOf, type OrgRecord } from '../shared/records';
import type { PageState } from './state';

/**
 * What Open CTI tells of the page. The form of a new record has nothing but its URL, as a list; the form that changes a record tells that
 * record.
 */
export function appViewInfo({ content, modal }: PageState, url: string): AppViewInfo {
    const isOfRecord = modal === null || (modal.kind === 'form' && modal.recordId !== null);
    if (content.kind !== 'record' || !isOfRecord) {
        return { url };
    }
    const { record } = content.page;
    return { url, recordId: record.id, recordName: recordName(record), objectType: record.objectType, ...personAccountInfo(record) };
}

export function clickToDialOn(number: string, record: OrgRecord): ClickToDial {
    const { id, objectType } = record;
    return { number, recordId: id, recordName: recordName(record), objectType, ...personAccountInfo(record), params: '' };
}

/** Source: Open CTI developer guide, getAppViewInfo: on a person account there are two more. */
function personAccountInfo(record: OrgRecord): PersonAccountInfo {
    return isPerson(record) ? { contactId: textOf(record, 'PersonContactId'), personAccount: true } : {};
}
