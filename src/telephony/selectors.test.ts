import { describe, expect, it } from '@jest/globals';
import type { Call } from './call';
import { held, inbound, outbound, phoneWith, talking } from './call.fake';
import { soundOf } from './call-sound';
import { defaultCallSettings } from './call-settings';
import { callAbilities, callsInTheWay, callsTogether, canDial, canTake, partnerOf, transferPair, type CallAbilities } from './selectors';
import type { Transfer } from './transfer';

const ringingOut: Call = { ...outbound, phase: 'ringing' };
const underway: Transfer = { kind: 'blind', target: '1003', status: 'accepted', failure: null, slot: null };
const failed: Transfer = { ...underway, status: 'failed', failure: { cause: 'busy', foreseen: false } };
const second = (call: Call, more: Partial<Call> = {}): Call => ({ ...call, id: 'c2', startedAt: 5, ...more });
const third = (call: Call): Call => ({ ...call, id: 'c3', startedAt: 6 });

function abilitiesOf(call: Call, ...others: readonly Call[]): readonly (keyof CallAbilities)[] {
    const can = callAbilities(phoneWith(call, ...others), call, defaultCallSettings);
    return (Object.keys(can) as (keyof CallAbilities)[]).filter((ability) => can[ability]);
}

describe('What may be done with a call', () => {
    const alone = ['hangUp', 'hold', 'mute', 'sendDigits', 'transfer', 'consult', 'park'];

    it.each<[string, Call, readonly Call[], readonly string[]]>([
        ['offered', inbound, [], ['answer', 'decline']],
        ['offered while the agent talks', second(inbound), [talking], ['answer', 'decline']],
        ['offered while this phone dials', second(inbound), [ringingOut], ['decline']],
        ['offered while another one is being answered', second(inbound), [{ ...inbound, phase: 'answering' }], ['decline']],
        ['being answered', { ...inbound, phase: 'answering' }, [], ['hangUp', 'mute']],
        ['dialling', outbound, [], ['hangUp', 'mute']],
        ['ringing at the other side', ringingOut, [], ['hangUp', 'mute']],
        ['up', talking, [], alone],
        ['going on hold', { ...talking, localHold: 'holding' }, [], ['hangUp', 'mute', 'transfer', 'consult', 'park']],
        ['on hold', held, [], ['hangUp', 'resume', 'mute', 'transfer', 'consult', 'park']],
        ['waiting to be resumed', { ...held, awaiting: 'resume' }, [], ['hangUp', 'mute']],
        ['being transferred', { ...talking, transfer: underway }, [], ['hangUp', 'mute']],
        ['back from a failed transfer', { ...talking, transfer: failed }, [], alone],
        ['hanging up', { ...talking, phase: 'ending' }, [], []],
        ['over', { ...talking, phase: 'ended' }, [], []],
        [
            'on hold for a consultation that rings',
            held,
            [second(ringingOut, { consultationOf: 'c1' })],
            ['hangUp', 'mute', 'completeTransfer']
        ],
        ['a consultation that rings', second(ringingOut, { consultationOf: 'c1' }), [held], ['hangUp', 'mute', 'completeTransfer']],
        ['on hold while another one is dialled', held, [second(ringingOut)], ['hangUp', 'mute', 'transfer', 'park']],
        [
            'a consultation that is up',
            second(talking, { consultationOf: 'c1' }),
            [held],
            ['hangUp', 'hold', 'mute', 'sendDigits', 'completeTransfer', 'swap', 'merge']
        ],
        ['one of two, both on hold', held, [second(held)], ['hangUp', 'resume', 'mute', 'transfer', 'consult', 'completeTransfer', 'park']],
        [
            'on hold while the agent turns to it',
            held,
            [second(held, { awaiting: 'resume' })],
            ['hangUp', 'resume', 'mute', 'transfer', 'consult', 'park']
        ],
        [
            'one of a three-way call',
            { ...talking, inConference: true },
            [second(talking, { inConference: true })],
            ['hangUp', 'mute', 'sendDigits', 'completeTransfer']
        ],
        [
            'a consultation beside a three-way call, of which there can be one',
            second(talking, { consultationOf: 'c3' }),
            [
                { ...held, inConference: true },
                { ...third(held), consultationOf: null },
                { ...held, id: 'c4', inConference: true }
            ],
            ['hangUp', 'hold', 'mute', 'sendDigits', 'completeTransfer', 'swap']
        ],
        ['one of three without consultation', talking, [second(held), third(held)], alone],
        ['left of a consultation', second(talking, { consultationOf: 'c1' }), [{ ...held, phase: 'ended' }], alone]
    ])('%s', (_name, call, others, abilities) => {
        expect(abilitiesOf(call, ...others)).toEqual(abilities);
    });

    it('is hanging up and muting only while the PBX cannot be reached', () => {
        const state = { ...phoneWith(talking), connection: { status: 'offline' } } as const;
        const can = callAbilities(state, talking, defaultCallSettings);
        expect(can).toMatchObject({ hangUp: true, mute: true, hold: false, transfer: false, park: false, consult: false });
    });

    it('is no parking where the settings have no extension for it', () => {
        const settings = { ...defaultCallSettings, parkExtension: null };
        expect(callAbilities(phoneWith(talking), talking, settings).park).toBe(false);
    });
});

