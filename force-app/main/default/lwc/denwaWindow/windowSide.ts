import { keyComboOf, type KeyPress } from 'c/denwaKeyCombo';
import type { FlashingTitle } from 'c/denwaTitle';
import { readPhoneMessage, type PhoneMessage, type Theme, type WindowMessage } from 'c/denwaWindowMessage';

export interface WindowSideParts {
    readonly publish: (message: WindowMessage) => void;
    readonly title: Pick<FlashingTitle, 'show' | 'rest'>;
}

/** What the page around the phone does for it: hands it its shortcuts, flashes its calls in the title, and tells it how dark the page is. */
export class WindowSide {
    readonly #parts: WindowSideParts;
    #shortcuts: readonly string[] = [];
    #theme: Theme | null = null;

    constructor(parts: WindowSideParts) {
        this.#parts = parts;
    }

    /** The phone may be there already, or come later. */
    start(): void {
        this.#parts.publish({ from: 'window', type: 'here' });
        this.tellTheme();
    }

    stop(): void {
        this.#shortcuts = [];
        this.#parts.title.rest();
    }

    /** Takes whatever came over the channel. */
    receive(received: unknown): void {
        const message = readPhoneMessage(received);
        if (message) this.obey(message);
    }

    /** Hands a shortcut of the phone on, and nothing else that is typed. Returns whether it was one: nobody else is to act on it. */
    press(press: KeyPress): boolean {
        const keys = keyComboOf(press);
        if (keys === null || !this.#shortcuts.includes(keys)) return false;
        this.#parts.publish({ from: 'window', type: 'keys', keys });
        return true;
    }

    look(theme: Theme): void {
        if (theme === this.#theme) return;
        this.#theme = theme;
        this.tellTheme();
    }

    private obey(message: PhoneMessage): void {
        switch (message.type) {
            case 'here':
                // A phone that was loaded anew may have left a call ringing here.
                this.stop();
                this.start();
                break;
            case 'shortcuts':
                this.#shortcuts = message.keys;
                break;
            case 'ringing':
                this.#parts.title.show(message.text);
                break;
            case 'quiet':
            default:
                this.#parts.title.rest();
        }
    }

    private tellTheme(): void {
        if (this.#theme) this.#parts.publish({ from: 'window', type: 'theme', theme: this.#theme });
    }
}
