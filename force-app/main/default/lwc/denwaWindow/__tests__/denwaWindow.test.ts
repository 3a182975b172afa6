import { createElement } from 'lwc';
import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import DenwaWindow from 'c/denwaWindow';

const own = '山田 花子 | Salesforce';
let schemeChanged = (): void => undefined;

function mount(): HTMLElement {
    const element = createElement('c-denwa-window', { is: DenwaWindow });
    document.body.append(element);
    return element;
}

/** What the phone sends over the channel. */
function hear(message: unknown): void {
    jest.mocked(subscribe).mock.lastCall?.[2](message);
}

/** What was sent to the phone since the last look. */
function told(): readonly unknown[] {
    const messages = jest.mocked(publish).mock.calls.map(([, , message]) => message);
    jest.mocked(publish).mockClear();
    return messages;
}

/** A press in an input of the page that keeps its keys to itself. */
function press(key: string, options: KeyboardEventInit = {}): KeyboardEvent {
    const input = document.createElement('input');
    input.addEventListener('keydown', (event) => event.stopPropagation());
    document.body.append(input);
    const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...options });
    input.dispatchEvent(event);
    return event;
}

describe('c-denwa-window', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        document.title = own;
        window.matchMedia = jest.fn().mockReturnValue({
            matches: false,
            addEventListener: (_type: string, listener: () => void) => (schemeChanged = listener),
            removeEventListener: () => (schemeChanged = () => undefined)
        });
    });

    afterEach(() => {
        document.body.replaceChildren();
        document.body.removeAttribute('class');
        document.documentElement.style.removeProperty('background');
        jest.clearAllMocks();
        jest.useRealTimers();
    });

    it('makes itself known, and says how dark the page is', () => {
        mount();
        expect(jest.mocked(subscribe).mock.lastCall?.[3]).toEqual({ scope: APPLICATION_SCOPE });
        expect(told()).toEqual([
            { from: 'window', type: 'here' },
            { from: 'window', type: 'theme', theme: 'light' }
        ]);
    });

    it('introduces itself to a phone that comes later', () => {
        mount();
        told();
        hear({ from: 'phone', type: 'here' });
        expect(told()).toEqual([
            { from: 'window', type: 'here' },
            { from: 'window', type: 'theme', theme: 'light' }
        ]);
    });

    it('hands on the shortcuts of the phone wherever they are pressed, and nothing else', () => {
        mount();
        hear({ from: 'phone', type: 'shortcuts', keys: ['Ctrl+Alt+A'] });
        told();
        expect(press('a', { ctrlKey: true, altKey: true }).defaultPrevented).toBe(true);
        expect(told()).toEqual([{ from: 'window', type: 'keys', keys: 'Ctrl+Alt+A' }]);
        for (const event of [press('a'), press('c', { ctrlKey: true }), press('b', { ctrlKey: true, altKey: true })]) {
            expect(event.defaultPrevented).toBe(false);
        }
        expect(told()).toEqual([]);
    });

    it('flashes a call in the title until it has stopped ringing', () => {
        mount();
        hear({ from: 'phone', type: 'ringing', text: '着信: 田中' });
        expect(document.title).toBe('着信: 田中');
        jest.advanceTimersByTime(1_000);
        expect(document.title).toBe(own);
        jest.advanceTimersByTime(1_000);
        hear({ from: 'phone', type: 'quiet' });
        expect(document.title).toBe(own);
        expect(jest.getTimerCount()).toBe(0);
    });

    it('stops flashing when the phone is loaded anew', () => {
        mount();
        hear({ from: 'phone', type: 'ringing', text: '着信: 田中' });
        hear({ from: 'phone', type: 'here' });
        expect(document.title).toBe(own);
    });

    it('survives whatever else is on the channel', () => {
        mount();
        told();
        for (const message of [null, 'x', { from: 'phone' }, { from: 'window', type: 'here' }]) hear(message);
        expect(told()).toEqual([]);
        expect(document.title).toBe(own);
    });

    it('notices that the page becomes dark', async () => {
        const element = mount();
        told();
        const surface = element.shadowRoot?.querySelector<HTMLElement>('.surface');
        surface?.style.setProperty('background-color', 'rgb(36, 36, 36)');
        document.body.className = 'slds-color-scheme--dark';
        await Promise.resolve();
        expect(told()).toEqual([{ from: 'window', type: 'theme', theme: 'dark' }]);
        document.body.className = 'slds-color-scheme--dark another';
        await Promise.resolve();
        expect(told()).toEqual([]);

        // The org follows the system, and so no attribute changes.
        surface?.style.setProperty('background-color', 'rgb(255, 255, 255)');
        schemeChanged();
        expect(told()).toEqual([{ from: 'window', type: 'theme', theme: 'light' }]);
    });

    it('leaves nothing behind', () => {
        const element = mount();
        hear({ from: 'phone', type: 'shortcuts', keys: ['Ctrl+Alt+A'] });
        hear({ from: 'phone', type: 'ringing', text: '着信: 田中' });
        told();
        element.remove();
        press('a', { ctrlKey: true, altKey: true });
        expect(told()).toEqual([]);
        expect(document.title).toBe(own);
        expect(unsubscribe).toHaveBeenCalledTimes(1);
        expect(jest.getTimerCount()).toBe(0);
    });

    it('is accessible', async () => {
        jest.useRealTimers();
        await expect(mount()).toBeAccessible();
    });
});
