import { readWindowMessage, type PhoneMessage, type Theme, type WindowMessage } from 'c/denwaWindowMessage';
import { assertNever } from '../base/assert-never';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CrmHost } from '../crm/crm-host';

export interface WindowLinkParts {
    readonly host: Pick<CrmHost, 'publish' | 'onMessage'>;
    /** A shortcut was pressed on the page around the phone. */
    readonly onKeys: (keys: string) => void;
    readonly onTheme: (theme: Theme) => void;
    readonly logger: Logger;
}

/** What the page around the phone has to know. */
export interface WindowNews {
    /** The words for the call that has rung longest; null while none rings. */
    readonly ringing: string | null;
    /** The keys that the phone wants to hear of. */
    readonly shortcuts: readonly string[];
}

/**
 * The phone's end of its talk with c/denwaWindow on the page around it. Says nothing as long as that has not made itself known: an
 * administrator need not put it there.
 */
export class WindowLink {
    readonly #parts: WindowLinkParts;
    #news: WindowNews = { ringing: null, shortcuts: [] };
    #isThere = false;

    constructor(parts: WindowLinkParts) {
        this.#parts = parts;
    }

    start(): void {
        this.#parts.host.onMessage((message) => this.#receive(message));
        this.#publish({ from: 'phone', type: 'here' });
    }

    tell(news: WindowNews): void {
        const before = this.#news;
        this.#news = news;
        if (!this.#isThere) return;
        if (news.shortcuts.join() !== before.shortcuts.join()) this.#tellShortcuts();
        if (news.ringing !== before.ringing) this.#tellRinging();
    }

    #receive(received: unknown): void {
        const message = readWindowMessage(received);
        if (message) this.#obey(message);
    }

    #obey(message: WindowMessage): void {
        const { onKeys, onTheme, logger } = this.#parts;
        switch (message.type) {
            case 'here':
                if (!this.#isThere) logger.info('The page around the phone listens');
                this.#isThere = true;
                this.#tellShortcuts();
                return this.#tellRinging();
            case 'keys':
                return onKeys(message.keys);
            case 'theme':
                return onTheme(message.theme);
            default:
                return assertNever(message);
        }
    }

    #tellShortcuts(): void {
        this.#publish({ from: 'phone', type: 'shortcuts', keys: this.#news.shortcuts });
    }

    #tellRinging(): void {
        const { ringing } = this.#news;
        this.#publish(ringing === null ? { from: 'phone', type: 'quiet' } : { from: 'phone', type: 'ringing', text: ringing });
    }

    #publish(message: PhoneMessage): void {
        void this.#tryToPublish(message);
    }

    async #tryToPublish(message: PhoneMessage): Promise<void> {
        try {
            await this.#parts.host.publish(message);
        } catch (error) {
            // The phone works without: it rings, and its label in the utility bar changes.
            this.#parts.logger.warn('The page around the phone was not told', { type: message.type, error: describeError(error) });
        }
    }
}
