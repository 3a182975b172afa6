import { URI } from 'sip.js/lib/grammar/uri.js';

const NUMBER = /^\+?\d{1,32}$/;

/**
 * The header field that asks the PBX to present a number of the company to the callee, for an INVITE (RFC 3325 section 9.2):
 * `P-Preferred-Identity: <sip:0312345678@pbx.example>`. Null: this is no telephone number.
 */
export function writeNotifiedNumber(number: string, { host, port }: URI): string | null {
    return NUMBER.test(number) ? `P-Preferred-Identity: <${new URI('sip', number, host, port).toString()}>` : null;
}
