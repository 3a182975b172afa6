import { describe, expect, it } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { Notifier, type NotifierParts } from './notifier';

function setUp({ permission = 'granted', hasFocus = false, isRefused = false, isAbsent = false } = {}) {
    const happened: string[] = [];
    const lines: LogLine[] = [];
    let press = (): void => undefined;
    class FakeNotification {
        static readonly permission = permission;
        readonly #title: string;

        constructor(title: string, { tag = '' }: NotificationOptions) {
            if (isRefused) throw new TypeError('Illegal constructor');
            this.#title = title;
            happened.push(`shown ${title} ${tag}`);
        }

        set onclick(listener: () => void) {
            press = listener;
        }

        close(): void {
            happened.push(`closed ${this.#title}`);
        }
    }
    const notifier = new Notifier({
        notifications: isAbsent ? undefined : (FakeNotification as unknown as NonNullable<NotifierParts['notifications']>),
        hasFocus: () => hasFocus,
        onPress: () => happened.push('pressed'),
        logger: new Logger('notifier', new SimulatedClock(), (line) => lines.push(line))
    });
    return { notifier, happened, lines, press: () => press() };
}

describe('a notification of the system', () => {
    it('is there while a call rings, once', () => {
        const { notifier, happened } = setUp();
        notifier.tell(null);
        notifier.tell('着信: 田中');
        notifier.tell('着信: 田中');
        expect(happened).toEqual(['shown 着信: 田中 denwa-ringing']);
        notifier.tell(null);
        expect(happened).toEqual(['shown 着信: 田中 denwa-ringing', 'closed 着信: 田中']);
    });

    it('makes way for the next call', () => {
        const { notifier, happened } = setUp();
        notifier.tell('着信: 田中');
        notifier.tell('着信: 鈴木');
        expect(happened).toEqual(['shown 着信: 田中 denwa-ringing', 'closed 着信: 田中', 'shown 着信: 鈴木 denwa-ringing']);
    });

    it('leads to the panel when it is pressed', () => {
        const { notifier, happened, press } = setUp();
        notifier.tell('着信: 田中');
        press();
        expect(happened).toContain('pressed');
    });

    it.each([{ permission: 'denied' }, { permission: 'default' }, { hasFocus: true }, { isAbsent: true }])(
        'is not shown with %j',
        (given) => {
            const { notifier, happened, lines } = setUp(given);
            notifier.tell('着信: 田中');
            notifier.tell(null);
            expect(happened).toEqual([]);
            expect(lines).toEqual([]);
        }
    );

    it('may be refused by the browser', () => {
        const { notifier, lines } = setUp({ isRefused: true });
        notifier.tell('着信: 田中');
        notifier.tell(null);
        expect(lines).toMatchObject([{ level: 'warn' }]);
    });
});
