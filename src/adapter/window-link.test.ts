import { describe, expect, it } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { CrmError } from '../crm/crm-error';
import { WindowLink } from './window-link';

const RINGING = '着信: 田中';
const shortcuts = ['Ctrl+Alt+A', 'F4'];

function setUp({ isOutside = false } = {}) {
    const told: unknown[] = [];
    const happened: string[] = [];
    const lines: LogLine[] = [];
    let hear = (_message: unknown): void => undefined;
    const link = new WindowLink({
        host: {
            publish: (message) => {
                told.push(message);
                return isOutside ? Promise.reject(new CrmError('crm-unavailable', 'no Open CTI')) : Promise.resolve();
            },
            onMessage: (listener) => {
                hear = listener;
                return () => undefined;
            }
        },
        onKeys: (keys) => happened.push(keys),
        onTheme: (theme) => happened.push(theme),
        logger: new Logger('link', new SimulatedClock(), (line) => lines.push(line))
    });
    return { link, happened, lines, hear: (message: unknown) => hear(message), told: () => told.splice(0) };
}

const here = { from: 'window', type: 'here' };

describe('the phone and the page around it', () => {
    it('find each other when the page was there first', () => {
        const { link, hear, told } = setUp();
        link.tell({ ringing: null, shortcuts });
        expect(told()).toEqual([]);
        link.start();
        expect(told()).toEqual([{ from: 'phone', type: 'here' }]);
        hear(here);
        expect(told()).toEqual([
            { from: 'phone', type: 'shortcuts', keys: shortcuts },
            { from: 'phone', type: 'quiet' }
        ]);
    });

    it('find each other when the page comes while a call rings', () => {
        const { link, hear, told } = setUp();
        link.start();
        link.tell({ ringing: RINGING, shortcuts });
        told();
        hear(here);
        expect(told()).toEqual([
            { from: 'phone', type: 'shortcuts', keys: shortcuts },
            { from: 'phone', type: 'ringing', text: RINGING }
        ]);
    });

    it('say nothing to each other where only the phone is installed', () => {
        const { link, told } = setUp();
        link.start();
        told();
        link.tell({ ringing: RINGING, shortcuts });
        link.tell({ ringing: null, shortcuts });
        expect(told()).toEqual([]);
    });

    it('tell each change once', () => {
        const { link, hear, told } = setUp();
        link.tell({ ringing: null, shortcuts });
        link.start();
        hear(here);
        told();
        link.tell({ ringing: RINGING, shortcuts: [...shortcuts] });
        link.tell({ ringing: RINGING, shortcuts });
        expect(told()).toEqual([{ from: 'phone', type: 'ringing', text: RINGING }]);
        link.tell({ ringing: null, shortcuts: ['F4'] });
        expect(told()).toEqual([
            { from: 'phone', type: 'shortcuts', keys: ['F4'] },
            { from: 'phone', type: 'quiet' }
        ]);
    });

    it('act on keys and theme, and on nothing else that comes over the channel', () => {
        const { link, hear, happened, told } = setUp();
        link.start();
        told();
        hear({ from: 'window', type: 'keys', keys: 'Ctrl+Alt+A' });
        hear({ from: 'window', type: 'theme', theme: 'dark' });
        const foreign = [null, 'here', { from: 'phone', type: 'here' }, { from: 'window', type: 'theme', theme: '<b>' }];
        for (const message of foreign) hear(message);
        expect(happened).toEqual(['Ctrl+Alt+A', 'dark']);
        expect(told()).toEqual([]);
    });

    it('go on without each other outside of Salesforce', async () => {
        const { link, lines, hear } = setUp({ isOutside: true });
        link.start();
        hear(here);
        await Promise.resolve();
        expect(lines.map(({ level }) => level)).toEqual(['info', 'warn', 'warn', 'warn']);
    });
});
