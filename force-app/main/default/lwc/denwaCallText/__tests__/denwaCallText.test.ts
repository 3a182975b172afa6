import { endingText, messageText, partyName, timersOf } from 'c/denwaCallText';
import { aCall, aConnectedCall, aHeldCall, anEndedCall, anInboundCall, aTransfer } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Ending_Refused_Status', () => ({ default: 'refused ({0})' }), { virtual: true });

describe('messageText', () => {
    it.each([
        ['a phone that rings here', anInboundCall(), 'Phase_Inbound'],
        ['a phone that rings there', aCall({ phase: 'ringing' }), 'Phase_Ringing'],
        ['a call that waits for the other to be put on hold', aCall({ awaiting: 'dial' }), 'Phase_Dialing'],
        ['talk', aConnectedCall(), 'Phase_Connected'],
        ['talk after a transfer that failed', aConnectedCall({ transfer: aTransfer({ status: 'failed' }) }), 'Phase_Connected'],
        ['hold pressed', aConnectedCall({ localHold: 'holding' }), 'Phase_Holding'],
        ['hold', aHeldCall(), 'Phase_Held'],
        ['resume pressed', aHeldCall({ localHold: 'resuming' }), 'Phase_Resuming'],
        ['a held call whose turn comes', aHeldCall({ awaiting: 'resume' }), 'Phase_Resuming'],
        ['hold by the other party', aConnectedCall({ remoteHold: true }), 'Phase_Remote_Held'],
        ['hold by both', aHeldCall({ remoteHold: true }), 'Phase_Held'],
        ['a transfer on its way', aHeldCall({ transfer: aTransfer() }), 'Phase_Transferring'],
        ['a call being parked', aConnectedCall({ transfer: aTransfer({ kind: 'park' }) }), 'Phase_Parking'],
        ['a call that is to become a three-way call', aConnectedCall({ inConference: true }), 'Phase_Connected'],
        ['an ending', anEndedCall(), 'Ending_Hung_Up_Remote']
    ])('has words for %s', (_case, call, label) => {
        expect(messageText(call)).toBe(`c.Denwa_${label}`);
    });

    it('speaks of a three-way call to those in it only, once it has come about', () => {
        expect(messageText(aConnectedCall({ inConference: true }), true)).toBe('c.Denwa_Phase_Conference');
        expect(messageText(aConnectedCall(), true)).toBe('c.Denwa_Phase_Connected');
    });
});

describe('timersOf', () => {
    it('counts how long it rings, then how long the talk is', () => {
        expect(timersOf(aCall({ startedAt: 5 }))).toEqual([{ label: 'c.Denwa_Time_Ringing', since: 5 }]);
        expect(timersOf(aConnectedCall({ connectedAt: 7 }))).toEqual([{ label: 'c.Denwa_Call_Duration', since: 7 }]);
        expect(timersOf(aConnectedCall({ consultationOf: 'a' }))[0].label).toBe('c.Denwa_Time_Consultation');
    });

    it('counts the hold before the talk', () => {
        expect(timersOf(aHeldCall({ connectedAt: 7, heldAt: 9 }))).toEqual([
            { label: 'c.Denwa_Time_Held', since: 9 },
            { label: 'c.Denwa_Call_Duration', since: 7 }
        ]);
    });
});

describe('endingText', () => {
    it.each([
        ['hung-up', 'c.Denwa_Ending_Hung_Up', 'c.Denwa_Ending_Hung_Up_Remote'],
        ['cancelled', 'c.Denwa_Ending_Cancelled', 'c.Denwa_Ending_Missed'],
        ['declined', 'c.Denwa_Ending_Declined', 'c.Denwa_Ending_Declined_Remote'],
        ['busy', 'c.Denwa_Ending_Busy', 'c.Denwa_Ending_Busy']
    ] as const)('says who ended it where that matters: %s', (cause, byAgent, byRemote) => {
        expect(endingText({ by: 'local', cause }, 'inbound')).toBe(byAgent);
        expect(endingText({ by: 'remote', cause }, 'inbound')).toBe(byRemote);
    });

    it('does not call a call missed that was dialled here', () => {
        expect(endingText({ by: 'remote', cause: 'cancelled', statusCode: 487 }, 'outbound')).toBe('c.Denwa_Ending_Unavailable');
        expect(endingText({ by: 'local', cause: 'cancelled' }, 'outbound')).toBe('c.Denwa_Ending_Cancelled');
    });

    it('names the status of a refusal that has no word of its own', () => {
        expect(endingText({ by: 'remote', cause: 'refused', statusCode: 580 }, 'outbound')).toBe('refused (580)');
        expect(endingText({ by: 'remote', cause: 'refused' }, 'outbound')).toBe('c.Denwa_Ending_Refused');
    });
});

describe('partyName', () => {
    const record = { id: '003', objectType: 'Contact', name: 'Bob Record' };

    it('prefers the record, then the display name, then the number', () => {
        const remote = { number: '0312345678', displayName: 'BOB' };
        expect(partyName(aCall({ record, remote }))).toBe('Bob Record');
        expect(partyName(aCall({ remote }))).toBe('BOB');
        expect(partyName(aCall({ remote: { ...remote, displayName: null }, numberText: '03-1234-5678' }))).toBe('03-1234-5678');
    });

    it.each([
        [undefined, 'c.Denwa_Withheld_Number'],
        ['withheld', 'c.Denwa_Withheld_Number'],
        ['unavailable', 'c.Denwa_Unavailable_Number']
    ] as const)('says why there is no number: %s', (absence, text) => {
        const remote = { number: null, displayName: null, ...(absence ? { absence } : {}) };
        expect(partyName(anInboundCall({ remote, numberText: null }))).toBe(text);
    });
});
