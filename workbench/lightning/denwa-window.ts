import { FlashingTitle } from 'c/denwaTitle';
import { themeOf } from '../../force-app/main/default/lwc/denwaWindow/theme';
import { WindowSide } from '../../force-app/main/default/lwc/denwaWindow/windowSide';
import type { MessageChannels } from '../host/message-channels';

const CHANNEL = 'Denwa_Window__c';

/**
 * The utility item c/denwaWindow, which the org has beside the softphone: the same logic, without the LWC runtime around it. What is here and
 * not there is what the platform does for a component.
 */
export function addDenwaWindow(channels: MessageChannels): void {
    const side = new WindowSide({
        publish: (message) => channels.publish(CHANNEL, message),
        title: new FlashingTitle(
            document,
            {
                after: (delay, task) => {
                    const timer = setTimeout(task, delay);
                    return () => clearTimeout(timer);
                }
            },
            () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
        )
    });
    const surface = document.createElement('span');
    surface.hidden = true;
    surface.style.backgroundColor = 'var(--slds-g-color-surface-1, #fff)';
    document.body.append(surface);
    const look = (): void => side.look(themeOf(getComputedStyle(surface).backgroundColor));

    channels.subscribe(CHANNEL, (message) => side.receive(message));
    window.addEventListener(
        'keydown',
        (event) => {
            if (!side.press(event)) return;
            event.preventDefault();
            event.stopImmediatePropagation();
        },
        true
    );
    new MutationObserver(look).observe(document.body, { attributes: true });
    side.start();
    look();
}
