import { DenwaError } from '../base/errors';

/**
 * - `invalid-account`: server, domain or extension of an account cannot be written as SIP addresses
 * - `call-over`: a call ended while something of it was still being prepared; never reaches the agent
 */
export type SipProblem = 'invalid-account' | 'call-over';

export class SipError extends DenwaError<SipProblem> {
    override readonly name = 'SipError';
}
