import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import { ConferenceMixer } from './conference-mixer';
import type { MicrophoneInputWatch } from './microphone-input-watch';
import { SendingCall, type OutgoingAudio } from './sending-call';

export interface SentAudioParts {
    /** A fresh stream for each call. */
    readonly openMicrophone: () => Promise<MediaStream>;
    /** To be awaited before a lost microphone is replaced: finds out which devices are left. */
    readonly lookForDevices: () => Promise<void>;
    readonly input: MicrophoneInputWatch;
    /** The audio that comes from the other party of a call; null as long as there is none. */
    readonly heard: (callId: CallId) => MediaStreamTrack | null;
    readonly createContext: () => AudioContext;
    readonly createStream: (track: MediaStreamTrack) => MediaStream;
    readonly logger: Logger;
}

/** What every call sends: the agent's microphone, and in a three-way call the other party with it. */
export class SentAudio {
    readonly #parts: SentAudioParts;
    readonly #mixer: ConferenceMixer;
    readonly #calls = new Map<CallId, SendingCall>();
    #wishes: readonly CallSound[] = [];

    constructor(parts: SentAudioParts) {
        this.#parts = parts;
        const { createContext, createStream, logger } = parts;
        this.#mixer = new ConferenceMixer({ createContext, createStream, onChange: () => this.update(), logger });
    }

    /** Whether a call has a microphone, or is about to. */
    get isInUse(): boolean {
        return this.#calls.size > 0;
    }

    /** The microphone of a call, until `stop`. It is off as long as `sound` does not say otherwise, be it before or after. */
    open(callId: CallId, outgoing: OutgoingAudio): Promise<MediaStream> {
        this.stop(callId);
        const { openMicrophone, lookForDevices, input, logger } = this.#parts;
        const call = new SendingCall({
            callId,
            outgoing,
            openMicrophone,
            lookForDevices,
            onFact: (fact) => input.microphone(callId, fact),
            onMicrophone: () => this.update(),
            logger
        });
        this.#calls.set(callId, call);
        this.update();
        return call.open();
    }

    sound(calls: readonly CallSound[]): void {
        this.#wishes = calls;
        this.#parts.input.sound(calls);
        this.update();
    }

    stop(callId: CallId): void {
        const call = this.#calls.get(callId);
        if (!call) return;
        this.#calls.delete(callId);
        call.close();
        this.#parts.input.stop(callId);
        this.update();
    }

    /** Something that a call sends may have changed. */
    update(): void {
        const wished = new Map(this.#wishes.map((wish) => [wish.callId, wish]));
        for (const [callId, call] of this.#calls) call.switchMicrophone(wished.get(callId)?.microphone ?? false);
        const mixes = this.#mixer.mix(
            [...this.#calls]
                .filter(([callId]) => wished.get(callId)?.joined)
                .map(([callId, { microphone }]) => ({ callId, microphone, remote: this.#parts.heard(callId) }))
        );
        for (const [callId, call] of this.#calls) call.send(mixes.get(callId) ?? null);
    }

    /** Gives every call that lost its microphone another one, if there is one now. */
    restoreMicrophones(): void {
        for (const call of this.#calls.values()) call.restoreMicrophone();
    }

    /** Gives every call the microphone that is to be used now. */
    changeMicrophones(): void {
        for (const call of this.#calls.values()) call.changeMicrophone();
    }

    unlock(): void {
        this.#mixer.unlock();
    }
}
