import type { CallId } from '../telephony/call';

/** The microphone and the loudspeaker as a call needs them; the media room has them. */
export interface CallMedia {
    /**
     * A stream of its own for every call, because the end of a call stops its tracks. Rejects where there is no usable microphone.
     * What the call sends may be changed later through `outgoing`: another microphone, or a mix.
     */
    openMicrophone(callId: CallId, outgoing: OutgoingAudio): Promise<MediaStream>;
    /** Lets the agent hear the call. A second stream of the same call replaces the first. */
    play(callId: CallId, stream: MediaStream): void;
    /** `statistics`: what the browser counts of the call's audio (W3C WebRTC Statistics), until `stop`. Rejects when the call is over. */
    measure(callId: CallId, statistics: () => Promise<RTCStatsReport>): void;
    stop(callId: CallId): void;
}

/** The sending half of a call's media. */
export interface OutgoingAudio {
    /** Sends this track instead, without telling the other side (W3C WebRTC, replaceTrack). Rejects when the call is over. */
    replace(track: MediaStreamTrack): Promise<void>;
}
