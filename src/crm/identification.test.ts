import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Call } from '../telephony/call';
import {
    candidate,
    colleague,
    contact,
    customer,
    inbound,
    otherCandidate,
    otherContact,
    outbound,
    RINGING,
    SEARCH,
    shown,
    World
} from './crm-bridge.fake';

const BOTH = `matches call-1 ${contact.id} ${otherContact.id}`;

let world: World;

beforeEach(async () => {
    world = new World(setImmediate);
    world.bridge.start();
    await world.happened();
});

describe('a caller whom', () => {
    it('one record holds is shown, and the call belongs to it', async () => {
        world.start(inbound);
        expect(await world.happened()).toEqual([...RINGING, ...SEARCH, ...shown(contact, 'call-1')]);
        expect(world.call()).toMatchObject({ record: contact, recordSource: 'search', pop: { kind: 'record', status: 'shown' } });
    });

    it('nobody knows gets the form of a new contact', async () => {
        world.found = [];
        world.start({ ...inbound, details: { ...inbound.details, businessLabel: '予約センター' } });
        expect(await world.seen()).toEqual([
            'pop call-1 new-record shown',
            'openNewRecord Contact {"Phone":"03-1234-5678","Description":"予約センター"}'
        ]);
    });

    it('several records hold is asked about in the panel, and nothing opens', async () => {
        world.found = [candidate, otherCandidate];
        world.start(inbound);
        expect(await world.happened()).toEqual([...RINGING, ...SEARCH, BOTH, 'pop call-1 choice shown']);
        expect(world.call()?.record).toBeNull();
    });

    it('several records hold is looked for on the search page, where so set', async () => {
        world.screenPop = { ...world.screenPop, manyMatches: 'search' };
        world.found = [candidate, otherCandidate];
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 search shown', 'openSearch 03-1234-5678']);
    });

    it.each([null, '1002', '*8'])('there is nothing to find out about is not searched: %j', async (number) => {
        world.start({ ...inbound, remote: { number, displayName: null } });
        expect((await world.happened()).slice(3)).toEqual([]);
    });
});

describe('a search', () => {
    it('does not overrule what was decided while it ran', async () => {
        const release = world.holdBack('findByPhone');
        world.start(inbound);
        world.decide(inbound, otherContact);
        release();
        await world.happened();
        expect(world.call()).toMatchObject({ record: otherContact, recordSource: 'agent' });
        expect(await world.identification.recordOf('call-1')).toEqual(otherContact);
    });
});

