/**
 * Seconds without a packet after the one in which the last came, so that it is noticed within three. Shorter pauses are a PBX's, which sends
 * nothing while it looks for the next announcement.
 */
const STOPPED_AFTER = 2;

/** Whether the audio of one direction flows as long as it should. */
export class AudioFlow {
    #expected = false;
    #quietSeconds = 0;

    get hasStopped(): boolean {
        return this.#quietSeconds >= STOPPED_AFTER;
    }

    expect(expected: boolean): void {
        if (expected === this.#expected) return;
        this.#expected = expected;
        // The second that has begun says nothing: it was not expected from its beginning.
        this.#quietSeconds = -1;
    }

    /** What the last second brought. */
    add(packets: number): void {
        this.#quietSeconds = packets > 0 || !this.#expected ? 0 : this.#quietSeconds + 1;
    }
}
