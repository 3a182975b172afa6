import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import { ConferenceMixer } from './conference-mixer';
import { SendingCall, type OutgoingAudio } from './sending-call';

export interface SentAudioParts {
    /** A fresh stream for each call. */
    readonly openMicrophone: () => Promise<MediaStream>;
    /** The audio that comes from the other party of a call; null as long as there is none. */
    readonly heard: (callId: CallId) => MediaStreamTrack | null;
    readonly createContext: () => AudioContext;
    readonly createStream: (track: MediaStreamTrack) => MediaStream;
    /** `navigator.mediaDevices`, which tells when something is plugged in; undefined in an insecure page. */
    readonly devices: Pick<EventTarget, 'addEventListener'> | undefined;
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
        parts.devices?.addEventListener('devicechange', () => this.restoreMicrophones());
    }

    /** The microphone of a call, until `stop`. It is off as long as `sound` does not say otherwise, be it before or after. */
    open(callId: CallId, outgoing: OutgoingAudio): Promise<MediaStream> {
        this.stop(callId);
        const { openMicrophone, logger } = this.#parts;
        const call = new SendingCall({ callId, outgoing, openMicrophone, onMicrophone: () => this.update(), logger });
        this.#calls.set(callId, call);
        this.update();
        return call.open();
    }

    sound(calls: readonly CallSound[]): void {
        this.#wishes = calls;
        this.update();
    }

    stop(callId: CallId): void {
        const call = this.#calls.get(callId);
        if (!call) return;
        this.#calls.delete(callId);
        call.close();
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

    unlock(): void {
        this.#mixer.unlock();
    }
}
