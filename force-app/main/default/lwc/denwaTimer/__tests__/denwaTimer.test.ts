import DenwaTimer from 'c/denwaTimer';
import { clearPage, mount, rendered, textOf } from '../../../../../test/fixtures';

const HOUR = 3_600_000;

describe('c-denwa-timer', () => {
    afterEach(() => {
        clearPage();
        jest.useRealTimers();
    });

    it.each([
        [0, '00:00'],
        [59_999, '00:59'],
        [HOUR - 1000, '59:59'],
        [HOUR, '01:00:00'],
        [100 * HOUR + 61_000, '100:01:01']
    ])('shows %d ms as %s', (duration, text) => {
        const timer = mount('c-denwa-timer', DenwaTimer, { since: 5000, until: 5000 + duration });
        expect(textOf(timer, 'span')).toBe(text);
    });

    it('runs until it is given an end', async () => {
        jest.useFakeTimers({ now: 10_000 });
        const timer = mount('c-denwa-timer', DenwaTimer, { since: 8500, until: null as number | null });
        expect(textOf(timer, 'span')).toBe('00:01');
        jest.advanceTimersByTime(500);
        await rendered();
        expect(textOf(timer, 'span')).toBe('00:02');
        timer.until = 11_500;
        await rendered();
        expect(textOf(timer, 'span')).toBe('00:03');
        expect(jest.getTimerCount()).toBe(0);
    });

    it('leaves no clock running behind', () => {
        jest.useFakeTimers({ now: 10_000 });
        const timer = mount('c-denwa-timer', DenwaTimer, { since: 0 });
        expect(jest.getTimerCount()).toBe(1);
        timer.remove();
        expect(jest.getTimerCount()).toBe(0);
    });

    it('is accessible', async () => {
        const timer = mount('c-denwa-timer', DenwaTimer, { since: 0, until: 1000 });
        await expect(timer).toBeAccessible();
    });
});
