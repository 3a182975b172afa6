import type { CrmView } from '../crm-host';
import { field } from '../record-link';
import { readRecord } from './open-cti-payload';

/**
 * Lightning's own addresses of forms: a new record, and one that is edited or cloned; behind `#` as older pages have them. In a console the
 * tab around has an address too, in the query (`ws`).
 */
const FORM = [
    /\/o\/[^/?#&]+\/new(?![^/?#&])/i,
    /\/r\/(?:[^/?#&]+\/)?[a-z0-9]{15,18}\/(?:edit|clone)(?![^/?#&])/i,
    /\/sObject\/[^/?#&]+\/(?:new|edit|clone)(?![^/?#&])/i
];
const LIST = /\/o\/[^/?#&]+\/(?:list|home)(?![^/?#&])/i;
const LONGEST_URL = 10_000;

/**
 * Reads the page in front of the agent out of `getAppViewInfo` or `onNavigationChange`. Whether it is a form is the best guess there is: the
 * address is not part of the contract, but nothing else tells. A page of an object that is neither a record nor a list counts as its form.
 */
export function readView(payload: unknown): CrmView {
    const inner = field(payload, 'returnValue');
    const view = typeof inner === 'object' && inner !== null ? inner : payload;
    const record = readRecord(view);
    const [url, objectType] = [field(view, 'url'), field(view, 'objectType')];
    const address = typeof url === 'string' ? decoded(url.slice(0, LONGEST_URL)) : '';
    const isNew = typeof objectType === 'string' && objectType !== '' && record === null && !LIST.test(address);
    return { record, isForm: isNew || FORM.some((form) => form.test(address)) };
}

/** An address within an address is encoded. */
function decoded(url: string): string {
    return url.replace(/%2F/gi, '/').replace(/%3F/gi, '?').replace(/%23/g, '#').replace(/%26/g, '&');
}
