import { newsOf, stepsOf } from 'c/denwaAnnouncement';
import { aConnectedCall, aHeldCall, anInboundCall, aParkedCall, aTransfer } from '../../../../../test/fixtures';
import type { CallSnapshot, ParkedCallSnapshot } from '../../../../../../src/telephony/snapshot';

function news(before: readonly CallSnapshot[], now: readonly CallSnapshot[]): string {
    return newsOf(stepsOf({ calls: before, parkedCalls: [] }), stepsOf({ calls: now, parkedCalls: [] }));
}

function parkedNews(before: readonly ParkedCallSnapshot[], now: readonly ParkedCallSnapshot[]): string {
    return newsOf(stepsOf({ calls: [], parkedCalls: before }), stepsOf({ calls: [], parkedCalls: now }));
}

describe('c/denwaAnnouncement', () => {
    it('tells hold and resume once each, when they are done', () => {
        const talking = aConnectedCall();
        const holding = aConnectedCall({ localHold: 'holding' });
        const held = aHeldCall();
        expect(news([talking], [holding])).toBe('');
        expect(news([holding], [held])).toBe('c.Denwa_Phase_Held');
        expect(news([held], [aHeldCall({ awaiting: 'resume' })])).toBe('');
        expect(news([held], [aHeldCall({ localHold: 'resuming' })])).toBe('');
        expect(news([held], [talking])).toBe('c.Denwa_Phase_Connected');
    });

    it('tells a three-way call once, when both parties are in it', () => {
        const talking = aConnectedCall({ id: 'a', inConference: true });
        const resuming = aHeldCall({ id: 'b', inConference: true, localHold: 'resuming' });
        expect(news([aConnectedCall({ id: 'a' }), aHeldCall({ id: 'b' })], [talking, resuming])).toBe('');
        expect(news([talking, resuming], [talking, aConnectedCall({ id: 'b', inConference: true })])).toBe('c.Denwa_Phase_Conference');
    });

    it('tells a second caller, whatever the first call does', () => {
        const talking = aConnectedCall();
        expect(news([talking], [talking, anInboundCall({ id: 'second' })])).toBe('c.Denwa_Inbound_From');
    });

    it('tells why a transfer came to nothing', () => {
        const failed = aTransfer({ status: 'failed', failure: { cause: 'busy', foreseen: false } });
        expect(news([aHeldCall({ transfer: aTransfer() })], [aHeldCall({ transfer: failed })])).toBe('c.Denwa_Transfer_Busy');
    });

    it('tells the slot of a parked call, also when it is named later', () => {
        const unknown = aParkedCall({ slot: null });
        expect(parkedNews([], [unknown])).toBe('c.Denwa_Parked_Slot_Unknown');
        expect(parkedNews([unknown], [aParkedCall()])).toBe('c.Denwa_Parked_Slot');
        expect(parkedNews([aParkedCall()], [])).toBe('');
    });
});
