import { returnedText, transferText } from 'c/denwaTransferText';
import { aTransfer } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Transfer_Requested', () => ({ default: 'to {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Transfer_Busy', () => ({ default: '{0} is busy' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Transfer_Refused_Status', () => ({ default: 'no transfer to {0} ({1})' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Parked_Slot', () => ({ default: 'slot {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Returned_Park', () => ({ default: 'back from {0}' }), { virtual: true });

describe('c/denwaTransferText', () => {
    it.each([
        [{ status: 'checking' }, 'c.Denwa_Transfer_Checking'],
        [{ status: 'requested' }, 'to 1005'],
        [{ status: 'accepted' }, 'to 1005'],
        [{ status: 'failed', failure: { cause: 'busy', foreseen: true } }, '1005 is busy'],
        [{ status: 'failed', failure: { cause: 'refused', foreseen: false } }, 'c.Denwa_Transfer_Refused'],
        [{ status: 'failed', failure: { cause: 'refused', statusCode: 503, foreseen: false } }, 'no transfer to 1005 (503)'],
        [{ kind: 'park', status: 'accepted' }, ''],
        [{ kind: 'park', status: 'accepted', slot: { slot: '701', recallAfter: null } }, 'slot 701'],
        [{ kind: 'park', status: 'failed', failure: { cause: 'busy', foreseen: false } }, 'c.Denwa_Park_Failed'],
        [{ kind: 'park', status: 'failed', failure: { cause: 'connection-lost', foreseen: false } }, 'c.Denwa_Park_Connection_Lost']
    ] as const)('says how a transfer goes: %j', (transfer, text) => {
        expect(transferText(aTransfer(transfer))).toBe(text);
    });

    it('says why a call comes back, also where the PBX does not name slot or target', () => {
        expect(returnedText({ kind: 'park', slot: '701' })).toBe('back from 701');
        expect(returnedText({ kind: 'park', slot: null })).toBe('c.Denwa_Returned_Park_Unknown');
        expect(returnedText({ kind: 'transfer', target: '1005', cause: 'busy' })).toBe('1005 is busy');
        expect(returnedText({ kind: 'transfer', target: null, cause: 'busy' })).toBe('c.Denwa_Transfer_Target is busy');
    });
});