describe('a choice', () => {
    beforeEach(async () => {
        world.found = [candidate, otherCandidate];
        world.start(inbound);
        await world.happened();
    });

    it('opens the record, and is not asked for again when it was to be remembered', async () => {
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: otherContact.id, remember: true });
        expect(await world.happened()).toEqual([
            `record call-1 ${otherContact.id} agent`,
            `remember +81312345678 ${otherContact.id}`,
            'view',
            'pop call-1 record shown',
            `openRecord ${otherContact.id}`
        ]);
        expect(await world.identification.recordOf('call-1')).toEqual(otherContact);
        world.end(inbound);
        world.start({ ...inbound, id: 'call-3', remote: { number: '03-1234-5678', displayName: null } });
        expect(await world.seen()).toEqual(['pop call-3 record shown', `openRecord ${otherContact.id}`]);
    });

    it('counts for this call only when it was not to be remembered', async () => {
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: otherContact.id, remember: false });
        expect((await world.happened()).some((asked) => asked.startsWith('remember'))).toBe(false);
    });

    it('waits with opening while a form is in front of the agent', async () => {
        world.inFront = { record: null, isForm: true };
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: contact.id, remember: false });
        expect(await world.seen()).toEqual(['pop call-1 record offered']);
        expect(world.call()?.record).toEqual(contact);
    });

    it('opens also when the call ends meanwhile, and only the last one of several', async () => {
        const release = world.holdBack('view');
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: contact.id, remember: false });
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: otherContact.id, remember: false });
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${otherContact.id}`]);
        release();
        expect(await world.seen()).toEqual([]);
        const releaseAgain = world.holdBack('view');
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: contact.id, remember: false });
        world.end(inbound);
        releaseAgain();
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });

    it('is taken only from what was found', async () => {
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: '001000000000009AAA', remember: true });
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-9', recordId: contact.id, remember: true });
        expect(await world.happened()).toEqual([]);
    });

    it('that was remembered for a record that is gone is asked for again', async () => {
        world.choices.set('+81312345678', '003000000000009AAA');
        world.start({ ...inbound, id: 'call-3' });
        expect(await world.seen()).toEqual(['pop call-3 choice shown']);
    });

    it('opens although the browser remembers nothing', async () => {
        world.failing.set('remember', 'rejected');
        world.failing.set('recall', 'rejected');
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: contact.id, remember: true });
        expect(await world.seen()).toContain(`openRecord ${contact.id}`);
        world.start({ ...inbound, id: 'call-3' });
        expect(await world.seen()).toEqual(['pop call-3 choice shown']);
    });

    it('is asked for when the browser does not answer', async () => {
        world.holdBack('recall');
        world.start({ ...inbound, id: 'call-3' });
        expect(await world.seen()).toEqual([]);
        world.clock.advance(1_000);
        expect(await world.seen()).toEqual(['pop call-3 choice shown']);
    });
});

describe('an outbound call', () => {
    it('that was typed is identified and shows nothing', async () => {
        world.start(outbound);
        expect(await world.happened()).toEqual([...SEARCH, `matches call-2 ${contact.id}`, `record call-2 ${contact.id} search`]);
    });

    it('that was clicked is not even searched', async () => {
        world.start({ ...outbound, record: otherContact, recordSource: 'click' });
        world.answer(outbound);
        expect(await world.happened()).toEqual([]);
    });
});

describe('calls between colleagues', () => {
    it('are searched and shown only where so set', async () => {
        world.screenPop = { ...world.screenPop, internal: true };
        world.found = [{ ...candidate, phones: [{ field: 'Phone', value: '1002' }] }];
        world.start({ ...inbound, remote: colleague });
        expect(await world.happened()).toContain(`openRecord ${contact.id}`);
    });
});

describe('a record that a transfer carries', () => {
    const carried: Call = { ...inbound, remote: colleague, record: contact, recordSource: 'carried' };

    it('opens although a colleague calls, without a search, and stays when the customer comes', async () => {
        world.start(carried);
        expect((await world.happened()).slice(3)).toEqual([
            'claim 1002 pop',
            'view',
            'pop call-1 record shown',
            `openRecord ${contact.id}`
        ]);
        world.answer(inbound);
        world.identify(inbound, customer);
        expect(await world.happened()).toEqual(['setPhoneLabel Denwa', 'setPhoneIcon call']);
        expect(world.call()).toMatchObject({ record: contact, recordSource: 'carried' });
        expect(await world.identification.recordOf('call-1')).toEqual(contact);
    });

    it('opens for a caller who withholds the number', async () => {
        world.start({ ...carried, remote: { number: null, displayName: null } });
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });
});

describe('somebody else behind the number', () => {
    it('is shown when a colleague has transferred the customer', async () => {
        world.start({ ...inbound, remote: colleague });
        world.answer(inbound);
        await world.happened();
        world.identify(inbound, customer);
        expect(await world.happened()).toEqual([...SEARCH, ...shown(contact, 'call-1')]);
    });

    it('takes the place of a customer whom a search had found', async () => {
        world.start(inbound);
        world.answer(inbound);
        await world.happened();
        world.found = [];
        world.identify(inbound, { number: '0398765432', displayName: null });
        expect(await world.happened()).toEqual([
            'pop call-1 none',
            'record call-1 none search',
            'matches call-1',
            'findByPhone 03-9876-5432',
            'recall +81398765432',
            'claim +81398765432 pop',
            'view',
            'pop call-1 new-record shown',
            'openNewRecord Contact {"Phone":"03-9876-5432"}'
        ]);
    });

    it('that is a colleague leaves no record behind', async () => {
        world.start(inbound);
        await world.happened();
        world.identify(inbound, { number: '1003', displayName: 'Carol' });
        expect(await world.happened()).toEqual(['pop call-1 none', 'record call-1 none search', 'matches call-1']);
        expect(await world.identification.recordOf('call-1')).toBeNull();
    });

    it('does not change what the agent chose', async () => {
        world.found = [candidate, otherCandidate];
        world.start(inbound);
        await world.happened();
        world.bridge.carryOut({ type: 'choose-record', callId: 'call-1', recordId: contact.id, remember: false });
        await world.happened();
        world.identify(inbound, { number: '0398765432', displayName: null });
        expect(await world.happened()).toEqual([]);
        expect(world.call()?.record).toEqual(contact);
    });

    it('makes a search for whoever was there before worthless', async () => {
        const release = world.holdBack('findByPhone');
        world.start(inbound);
        await world.happened();
        world.found = [{ ...otherCandidate, phones: [{ field: 'Phone', value: '0398765432' }] }];
        world.identify(inbound, { number: '0398765432', displayName: null });
        await world.happened();
        world.found = [candidate];
        release();
        expect(await world.happened()).toEqual([]);
        expect(await world.identification.recordOf('call-1')).toEqual(otherContact);
    });

    it('is whose record is waited for', async () => {
        const release = world.holdBack('findByPhone');
        world.start(inbound);
        const record = world.identification.recordOf('call-1');
        world.found = [{ ...otherCandidate, phones: [{ field: 'Phone', value: '0398765432' }] }];
        world.identify(inbound, { number: '0398765432', displayName: null });
        release();
        expect(await record).toEqual(otherContact);
    });

    it('comes too late after the end', async () => {
        world.start(inbound);
        world.end(inbound);
        await world.happened();
        world.tell({
            type: 'call-identified',
            call: { ...inbound, remote: { number: '0398765432', displayName: null } },
            origin: 'remote'
        });
        expect(await world.happened()).toEqual([]);
    });

    it('is shown when a pickup gave one', async () => {
        const pickup: Call = { ...outbound, remote: { number: '*8', displayName: null }, dialString: '*8' };
        world.start(pickup);
        world.identify(pickup, customer);
        expect(await world.seen()).toEqual(['pop call-2 record shown', `openRecord ${contact.id}`]);
    });

    it.each(['701', '71'])('is shown when it is not the one who was parked in the slot %s', async (dialString) => {
        const parked: Call = { ...outbound, remote: { number: '0398765432', displayName: null }, dialString };
        world.start({ ...parked, record: otherContact, recordSource: 'carried' });
        world.identify(parked, customer);
        expect(await world.happened()).toEqual(['record call-2 none search', ...SEARCH, ...shown(contact, 'call-2')]);
    });

    it('is none when a parked call comes out of its slot, or a number is spelled another way', async () => {
        const parked: Call = { ...outbound, remote: { number: '0398765432', displayName: null }, dialString: '701' };
        world.start({ ...parked, record: otherContact, recordSource: 'carried' });
        world.identify(parked, { number: '+81398765432', displayName: 'Taro' });
        expect(await world.happened()).toEqual([]);
        world.start(inbound);
        await world.happened();
        world.identify(inbound, { number: '0312345678', displayName: 'Hanako' });
        expect(await world.happened()).toEqual([]);
    });

    it.each(['0312345678', '00312345678'])('is none behind an outside number that was dialled as %s', async (dialString) => {
        const call = { ...outbound, dialString };
        world.start(call);
        await world.happened();
        world.identify(call, { number: '0398765432', displayName: null });
        expect(await world.happened()).toEqual([]);
    });
});
