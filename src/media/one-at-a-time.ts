/** Work that is asked for again and again but never runs twice at once: whoever asks during a run gets one more run after it. */
export class OneAtATime {
    readonly #work: () => Promise<void>;
    #asked = 0;

    /** The work must not reject. */
    constructor(work: () => Promise<void>) {
        this.#work = work;
    }

    request(): void {
        this.#asked += 1;
        if (this.#asked === 1) void this.#run();
    }

    async #run(): Promise<void> {
        for (let served = 0; served < this.#asked;) {
            served = this.#asked;
            await this.#work();
        }
        this.#asked = 0;
    }
}
