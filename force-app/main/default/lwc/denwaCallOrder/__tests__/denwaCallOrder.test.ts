import { isConferenceJoined, isConsulting, lastEnding, mainCall } from 'c/denwaCallOrder';
import { aCall, aConnectedCall, aHeldCall, anEndedCall, anInboundCall } from '../../../../../test/fixtures';

describe('c/denwaCallOrder', () => {
    it.each([
        [
            'the dialled call, while the other is put on hold',
            [aConnectedCall({ localHold: 'holding' }), aCall({ id: 'main', awaiting: 'dial' })]
        ],
        ['the call that is turned to', [aConnectedCall({ localHold: 'holding' }), aHeldCall({ id: 'main', awaiting: 'resume' })]],
        ['the call that is talked on', [aHeldCall(), aConnectedCall({ id: 'main' }), anInboundCall({ id: 'call-3' })]],
        ['the call that was held last', [aHeldCall({ heldAt: 1 }), aHeldCall({ id: 'main', heldAt: 2 })]],
        ['a held call rather than one that ends', [aCall({ phase: 'ending' }), aHeldCall({ id: 'main' })]],
        ['the first caller, where nobody but callers rings', [anInboundCall({ id: 'main' }), anInboundCall()]]
    ])('shows large %s', (_case, calls) => {
        expect(mainCall(calls)?.id).toBe('main');
    });

    it('has no call to show after the last has ended', () => {
        expect(mainCall([anEndedCall()])).toBeUndefined();
    });

    it('shows the latest ending, but not that of a call that is shown in its slot', () => {
        const ended = [anEndedCall({ id: 'a', endedAt: 1 }), anEndedCall({ id: 'b', endedAt: 3 }), anEndedCall({ id: 'c', endedAt: 2 })];
        expect(lastEnding(ended, [])?.id).toBe('b');
        expect(lastEnding(ended, ['b'])?.id).toBe('c');
    });

    it('takes a three-way call for joined when the last of its calls is off hold', () => {
        const talking = aConnectedCall({ id: 'a', inConference: true });
        const other = { id: 'b', inConference: true };
        const stranger = aHeldCall({ id: 'c' });
        expect(isConferenceJoined([aConnectedCall()])).toBe(false);
        expect(isConferenceJoined([talking, aHeldCall(other), stranger])).toBe(false);
        expect(isConferenceJoined([talking, aHeldCall({ ...other, localHold: 'resuming' }), stranger])).toBe(false);
        expect(isConferenceJoined([talking, aConnectedCall(other), stranger])).toBe(true);
    });

    it('knows a consultation from both ends, until one of the two is over', () => {
        const call = aHeldCall({ id: 'a' });
        const consultation = aConnectedCall({ id: 'b', consultationOf: 'a' });
        expect([isConsulting([call, consultation], call), isConsulting([call, consultation], consultation)]).toEqual([true, true]);
        expect(isConsulting([anEndedCall({ id: 'a' }), consultation], consultation)).toBe(false);
    });
});
