import { statusText } from 'c/denwaStatusText';

describe('the words for a status', () => {
    it.each([
        [{ kind: 'ready', reason: null }, 'c.Denwa_Status_Ready'],
        [{ kind: 'not-ready', reason: null }, 'c.Denwa_Status_Not_Ready'],
        [{ kind: 'wrap-up', reason: null }, 'c.Denwa_Status_Wrap_Up'],
        [{ kind: 'not-ready', reason: 'lunch' }, 'c.Denwa_Status_Lunch'],
        [{ kind: 'not-ready', reason: '外出中' }, '外出中']
    ] as const)('of %j', (status, text) => {
        expect(statusText(status)).toBe(text);
    });
});
