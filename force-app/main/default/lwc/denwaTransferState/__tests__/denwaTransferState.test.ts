import DenwaTransferState from 'c/denwaTransferState';
import {
    abilities,
    aConnectedCall,
    aHeldCall,
    aTransfer,
    clearPage,
    find,
    hasFocus,
    holds,
    listen,
    mount,
    rendered,
    textOf,
    whyDisabled
} from '../../../../../test/fixtures';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';
import type { Transfer } from '../../../../../../src/telephony/transfer';

function show(transfer: Partial<Transfer>): HTMLElement & { call: CallSnapshot } {
    return mount('c-denwa-transfer-state', DenwaTransferState, { call: aHeldCall({ transfer: aTransfer(transfer) }) });
}

describe('c-denwa-transfer-state', () => {
    afterEach(clearPage);

    it('says how far the transfer has come', () => {
        expect(textOf(show({ status: 'progressing' }), '.progress')).toBe('c.Denwa_Transfer_Ringing');
    });

    it('says nothing while a call is being parked and has no slot yet', () => {
        expect(holds(show({ kind: 'park' }), '.progress')).toBe(false);
    });

    it('transfers anyway where the failure was foreseen', () => {
        const state = show({ status: 'failed', failure: { cause: 'busy', foreseen: true } });
        const commands = listen(state, 'command');
        expect(textOf(state, '.text')).toContain('c.Denwa_Transfer_Busy');
        find(state, '.anyway').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'transfer', callId: 'call-1', number: '1005', anyway: true }]);
    });

    it('transfers nothing while the call cannot be transferred, and says why, without losing the focus', async () => {
        const state = show({ status: 'failed', failure: { cause: 'busy', foreseen: true } });
        const commands = listen(state, 'command');
        const anyway = find(state, '.anyway');
        expect(whyDisabled(anyway)).toBeUndefined();
        anyway.focus();
        state.call = { ...state.call, can: abilities('hangUp') };
        await rendered();
        expect(whyDisabled(anyway)).toBe('c.Denwa_Disabled_Moment');
        anyway.click();
        expect(commands).not.toHaveBeenCalled();
        expect(hasFocus(anyway)).toBe(true);
    });

    it('offers no second try of the same where the PBX has tried', () => {
        expect(holds(show({ status: 'failed', failure: { cause: 'no-answer', foreseen: false } }), '.anyway')).toBe(false);
    });

    it('does not call a failed parking a transfer', () => {
        const state = show({ kind: 'park', status: 'failed', failure: { cause: 'not-found', foreseen: false } });
        expect(textOf(state, '.text')).toBe('c.Denwa_Park_Failed');
    });

    it('is accessible', async () => {
        await expect(show({ status: 'failed', failure: { cause: 'busy', foreseen: true } })).toBeAccessible();
        const call = aConnectedCall({ transfer: aTransfer() });
        await expect(mount('c-denwa-transfer-state', DenwaTransferState, { call })).toBeAccessible();
    });
});
