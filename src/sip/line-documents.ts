import type { LineState } from '../telephony/transfer';

// What a PBX sends about its lines. Read by a few strict expressions and not as XML: the unit tests run without a DOM, three words are all
// that is wanted, and a document that looks any different is one that tells nothing.

const LONGEST_DOCUMENT = 20_000;

/** What a `dialog-info` document (RFC 4235) says of its line. Null: nothing that is understood. */
export function readDialogInfo(body: string): Extract<LineState, 'idle' | 'ringing' | 'busy'> | null {
    if (!isDocument(body, 'dialog-info')) return null;
    const states = [...body.matchAll(/<state\b[^<>]*>\s*(\w+)\s*<\/state>/g)].map(([, state]) => state);
    // Section 3.7.1. `trying` and `proceeding` are of a line that dials.
    if (states.some((state) => state === 'confirmed' || state === 'trying' || state === 'proceeding')) return 'busy';
    if (states.includes('early')) return 'ringing';
    return states.every((state) => state === 'terminated') ? 'idle' : null;
}

/** What a `presence` document (RFC 3863) with the activities of RFC 4480 says of its line. Null: nothing that is understood. */
export function readPresence(body: string): Extract<LineState, 'idle' | 'busy' | 'offline'> | null {
    if (!isDocument(body, 'presence')) return null;
    if (/<(?:\w+:)?(?:busy|on-the-phone)\s*\/>/.test(body)) return 'busy';
    const basic = [...body.matchAll(/<basic>\s*(open|closed)\s*<\/basic>/g)].map(([, state]) => state);
    if (basic.length === 0) return null;
    return basic.includes('open') ? 'idle' : 'offline';
}

function isDocument(body: string, root: string): boolean {
    return body.length <= LONGEST_DOCUMENT && new RegExp(`^\\s*(?:<\\?xml[^<>]*\\?>\\s*)?<${root}\\b[\\s\\S]*</${root}>\\s*$`).test(body);
}
