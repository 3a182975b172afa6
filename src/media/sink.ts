import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { OneAtATime } from './one-at-a-time';

/** What is used of an audio element. Without the method the browser lets no page choose where it plays. */
export interface SinkTarget {
    /** Empty: the system's default (W3C Audio Output Devices, section 2.1). */
    readonly setSinkId?: ((sinkId: string) => Promise<void>) | undefined;
}

/** Where something plays. What cannot play where it is to plays through the system's default: the sound is worth more than its place. */
export class Sink {
    readonly #target: SinkTarget;
    readonly #logger: Logger;
    readonly #moving = new OneAtATime(() => this.#move());
    #wanted = '';
    #inPlace = '';

    constructor(target: SinkTarget, logger: Logger) {
        this.#target = target;
        this.#logger = logger;
    }

    /** `sinkId`: a device; empty: the system's default. One that failed is tried again. */
    use(sinkId: string): void {
        this.#wanted = sinkId;
        this.#moving.request();
    }

    async #move(): Promise<void> {
        const wanted = this.#wanted;
        if (await this.#set(wanted)) return;
        await this.#set('');
    }

    async #set(sinkId: string): Promise<boolean> {
        if (sinkId === this.#inPlace || !this.#target.setSinkId) return true;
        try {
            await this.#target.setSinkId(sinkId);
            this.#inPlace = sinkId;
            return true;
        } catch (error) {
            this.#logger.warn('The chosen output does not play', { error: describeError(error) });
            return false;
        }
    }
}
