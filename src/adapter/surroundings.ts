import { isOffered } from 'c/denwaCallOrder';
import { keyComboOf } from 'c/denwaKeyCombo';
import { FlashingTitle } from 'c/denwaTitle';
import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CrmHost } from '../crm/crm-host';
import type { Softphone } from '../softphone/softphone';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import { Appearance, panelSize } from './appearance';
import { Notifier } from './notifier';
import { commandFor } from './shortcuts';
import { phoneLabels } from './texts';
import { WindowLink } from './window-link';

export interface SurroundingsParts {
    /** The element that the view fills. */
    readonly root: HTMLElement;
    readonly softphone: Pick<Softphone, 'snapshot' | 'send' | 'subscribe'>;
    readonly host: Pick<CrmHost, 'publish' | 'onMessage' | 'callCenterSettings' | 'setPanelSize' | 'showPanel'>;
    readonly clock: Pick<Clock, 'after'>;
    readonly logger: Logger;
}

/** Connects the phone with what surrounds its view: its own window, the page around that, and the system. */
export function connectSurroundings({ root, softphone, host, clock, logger }: SurroundingsParts): void {
    const attempt = async (what: string, effect: () => Promise<void>): Promise<void> => {
        try {
            await effect();
        } catch (error) {
            logger.warn('The CRM did not do its part', { what, error: describeError(error) });
        }
    };
    const appearance = new Appearance({
        page: document.documentElement,
        root,
        darkScheme: window.matchMedia('(prefers-color-scheme: dark)'),
        resizePanel: (zoom) =>
            void attempt('resize the panel', async () => host.setPanelSize(panelSize(await host.callCenterSettings(), zoom)))
    });
    const notifier = new Notifier({
        notifications: window.Notification,
        hasFocus: () => document.hasFocus(),
        onPress: () => {
            window.focus();
            void attempt('show the panel', () => host.showPanel());
        },
        logger
    });
    const title = new FlashingTitle(document, clock, () => window.matchMedia('(prefers-reduced-motion: reduce)').matches);
    /** Returns whether there was something to do. */
    const press = (keys: string): boolean => {
        const command = commandFor(keys, softphone.snapshot);
        if (command) softphone.send(command, 'agent');
        return command !== null;
    };
    const link = new WindowLink({ host, onKeys: press, onTheme: (theme) => appearance.lookLike(theme), logger });

    window.addEventListener('keydown', (event) => {
        // Whoever records new keys has taken them.
        const keys = event.defaultPrevented ? null : keyComboOf(event);
        if (keys !== null && press(keys)) event.preventDefault();
    });
    const tell = ({ calls, preferences }: SoftphoneSnapshot): void => {
        const ringing = ringingWords(calls);
        link.tell({ ringing, shortcuts: Object.values(preferences.shortcuts).filter((keys) => keys !== '') });
        notifier.tell(ringing);
        if (ringing === null) title.rest();
        else title.show(ringing);
        appearance.choose(preferences);
    };
    softphone.subscribe(tell);
    tell(softphone.snapshot);
    link.start();
}

function ringingWords(calls: SoftphoneSnapshot['calls']): string | null {
    const longestRinging = calls.find(isOffered);
    return longestRinging ? phoneLabels.inbound(longestRinging) : null;
}