describe('Another call', () => {
    it.each<[string, readonly Call[], boolean, boolean, boolean]>([
        ['nobody is there', [], true, true, true],
        ['the agent talks', [talking], true, true, false],
        ['one is being dialled', [ringingOut], false, true, false],
        ['one is being transferred', [{ ...talking, transfer: underway }], false, true, false],
        ['four are there', [talking, second(held), third(held), { ...held, id: 'c4' }], false, false, false],
        ['one has ended', [{ ...talking, phase: 'ended' }], true, true, true]
    ])('when %s', (_name, calls, dial, take, takeWithoutWaiting) => {
        const state = phoneWith(...calls);
        expect(canDial(state)).toBe(dial);
        expect(canTake(state, defaultCallSettings)).toBe(take);
        expect(canTake(state, { ...defaultCallSettings, callWaiting: false })).toBe(takeWithoutWaiting);
    });
});

describe('Who belongs to whom', () => {
    it('is told by the consultation, and else by being the only other call that is up', () => {
        const consultation = second(ringingOut, { consultationOf: 'c1' });
        expect(partnerOf(phoneWith(held, consultation, third(held)), held)).toBe(consultation);
        expect(partnerOf(phoneWith(held, second(held)), held)?.id).toBe('c2');
        expect(partnerOf(phoneWith(held, second(held), third(held)), held)).toBeNull();
        expect(partnerOf(phoneWith(held, second(inbound)), held)).toBeNull();
    });

    it('is told by the three-way call: its calls share the agent’s ear, every other call has it alone', () => {
        const [first, next] = [talking, second(talking)].map((call) => ({ ...call, inConference: true }));
        const [asked, over] = [third(held), { ...talking, id: 'c4', phase: 'ended' } as const];
        if (!first || !next) throw new Error('Two calls were joined');
        const state = phoneWith(first, next, asked, over);
        expect(callsTogether(state, next)).toEqual([first, next]);
        expect(callsTogether(state, asked)).toEqual([asked]);
    });

    it('is the same transfer from either side, from the older call to the newer one', () => {
        const [first, next] = [held, second(talking, { startedAt: 0 })];
        const state = phoneWith(first, next);
        for (const call of [first, next]) expect(transferPair(state, call)).toEqual({ call: first, target: next });
        const consultation = second(talking, { consultationOf: 'c3' });
        const asked = phoneWith(consultation, third(held));
        for (const call of asked.calls) expect(transferPair(asked, call)?.target.id).toBe('c2');
    });

    it.each<[string, Call, Call]>([
        ['one is being dialled', held, second(outbound, { consultationOf: 'c1' })],
        ['one rings that is no consultation', held, second(ringingOut)],
        ['one is on its way already', { ...held, transfer: underway }, second(talking)],
        ['one waits for its turn', held, second(held, { awaiting: 'resume' })],
        ['both called here', { ...held, direction: 'inbound' }, second(talking, { direction: 'inbound' })]
    ])('is no transfer while %s', (_name, first, next) => {
        expect(transferPair(phoneWith(first, next), first)).toBeNull();
        expect(transferPair(phoneWith(first, next), next)).toBeNull();
    });
});

describe('Sound', () => {
    const open = (...calls: readonly Call[]): readonly string[] =>
        soundOf({ calls }).map(({ microphone, speaker, joined, remoteHold }) =>
            [microphone ? 'microphone' : [], speaker ? 'speaker' : [], joined ? 'joined' : [], remoteHold ? 'held' : []].flat().join(' ')
        );

    it.each<[string, readonly Call[], readonly string[]]>([
        ['a call that is up', [talking], ['microphone speaker']],
        ['a muted one', [{ ...talking, muted: true }], ['speaker']],
        ['one that is dialled: early media is heard', [outbound], ['microphone speaker']],
        ['one that is offered', [inbound], ['']],
        ['one that goes on hold', [{ ...talking, localHold: 'holding' }], ['']],
        ['one that comes back', [{ ...held, localHold: 'resuming' }], ['']],
        ['one that waits to be dialled', [held, second(outbound, { awaiting: 'dial' })], ['', '']],
        ['one that waits to be answered', [held, second(inbound, { phase: 'answering', awaiting: 'answer' })], ['', '']],
        ['one that hangs up', [{ ...talking, phase: 'ending' }], ['']],
        ['one that is over', [{ ...talking, phase: 'ended' }], []],
        [
            'a three-way call',
            [{ ...talking, inConference: true }, second(talking, { inConference: true })],
            ['microphone speaker joined', 'microphone speaker joined']
        ],
        [
            'a three-way call of which one plays music on hold',
            [{ ...talking, inConference: true }, second(talking, { inConference: true, remoteHold: true })],
            ['microphone speaker', 'microphone speaker held']
        ],
        [
            'a three-way call that is not complete yet',
            [{ ...talking, inConference: true }, second(held, { inConference: true })],
            ['microphone speaker', '']
        ]
    ])('of %s', (_name, calls, expected) => {
        expect(open(...calls)).toEqual(expected);
    });

    it('is in the way of another call unless both are in one conference', () => {
        const joined = { ...talking, inConference: true };
        expect(callsInTheWay(phoneWith(talking, second(held)), second(held)).map(({ id }) => id)).toEqual(['c1']);
        expect(callsInTheWay(phoneWith(joined, second(held, { inConference: true })), second(held, { inConference: true }))).toEqual([]);
        expect(callsInTheWay(phoneWith({ ...held, localHold: 'resuming' }, second(held)), second(held))).toHaveLength(1);
        expect(callsInTheWay(phoneWith(held, second(inbound)), second(inbound))).toEqual([]);
    });
});
