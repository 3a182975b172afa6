import { defaultSessionDescriptionHandlerFactory } from 'sip.js/lib/platform/web/session-description-handler/session-description-handler-factory-default.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { SessionDescriptionHandler } from 'sip.js/lib/api/session-description-handler.js';
import type { Cancel, Clock } from '../base/clock';

/** What a call uses of sip.js's WebRTC session, so that tests can hold whole conversations without a browser. */
export interface MediaSession extends SessionDescriptionHandler {
    readonly peerConnection: Pick<RTCPeerConnection, 'connectionState'> | undefined;
    readonly remoteMediaStream: MediaStream;
    peerConnectionDelegate: { onconnectionstatechange?(event: Event): void; ontrack?(event: Event): void } | undefined;
}

export type MediaSessionFactory = (session: Session, openMicrophone: () => Promise<MediaStream>) => MediaSession;

const GATHERING_LIMIT = 500;
const GATHERING_QUIET = 20;

/**
 * WebRTC without STUN or TURN, as the PBX is reached directly. The offer leaves when no address of this machine has turned up for a moment:
 * Chromium names all its interfaces at once and then spends another 100 ms on TCP candidates that no PBX uses.
 */
export function webRtcSessions(clock: Clock): MediaSessionFactory {
    return (session, openMicrophone) => {
        const handler = defaultSessionDescriptionHandlerFactory(openMicrophone)(session, {
            iceGatheringTimeout: GATHERING_LIMIT,
            peerConnectionConfiguration: { iceServers: [] }
        });
        let cancelQuiet: Cancel = () => undefined;
        handler.peerConnection?.addEventListener('icecandidate', ({ candidate }) => {
            cancelQuiet();
            if (candidate) cancelQuiet = clock.after(GATHERING_QUIET, () => handler.iceGatheringComplete());
        });
        return handler;
    };
}
