import { DenwaError } from '../base/errors';

/**
 * - `invalid-account`: server, domain or extension of an account cannot be written as SIP addresses
 * - `call-over`: a call ended while something of it was still being prepared; never reaches the agent
 * - `no-address`: the browser names no address at which this machine could hear the other side; ends the call as `media-failed`
 */
export type SipProblem = 'invalid-account' | 'call-over' | 'no-address';

export class SipError extends DenwaError<SipProblem> {
    override readonly name = 'SipError';
}
