import type { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import type { Cancel } from '../base/clock';
import type { CallId } from '../telephony/call';
import type { SignallingEvent } from '../telephony/signalling';
import type { CallMedia } from './call-media';
import { OutboundCall } from './outbound-call';
import type { SipCallParts } from './sip-call';
import { SipError } from './sip-error';

/** Milliseconds. A feature code may do its work after it has answered, and nobody needs to hear out what it says then. */
const STAY = 3_000;

const SILENCE: CallMedia = {
    openMicrophone: () => Promise.reject(new SipError('call-over', 'A status call has no microphone')),
    play: () => undefined,
    measure: () => undefined,
    stop: () => undefined
};

/** A call to a feature code that nobody speaks in or hears, and that is none of the agent's calls. */
export class StatusCall extends OutboundCall {
    /** Whether the PBX answered; known when the call has ended. */
    readonly isTaken: Promise<boolean>;

    constructor(id: CallId, userAgent: UserAgent, target: URI, parts: SipCallParts) {
        const { clock, mediaSessions } = parts;
        let settle: (isTaken: boolean) => void = () => undefined;
        let isAnswered = false;
        let cancelStay: Cancel = () => undefined;
        const follow = ({ type }: SignallingEvent): void => {
            if (type === 'call-connected') {
                isAnswered = true;
                cancelStay = clock.after(STAY, () => this.hangUp());
            }
            if (type === 'call-ended') {
                cancelStay();
                settle(isAnswered);
            }
        };
        super(id, userAgent, target, [], {
            ...parts,
            media: SILENCE,
            mediaSessions: (session) => mediaSessions(session, null),
            emit: follow
        });
        this.isTaken = new Promise((resolve) => (settle = resolve));
    }
}
