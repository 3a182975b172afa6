import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CrmHost, CrmView } from './crm-host';
import { isSameLink } from './record-link';
import { within } from './within';

export interface AgentViewParts {
    readonly host: Pick<CrmHost, 'view' | 'onViewChange'>;
    readonly clock: Pick<Clock, 'after'>;
    readonly logger: Logger;
}

/** Milliseconds that a screen pop waits for the CRM to tell what it would cover. */
const LONGEST_WAIT = 1_500;

/** The page in front of the agent, as far as the CRM has told. */
export class AgentView {
    readonly #parts: AgentViewParts;
    readonly #changes: Emitter<CrmView>;
    #last: CrmView | null = null;
    /** How often the CRM has told by itself. */
    #told = 0;

    constructor(parts: AgentViewParts) {
        this.#parts = parts;
        this.#changes = new Emitter((error) => parts.logger.error('A view listener failed', { error: describeError(error) }));
    }

    start(): void {
        this.#parts.host.onViewChange((view) => {
            this.#told++;
            this.#set(view);
        });
        void this.now();
    }

    /** Tells when another record, or none, has come in front of the agent. */
    subscribe(listener: (view: CrmView) => void): Unsubscribe {
        return this.#changes.subscribe(listener);
    }

    /** Asks the CRM; what was told last when it does not answer in time; null when it never told anything. Never rejects. */
    async now(): Promise<CrmView | null> {
        const { clock } = this.#parts;
        await within(clock, LONGEST_WAIT, this.#ask());
        return this.#last;
    }

    async #ask(): Promise<void> {
        const { host, logger } = this.#parts;
        const told = this.#told;
        try {
            const view = await host.view();
            // What the CRM has told by itself meanwhile is newer.
            if (this.#told === told) this.#set(view);
        } catch (error) {
            logger.warn('The CRM did not tell what is in front of the agent', { error: describeError(error) });
        }
    }

    /** That the agent still looks at the same is no news. */
    #set(view: CrmView): void {
        const isNews = !isSameLink(this.#last?.record ?? null, view.record);
        this.#last = view;
        if (isNews) this.#changes.emit(view);
    }
}
