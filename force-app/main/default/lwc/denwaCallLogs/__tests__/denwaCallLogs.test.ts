import { freshLog, waitingLogs } from 'c/denwaCallLogs';
import { aLog, aWaitingLog } from '../../../../../test/fixtures';

describe('c/denwaCallLogs', () => {
    it('has the logs that wait, the next to be saved first, and none that needs nobody', () => {
        const logs = [
            aLog({ callId: 'running' }),
            aWaitingLog({ callId: 'later', wrapUpEndsAt: 2000 }),
            aWaitingLog({ callId: 'sooner', wrapUpEndsAt: 1000 }),
            aLog({ callId: 'saving', status: 'saving' }),
            aLog({ callId: 'saved', status: 'saved' }),
            aLog({ callId: 'failed', status: 'failed' })
        ];
        expect(waitingLogs(logs).map(({ callId }) => callId)).toEqual(['failed', 'sooner', 'later']);
    });

    it('finds the log whose call has just ended, once', () => {
        const before = [aLog({ callId: 'a' }), aWaitingLog({ callId: 'b' })];
        const now = [aWaitingLog({ callId: 'a' }), aWaitingLog({ callId: 'b' })];
        expect(freshLog(before, now)?.callId).toBe('a');
        expect(freshLog(now, now)).toBeUndefined();
    });
});
