import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { NoticeCode } from '../telephony/notice';
import type { BridgedPhone } from './bridged-phone';
import { CrmError } from './crm-error';

/** Whatever the CRM fails to do, calls go on: what failed is logged and, where the agent has to know, raised as a notice. */
export class CrmAttempts {
    readonly #phone: Pick<BridgedPhone, 'raise'>;
    readonly #logger: Logger;
    #unavailableRaised = false;

    constructor(phone: Pick<BridgedPhone, 'raise'>, logger: Logger) {
        this.#phone = phone;
        this.#logger = logger;
    }

    /** Resolves to whether it was done. Never rejects. */
    async run(what: string, effect: () => Promise<void>, notice: NoticeCode | null = null): Promise<boolean> {
        try {
            await effect();
            return true;
        } catch (error) {
            this.failed(what, error, notice);
            return false;
        }
    }

    failed(what: string, error: unknown, notice: NoticeCode | null): void {
        this.#logger.error('The CRM did not do its part', { what, error: describeError(error) });
        if (error instanceof CrmError && error.reason === 'crm-unavailable') {
            // One notice says it all: without the CRM nothing of this kind can work.
            if (!this.#unavailableRaised) this.#phone.raise('crm-unavailable', '');
            this.#unavailableRaised = true;
        } else if (notice) {
            this.#phone.raise(notice, error instanceof Error ? error.message : '');
        }
    }
}
