import { after, duration, everySecond } from 'c/denwaClock';

describe('everySecond', () => {
    beforeEach(() => jest.useFakeTimers({ now: 10_300 }));
    afterEach(() => jest.useRealTimers());

    it('ticks at full seconds after a moment that has passed', () => {
        const times: number[] = [];
        everySecond(10_000, () => times.push(Date.now()));
        jest.advanceTimersByTime(2000);
        expect(times).toEqual([11_000, 12_000]);
    });

    it('ticks at full seconds before a moment to come', () => {
        const times: number[] = [];
        everySecond(13_500, () => times.push(Date.now()));
        jest.advanceTimersByTime(1500);
        expect(times).toEqual([10_500, 11_500]);
    });

    it('stops', () => {
        const tick = jest.fn();
        everySecond(10_000, tick)();
        jest.advanceTimersByTime(5000);
        expect(tick).not.toHaveBeenCalled();
    });
});

describe('after', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('acts once, unless it is prevented', () => {
        const act = jest.fn();
        const prevented = jest.fn();
        after(1000, act);
        after(1000, prevented)();
        jest.advanceTimersByTime(999);
        expect(act).not.toHaveBeenCalled();
        jest.advanceTimersByTime(5000);
        expect([act.mock.calls.length, prevented.mock.calls.length]).toEqual([1, 0]);
    });
});

describe('duration', () => {
    it.each([
        [0, '00:00'],
        [59, '00:59'],
        [3599, '59:59'],
        [3600, '01:00:00'],
        [360_061, '100:01:01']
    ])('shows %d s as %s', (seconds, text) => {
        expect(duration(seconds)).toBe(text);
    });
});
