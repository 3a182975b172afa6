import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import { OneAtATime } from './one-at-a-time';
import { stopTracks } from './stop-tracks';

/** What a call offers for changing what it sends. Rejects when the call is over. */
export interface OutgoingAudio {
    replace(track: MediaStreamTrack): Promise<void>;
}

export interface SendingCallParts {
    readonly callId: CallId;
    readonly outgoing: OutgoingAudio;
    readonly openMicrophone: () => Promise<MediaStream>;
    /** There is another microphone track. */
    readonly onMicrophone: () => void;
    readonly logger: Logger;
}

/**
 * What one call sends, and the microphone that it has for itself.
 *
 *     opening ──▶ live ◀──plugged in── lost
 *                   └────unplugged──────▲
 *
 * `close` ends each of them, and no microphone stays on after it.
 */
export class SendingCall {
    readonly #parts: SendingCallParts;
    readonly #restoring = new OneAtATime(() => this.#restore());
    readonly #replacing = new OneAtATime(() => this.#replace());
    #microphone: MediaStream | null = null;
    #microphoneOn = false;
    #sent: MediaStreamTrack | null = null;
    #wanted: MediaStreamTrack | null = null;
    #closed = false;

    constructor(parts: SendingCallParts) {
        this.#parts = parts;
    }

    /** Null while there is none: not yet, or unplugged. */
    get microphone(): MediaStreamTrack | null {
        const track = this.#track;
        return track?.readyState === 'live' ? track : null;
    }

    /** The first microphone of the call, whose track the caller puts in place itself. It is stopped already if the call was closed meanwhile. */
    async open(): Promise<MediaStream> {
        const stream = await this.#parts.openMicrophone();
        this.#take(stream);
        this.#sent = this.#track;
        return stream;
    }

    switchMicrophone(on: boolean): void {
        this.#microphoneOn = on;
        if (this.#track) this.#track.enabled = on;
    }

    /** Sends the mix, or with null the microphone alone. A track that could not be put in place is tried again with the next request. */
    send(mix: MediaStreamTrack | null): void {
        this.#wanted = mix ?? this.#track;
        this.#replacing.request();
    }

    /** Opens a microphone again if the call has lost its own. */
    restoreMicrophone(): void {
        this.#restoring.request();
    }

    close(): void {
        this.#closed = true;
        if (this.#microphone) stopTracks(this.#microphone);
    }

    get #track(): MediaStreamTrack | null {
        return this.#microphone?.getAudioTracks()[0] ?? null;
    }

    #take(stream: MediaStream): void {
        this.#microphone = stream;
        if (this.#closed) return stopTracks(stream);
        this.switchMicrophone(this.#microphoneOn);
        // Fires when the device is gone or the permission withdrawn, not after stop() (W3C Media Capture and Streams, section 4.3.1).
        this.#track?.addEventListener('ended', () => this.#onLost());
    }

    #onLost(): void {
        this.#parts.logger.warn('The microphone of a call is gone', { callId: this.#parts.callId });
        this.restoreMicrophone();
    }

    async #restore(): Promise<void> {
        const { callId, logger } = this.#parts;
        if (this.#closed || this.#track?.readyState !== 'ended') return;
        try {
            this.#take(await this.#parts.openMicrophone());
        } catch (error) {
            logger.warn('The call goes on without a microphone', { callId, error: describeError(error) });
            return;
        }
        if (this.#closed) return;
        logger.info('The call has a microphone again', { callId });
        this.#parts.onMicrophone();
    }

    async #replace(): Promise<void> {
        const wanted = this.#wanted;
        if (this.#closed || !wanted || wanted === this.#sent) return;
        try {
            await this.#parts.outgoing.replace(wanted);
            this.#sent = wanted;
        } catch (error) {
            if (this.#closed) return;
            const { callId, logger } = this.#parts;
            logger.error('The call goes on sending what it sent before', { callId, error: describeError(error) });
        }
    }
}
