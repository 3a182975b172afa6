import type { Call } from '../telephony/call';
import { liveCalls } from '../telephony/selectors';
import type { SoftphoneState } from '../telephony/state';
import type { AudioPort } from './audio-port';

/** What the agent should hear: the ring of an offered call, or the ringback of a dialled one until it is answered. */
export function toneFor(state: SoftphoneState): Parameters<AudioPort['tone']>[0] {
    const calls = liveCalls(state).filter(({ phase }) => phase !== 'ending');
    if (calls.some(isOffered)) return calls.every(isOffered) ? 'ring' : 'call-waiting';
    const ringing = calls.find(({ phase }) => phase === 'ringing');
    // RFC 3960 section 3.2: no local ringback over the early media that the PBX sends.
    return ringing && ringing.media !== 'connected' ? 'ringback' : 'none';
}

function isOffered({ direction, phase }: Call): boolean {
    return direction === 'inbound' && phase === 'ringing';
}
