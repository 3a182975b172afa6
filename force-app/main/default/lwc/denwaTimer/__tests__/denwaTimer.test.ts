import DenwaTimer from 'c/denwaTimer';
import { clearPage, find, mount, rendered, textOf } from '../../../../../test/fixtures';

describe('c-denwa-timer', () => {
    afterEach(() => {
        clearPage();
        jest.useRealTimers();
    });

    it('shows the time between two moments, under the name it is given', () => {
        const timer = mount('c-denwa-timer', DenwaTimer, { since: 5000, until: 3_605_999, label: 'Hold time' });
        expect(textOf(timer, 'span')).toBe('01:00:00');
        expect(find(timer, 'span').getAttribute('aria-label')).toBe('Hold time');
    });

    it('counts down, and stays at zero', async () => {
        jest.useFakeTimers({ now: 10_000 });
        const timer = mount('c-denwa-timer', DenwaTimer, { downTo: 11_500 });
        expect(textOf(timer, 'span')).toBe('00:02');
        jest.advanceTimersByTime(500);
        await rendered();
        expect(textOf(timer, 'span')).toBe('00:01');
        jest.advanceTimersByTime(5000);
        await rendered();
        expect(textOf(timer, 'span')).toBe('00:00');
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
