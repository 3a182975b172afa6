import { LightningElement, wire } from 'lwc';
import {
    APPLICATION_SCOPE,
    MessageContext,
    publish,
    subscribe,
    unsubscribe,
    type MessageContextValue,
    type Subscription
} from 'lightning/messageService';
import CHANNEL from '@salesforce/messageChannel/Denwa_Window__c';
import { FlashingTitle } from 'c/denwaTitle';
import help from '@salesforce/label/c.Denwa_Window_Help';
import { themeOf } from './theme';
import { WindowSide } from './windowSide';

/**
 * An item of the utility bar beside the phone. The phone's frame is of another origin: it hears no key that is pressed on the page, cannot
 * reach the page's title, and does not see how dark the page is. This does the three for it.
 */
export default class DenwaWindow extends LightningElement {
    readonly label = { help };
    @wire(MessageContext) messageContext: MessageContextValue | undefined;

    readonly #side = new WindowSide({
        publish: (message) => publish(this.messageContext, CHANNEL, message),
        title: new FlashingTitle(
            document,
            {
                after: (delay, task) => {
                    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cancelled when the component goes
                    const timer = setTimeout(task, delay);
                    return () => clearTimeout(timer);
                }
            },
            () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
        )
    });
    readonly #scheme = window.matchMedia('(prefers-color-scheme: dark)');
    readonly #observer = new MutationObserver(() => this.look());
    readonly #onScheme = (): void => this.look();
    readonly #onKey = (event: KeyboardEvent): void => {
        if (!this.#side.press(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    #subscription: Subscription | undefined;

    override connectedCallback(): void {
        // The agent is heard whichever tab of a console is in front.
        this.#subscription = subscribe(this.messageContext, CHANNEL, (message) => this.#side.receive(message), {
            scope: APPLICATION_SCOPE
        });
        // Before any component of the page, which may keep a key to itself.
        window.addEventListener('keydown', this.#onKey, true);
        this.#scheme.addEventListener('change', this.#onScheme);
        for (const element of [document.documentElement, document.body]) this.#observer.observe(element, { attributes: true });
        this.#side.start();
    }

    override renderedCallback(): void {
        this.look();
    }

    override disconnectedCallback(): void {
        unsubscribe(this.#subscription);
        window.removeEventListener('keydown', this.#onKey, true);
        this.#scheme.removeEventListener('change', this.#onScheme);
        this.#observer.disconnect();
        this.#side.stop();
    }

    /** SLDS 2 tells its colours by `light-dark()`: only an element that wears one knows which it is. */
    private look(): void {
        const surface = this.template?.querySelector('.surface');
        if (surface) this.#side.look(themeOf(getComputedStyle(surface).backgroundColor));
    }
}
