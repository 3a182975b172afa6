import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';

/** One notification of the system, as far as it is used here. */
export type ShownNotification = Pick<Notification, 'close' | 'onclick'>;

export interface NotifierParts {
    /** `Notification` of the window; undefined where the browser has none. */
    readonly notifications:
        | {
              readonly permission: NotificationPermission;
              new (title: string, options: NotificationOptions): ShownNotification;
          }
        | undefined;
    /** Whether the agent is in the panel and sees the call anyway. */
    readonly hasFocus: () => boolean;
    readonly onPress: () => void;
    readonly logger: Logger;
}

/**
 * Shows a notification of the system while a call rings, where the agent has allowed it. A frame of another origin may show one, but cannot
 * ask for it (Notifications API, "creation context"): in Salesforce this takes that the phone's page was once opened by itself and allowed to.
 */
export class Notifier {
    readonly #parts: NotifierParts;
    #ringing: string | null = null;
    #shown: ShownNotification | null = null;

    constructor(parts: NotifierParts) {
        this.#parts = parts;
    }

    /** `ringing`: the words for the call; null while none rings. */
    tell(ringing: string | null): void {
        if (ringing === this.#ringing) return;
        this.#ringing = ringing;
        this.#shown?.close();
        this.#shown = ringing === null ? null : this.#show(ringing);
    }

    #show(words: string): ShownNotification | null {
        const { notifications, hasFocus, onPress, logger } = this.#parts;
        if (notifications?.permission !== 'granted' || hasFocus()) return null;
        try {
            // One for all tabs that ring. It stays as long as the call, which makes a sound of its own.
            const shown = new notifications(words, { tag: 'denwa-ringing', requireInteraction: true, silent: true });
            shown.onclick = onPress;
            return shown;
        } catch (error) {
            // Chrome on Android has the class and refuses it to pages.
            logger.warn('The browser showed no notification', { error: describeError(error) });
            return null;
        }
    }
}
