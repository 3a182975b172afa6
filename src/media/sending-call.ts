import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import { OneAtATime } from './one-at-a-time';
import type { MicrophoneFact } from './microphone-input-watch';
import { stopTracks } from './stop-tracks';

/** What a call offers for changing what it sends. Rejects when the call is over. */
export interface OutgoingAudio {
    replace(track: MediaStreamTrack): Promise<void>;
}

export interface SendingCallParts {
    readonly callId: CallId;
    readonly outgoing: OutgoingAudio;
    readonly openMicrophone: () => Promise<MediaStream>;
    /** To be awaited before a lost microphone is replaced: finds out which devices are left. */
    readonly lookForDevices: () => Promise<void>;
    /** What has become of the microphone. Not told once the call is closed. */
    readonly onFact: (fact: MicrophoneFact) => void;
    /** There is another microphone track. */
    readonly onMicrophone: () => void;
    readonly logger: Logger;
}

/**
 * What one call sends, and the microphone that it has for itself.
 *
 *     opening ──▶ live ◀──plugged in── lost
 *                 │  └────unplugged──────▲
 *                 └─another one is chosen─▶ live
 *
 * The former microphone goes on until the new one is in its place. `close` ends each of them, and no microphone stays on after it.
 */
export class SendingCall {
    readonly #parts: SendingCallParts;
    readonly #reopening = new OneAtATime(() => this.#reopen());
    readonly #replacing = new OneAtATime(() => this.#replace());
    #microphone: MediaStream | null = null;
    /** Microphones that another one takes the place of, until it has. */
    #former: readonly MediaStream[] = [];
    /** Another device is to be opened than the one that is. */
    #outdated = false;
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
        for (const stream of [...this.#former, this.#microphone]) {
            for (const track of stream?.getTracks() ?? []) track.enabled = on;
        }
    }

    /** Sends the mix, or with null the microphone alone. A track that could not be put in place is tried again with the next request. */
    send(mix: MediaStreamTrack | null): void {
        this.#wanted = mix ?? this.#track;
        this.#replacing.request();
    }

    /** Opens a microphone again if the call has lost its own. */
    restoreMicrophone(): void {
        this.#reopening.request();
    }

    /** Opens the microphone anew, as another device is to be used. The call keeps the one it has where that fails. */
    changeMicrophone(): void {
        this.#outdated = true;
        this.#reopening.request();
    }

    close(): void {
        this.#closed = true;
        this.#stopFormer();
        if (this.#microphone) stopTracks(this.#microphone);
    }

    get #track(): MediaStreamTrack | null {
        return this.#microphone?.getAudioTracks()[0] ?? null;
    }

    #take(stream: MediaStream): void {
        if (this.#closed) return stopTracks(stream);
        if (this.#microphone) this.#former = [...this.#former, this.#microphone];
        this.#microphone = stream;
        this.switchMicrophone(this.#microphoneOn);
        const track = this.#track;
        if (track) this.#watch(track);
    }

    #watch(track: MediaStreamTrack): void {
        const tell = (fact: MicrophoneFact): void => {
            if (!this.#closed && track === this.#track) this.#parts.onFact(fact);
        };
        track.addEventListener('mute', () => tell('muted'));
        track.addEventListener('unmute', () => tell('live'));
        // Fires when the device is gone or the permission withdrawn, not after stop() (W3C Media Capture and Streams, section 4.3.1).
        track.addEventListener('ended', () => {
            tell('lost');
            if (track === this.#track) this.#onLost();
        });
        tell(track.muted ? 'muted' : 'live');
    }

    #onLost(): void {
        this.#parts.logger.warn('The microphone of a call is gone', { callId: this.#parts.callId });
        this.restoreMicrophone();
    }

    async #reopen(): Promise<void> {
        const { callId, lookForDevices, openMicrophone, onMicrophone, logger } = this.#parts;
        const track = this.#track;
        if (this.#closed || !track) return;
        if (track.readyState === 'ended') await lookForDevices();
        else if (!this.#outdated) return;
        this.#outdated = false;
        try {
            this.#take(await openMicrophone());
        } catch (error) {
            logger.warn('The call goes on with the microphone it had, if any', { callId, error: describeError(error) });
            return;
        }
        if (this.#closed) return;
        logger.info('The call has another microphone', { callId });
        onMicrophone();
    }

    #stopFormer(): void {
        for (const stream of this.#former) stopTracks(stream);
        this.#former = [];
    }

    async #replace(): Promise<void> {
        const wanted = this.#wanted;
        if (this.#closed || !wanted) return;
        try {
            if (wanted !== this.#sent) await this.#parts.outgoing.replace(wanted);
            this.#sent = wanted;
            if (wanted === this.#wanted) this.#stopFormer();
        } catch (error) {
            if (this.#closed) return;
            const { callId, logger } = this.#parts;
            logger.error('The call goes on sending what it sent before', { callId, error: describeError(error) });
        }
    }
}
