import type { AudioEvent } from '../telephony/audio';

/**
 * Everything that the browser keeps silent until somebody presses something in the page (autoplay policy). One list for calls and tones:
 * it tells when the first sound is blocked, and when none is any more.
 */
export class BlockedSounds {
    readonly #emit: (event: AudioEvent) => void;
    readonly #names = new Set<string>();

    constructor(emit: (event: AudioEvent) => void) {
        this.#emit = emit;
    }

    has(name: string): boolean {
        return this.#names.has(name);
    }

    add(name: string): void {
        const wereNone = this.#names.size === 0;
        this.#names.add(name);
        if (wereNone) this.#emit({ type: 'playback-blocked' });
    }

    /** It sounds now, or needs to sound no more. */
    delete(name: string): void {
        if (this.#names.delete(name) && this.#names.size === 0) this.#emit({ type: 'playback-allowed' });
    }
}
