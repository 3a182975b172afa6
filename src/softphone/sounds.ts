import type { Logger } from '../base/logger';
import { soundOf, type CallSound } from '../telephony/call-sound';
import type { SoftphoneState } from '../telephony/state';
import type { AudioPort } from './audio-port';
import { attempt } from './effects';
import { toneFor } from './tone';

/** Keeps what is heard in step with the state. */
export class Sounds {
    readonly #audio: AudioPort;
    readonly #logger: Logger;
    #told: readonly CallSound[] = [];

    constructor(audio: AudioPort, logger: Logger) {
        this.#audio = audio;
        this.#logger = logger;
    }

    follow(state: SoftphoneState): void {
        const calls = soundOf(state);
        if (!isSame(calls, this.#told) && attempt(this.#logger, 'sound', () => this.#audio.sound(calls))) this.#told = calls;
        attempt(this.#logger, 'tone', () => this.#audio.tone(toneFor(state)));
    }
}

function isSame(a: readonly CallSound[], b: readonly CallSound[]): boolean {
    return a.length === b.length && a.every((sound, index) => isSameSound(sound, b[index]));
}

function isSameSound(a: CallSound, b: CallSound | undefined): boolean {
    const isSameWay = a.callId === b?.callId && a.microphone === b.microphone && a.speaker === b.speaker;
    return isSameWay && a.joined === b.joined && a.remoteHold === b.remoteHold;
}
