import type { CallId } from '../telephony/call';

/** The microphone and the loudspeaker as a call needs them; the media room has them. */
export interface CallMedia {
    /** A stream of its own for every call, because the end of a call stops its tracks. Rejects where there is no usable microphone. */
    openMicrophone(): Promise<MediaStream>;
    /** Lets the agent hear the call. A second stream of the same call replaces the first. */
    play(callId: CallId, stream: MediaStream): void;
    stop(callId: CallId): void;
}
