import type { SoftphoneState } from '../telephony/state';
import { liveCalls } from '../telephony/selectors';
import type { AudioPort } from './audio-port';

/** What the agent should hear: the ring of an offered call, or the ringback of a dialled one until it is answered. */
export function toneFor(state: SoftphoneState): Parameters<AudioPort['tone']>[0] {
    const ringing = liveCalls(state).find(({ phase }) => phase === 'ringing');
    if (!ringing) return 'none';
    if (ringing.direction === 'inbound') return 'ring';
    // RFC 3960 section 3.2: no local ringback over the early media that the PBX sends.
    return ringing.media === 'connected' ? 'none' : 'ringback';
}
