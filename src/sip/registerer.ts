import type { OutgoingRegisterRequest } from 'sip.js/lib/core/messages/methods/register.js';
import type { RegistererOptions } from 'sip.js/lib/api/registerer-options.js';
import type { RegistererRegisterOptions } from 'sip.js/lib/api/registerer-register-options.js';
import { Registerer } from 'sip.js/lib/api/registerer.js';
import type { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { Clock } from '../base/clock';

/** sip.js's own refreshes are further apart. Milliseconds. */
const AT_ONCE = 1_000;

/**
 * sip.js answers 423 by asking again at once, for as long as the registrar wants (RFC 3261 section 10.2.8). This does so once: a registrar
 * that says 423 to its own interval would be asked without pause. And whoever waits for the answer is told of that one too.
 */
export class LineRegisterer extends Registerer {
    readonly #clock: Clock;
    readonly #onRefusedAgain: () => void;
    #options: RegistererRegisterOptions = {};
    #askedAt = -Infinity;
    #isSecond = false;

    constructor(userAgent: UserAgent, options: RegistererOptions, clock: Clock, onRefusedAgain: () => void) {
        super(userAgent, options);
        this.#clock = clock;
        this.#onRefusedAgain = onRefusedAgain;
    }

    /** Without options: sip.js itself asks, after 423 or for a refresh. */
    override register(options?: RegistererRegisterOptions): Promise<OutgoingRegisterRequest> {
        const now = this.#clock.now();
        const isAtOnce = options === undefined && now - this.#askedAt < AT_ONCE;
        if (isAtOnce && this.#isSecond) {
            this.#onRefusedAgain();
            return new Promise(() => undefined); // of this one nothing will be heard
        }
        this.#isSecond = isAtOnce;
        this.#askedAt = now;
        this.#options = options ?? this.#options;
        return super.register(this.#options);
    }
}
