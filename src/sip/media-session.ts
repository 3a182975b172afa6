import { SessionDescriptionHandler as WebSessionDescriptionHandler } from 'sip.js/lib/platform/web/session-description-handler/session-description-handler.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type {
    BodyAndContentType,
    SessionDescriptionHandler,
    SessionDescriptionHandlerModifier
} from 'sip.js/lib/api/session-description-handler.js';
import type { SessionDescriptionHandlerOptions } from 'sip.js/lib/platform/web/session-description-handler/session-description-handler-options.js';
import type { Cancel, Clock } from '../base/clock';
import type { OutgoingAudio } from './call-media';
import { SipError } from './sip-error';

/** What a call uses of sip.js's WebRTC session, so that tests can hold whole conversations without a browser. */
export interface MediaSession extends SessionDescriptionHandler, OutgoingAudio {
    readonly peerConnection: Pick<RTCPeerConnection, 'connectionState'> | undefined;
    readonly remoteMediaStream: MediaStream;
    peerConnectionDelegate: { onconnectionstatechange?(event: Event): void; ontrack?(event: Event): void } | undefined;
    /** Sends digits in the audio (RFC 4733) after those that are still being sent. False: the other side does not take them that way. */
    sendTones(digits: string): boolean;
    /** What the browser counts of the call's audio. Rejects when the call is over. */
    statistics(): Promise<RTCStatsReport>;
}

/** `openMicrophone`: null where the call is only to be listened to. */
export type MediaSessionFactory = (session: Session, openMicrophone: (() => Promise<MediaStream>) | null) => MediaSession;

/** For the first offer and for every later one. */
export const AUDIO_ONLY = { constraints: { audio: true, video: false } } as const;

/** For a machine too busy to name its addresses at once. */
const GATHERING_LIMIT = 3_000;
const GATHERING_QUIET = 20;
const TONE_DURATION = 100;
const TONE_GAP = 70;

const noMicrophone = (): Promise<MediaStream> => Promise.resolve(new MediaStream());

export function webRtcSessions(clock: Clock): MediaSessionFactory {
    return (session, openMicrophone) => new WebRtcSession(session, openMicrophone, clock);
}

/**
 * WebRTC without STUN or TURN, as the PBX is reached directly. The offer leaves when no address of this machine has turned up for a moment:
 * Chromium names all its interfaces at once and then spends another 100 ms on TCP candidates that no PBX uses.
 */
class WebRtcSession extends WebSessionDescriptionHandler implements MediaSession {
    constructor(session: Session, openMicrophone: (() => Promise<MediaStream>) | null, clock: Clock) {
        super(session.userAgent.getLogger('sip.SessionDescriptionHandler'), openMicrophone ?? noMicrophone, {
            iceGatheringTimeout: GATHERING_LIMIT,
            peerConnectionConfiguration: { iceServers: [] }
        });
        // Without a track and without this there would be no audio in the offer at all.
        if (!openMicrophone) this.peerConnection?.addTransceiver('audio', { direction: 'recvonly' });
        let cancelQuiet: Cancel = () => undefined;
        this.peerConnection?.addEventListener('icecandidate', ({ candidate }) => {
            cancelQuiet();
            if (candidate) cancelQuiet = clock.after(GATHERING_QUIET, () => this.iceGatheringComplete());
        });
    }

    /**
     * Without an address there had better be no call: Asterisk answers such an offer without ICE, which Chromium does not take, when the other
     * side has already picked up; and such an answer makes a call that is silent for good.
     */
    override async getDescription(
        options?: SessionDescriptionHandlerOptions,
        modifiers?: SessionDescriptionHandlerModifier[]
    ): Promise<BodyAndContentType> {
        const description = await super.getDescription(options, modifiers);
        if (!/^a=candidate:/m.test(description.body)) throw new SipError('no-address', 'The browser names no address for the audio');
        return description;
    }

    /** An offer was refused. sip.js leaves this out, and then no later offer can be made or answered. */
    async rollbackDescription(): Promise<void> {
        const { peerConnection } = this;
        if (peerConnection?.signalingState === 'have-local-offer') await peerConnection.setLocalDescription({ type: 'rollback' });
        if (peerConnection?.signalingState === 'have-remote-offer') await peerConnection.setRemoteDescription({ type: 'rollback' });
    }

    sendTones(digits: string): boolean {
        const dtmf = this.#sender?.dtmf;
        if (!dtmf?.canInsertDTMF) return false;
        // What is given takes the place of what has not been sent yet (W3C WebRTC section 7.2).
        dtmf.insertDTMF(dtmf.toneBuffer + digits, TONE_DURATION, TONE_GAP);
        return true;
    }

    async replace(track: MediaStreamTrack): Promise<void> {
        const sender = this.#sender;
        if (!sender) throw new SipError('call-over', 'The call sends nothing any more');
        await sender.replaceTrack(track);
    }

    async statistics(): Promise<RTCStatsReport> {
        const { peerConnection } = this;
        if (!peerConnection) throw new SipError('call-over', 'There is nothing to count any more');
        return peerConnection.getStats();
    }

    get #sender(): RTCRtpSender | undefined {
        return this.peerConnection?.getSenders()[0];
    }
}
