import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { PopGuard } from '../crm/pop-guard';

export interface PopGuardParts {
    /** `navigator.locks`; undefined where the browser has none, as outside secure contexts. */
    readonly locks: LockManager | undefined;
    /** Whether the agent may be looking at this window. */
    readonly isVisible: () => boolean;
    readonly clock: Clock;
    readonly logger: Logger;
}

/** Milliseconds by which windows that nobody sees let the others go first. */
const HIDDEN_DELAY = 300;
/** Milliseconds for which a caller is the winner's: within them every window has heard of the call, and searched for its record. */
const OWNED_FOR = 60_000;

/** A caller who is this window's, or about whom it is asking. */
interface Claim {
    readonly isOurs: Promise<boolean>;
    /** Lets other windows have the caller. */
    readonly release: () => void;
    /** Of its timer; null while the browser has not answered. */
    readonly cancelRelease: Cancel | null;
}

/** One Web Lock for each caller: the window that gets it shows the record. */
export class WebLockPopGuard implements PopGuard {
    readonly #parts: PopGuardParts;
    readonly #claims = new Map<string, Claim>();

    constructor(parts: PopGuardParts) {
        this.#parts = parts;
    }

    /** A further call of a caller who is this window's already makes its time begin anew. */
    async claim(key: string): Promise<boolean> {
        const isOurs = await (this.#claims.get(key) ?? this.#begin(key)).isOurs;
        if (isOurs) this.#keep(key);
        else this.#claims.delete(key);
        return isOurs;
    }

    #begin(key: string): Claim {
        let release = (): void => undefined;
        const released = new Promise<void>((resolve) => (release = resolve));
        const claim = { isOurs: this.#ask(key, released), release, cancelRelease: null };
        this.#claims.set(key, claim);
        return claim;
    }

    async #ask(key: string, released: Promise<void>): Promise<boolean> {
        const { locks, isVisible, clock, logger } = this.#parts;
        if (!locks) return true;
        if (!isVisible()) await new Promise<void>((resolve) => void clock.after(HIDDEN_DELAY, resolve));
        return new Promise((resolve) => {
            const hold = async (): Promise<void> => {
                try {
                    await locks.request(`denwa-pop ${key}`, { ifAvailable: true }, (lock) => {
                        resolve(lock !== null);
                        return lock && released;
                    });
                } catch (error) {
                    logger.warn('This window cannot be told from others', { error: describeError(error) });
                    resolve(true);
                }
            };
            void hold();
        });
    }

    #keep(key: string): void {
        const claim = this.#claims.get(key);
        if (!claim) return;
        claim.cancelRelease?.();
        const cancelRelease = this.#parts.clock.after(OWNED_FOR, () => {
            this.#claims.delete(key);
            claim.release();
        });
        this.#claims.set(key, { ...claim, cancelRelease });
    }
}
