import DenwaCallEnding from 'c/denwaCallEnding';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';
import { anEndedCall, clearPage, find, holds, listen, mount, rendered, textOf } from '../../../../../test/fixtures';

function showEnding(call: CallSnapshot): HTMLElement & { call: CallSnapshot; canDial: boolean } {
    return mount('c-denwa-call-ending', DenwaCallEnding, { call, canDial: true });
}

describe('c-denwa-call-ending', () => {
    afterEach(clearPage);

    it('says how the call ended, and how long it was if it was one', () => {
        const busy = showEnding(anEndedCall({ ending: { by: 'remote', cause: 'busy', statusCode: 486 } }));
        expect(textOf(busy, '.text')).toBe('c.Denwa_Ending_Busy');
        expect(holds(busy, 'c-denwa-timer')).toBe(false);
        expect(holds(showEnding(anEndedCall({ connectedAt: 1000 })), 'c-denwa-timer')).toBe(true);
    });

    it('offers to dial an outbound number again, when the phone can', async () => {
        const ending = showEnding(anEndedCall());
        const redialled = listen(ending, 'redial');
        find(ending, '.redial').click();
        ending.canDial = false;
        await rendered();
        find(ending, '.redial').click();
        expect(redialled).toHaveBeenCalledTimes(1);
    });

    it('offers no redial of a caller', () => {
        expect(holds(showEnding(anEndedCall({ direction: 'inbound' })), '.redial')).toBe(false);
    });

    it('closes', () => {
        const ending = showEnding(anEndedCall());
        const dismissed = listen(ending, 'dismiss');
        find(ending, '.dismiss').click();
        expect(dismissed).toHaveBeenCalledTimes(1);
    });

    it('is accessible', async () => {
        await expect(showEnding(anEndedCall({ connectedAt: 1000 }))).toBeAccessible();
    });
});
