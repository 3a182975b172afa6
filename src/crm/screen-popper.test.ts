import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { candidate, contact, inbound, otherContact, RINGING, SEARCH, World } from './crm-bridge.fake';

let world: World;

beforeEach(async () => {
    world = new World(setImmediate);
    world.bridge.start();
    await world.happened();
});

describe('a pop does no harm', () => {
    it('to a form: the panel offers it, and the agent opens it', async () => {
        world.inFront = { record: null, isForm: true };
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 record offered']);
        world.bridge.carryOut({ type: 'show-pop', callId: 'call-1' });
        world.bridge.carryOut({ type: 'show-pop', callId: 'call-1' });
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });

    it('to the page of the caller, which is in front already', async () => {
        world.inFront = { record: { ...contact, id: contact.id.slice(0, 15) }, isForm: false };
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 record shown']);
    });

    it('when the CRM never told what is in front', async () => {
        world = new World(setImmediate);
        world.failing.set('view', 'rejected');
        world.bridge.start();
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 record offered']);
    });

    it.each([
        [false, ['pop call-1 record shown', `openRecord ${contact.id}`]],
        [true, ['pop call-1 record offered']]
    ])('when the CRM is slow to tell: what was in front last counts (a form: %j)', async (isForm, seen) => {
        world.navigate({ record: null, isForm });
        world.holdBack('view');
        world.start(inbound);
        expect(await world.seen()).toEqual([]);
        world.clock.advance(1_500);
        expect(await world.seen()).toEqual(seen);
    });

    it('when a form opens while the CRM is asked', async () => {
        const release = world.holdBack('view');
        world.start(inbound);
        await world.happened();
        world.navigate({ record: null, isForm: true });
        release();
        expect(await world.seen()).toEqual(['pop call-1 record offered']);
    });

    it('in a second window', async () => {
        world.isFirstWindow = false;
        world.start(inbound);
        expect(await world.seen()).toEqual([]);
        expect(world.call()).toMatchObject({ record: contact, pop: null });
    });

    it('after the caller has given up, but the call belongs to its record', async () => {
        const release = world.holdBack('findByPhone');
        world.start(inbound);
        world.end(inbound);
        const record = world.identification.recordOf('call-1');
        await world.happened();
        release();
        expect(await world.happened()).toEqual([`matches call-1 ${contact.id}`, `record call-1 ${contact.id} search`]);
        expect(await record).toEqual(contact);
    });

    it.each(['claim', 'view'])('after the caller has given up while the window waits for its %s', async (part) => {
        const release = world.holdBack(part);
        world.start(inbound);
        await world.happened();
        world.end(inbound);
        release();
        expect(await world.seen()).toEqual([]);
    });
});

describe('the time of a pop', () => {
    it('is the answer, where so set', async () => {
        world.screenPop = { ...world.screenPop, when: 'answered' };
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 record waiting']);
        world.answer(inbound);
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });

    it('is the end of the search when the call was answered before', async () => {
        world.screenPop = { ...world.screenPop, when: 'answered' };
        const release = world.holdBack('findByPhone');
        world.start(inbound);
        world.answer(inbound);
        expect(await world.seen()).toEqual([]);
        release();
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });

    it('never comes where another window shows the caller', async () => {
        world.screenPop = { ...world.screenPop, when: 'answered' };
        world.isFirstWindow = false;
        world.start(inbound);
        await world.happened();
        world.answer(inbound);
        expect(await world.seen()).toEqual(['pop call-1 none']);
    });

    it('never comes for a call that is not answered', async () => {
        world.screenPop = { ...world.screenPop, when: 'answered' };
        world.start(inbound);
        await world.happened();
        world.end(inbound);
        expect(await world.seen()).toEqual(['pop call-1 none']);
    });

    it('is when the agent asks, where so set', async () => {
        world.screenPop = { ...world.screenPop, when: 'never' };
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 record offered']);
        world.bridge.carryOut({ type: 'show-pop', callId: 'call-1' });
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });

    it('does not come again with the answer', async () => {
        world.start(inbound);
        await world.happened();
        world.answer(inbound);
        expect(await world.seen()).toEqual([]);
    });
});

describe('by the softphone layout', () => {
    beforeEach(() => {
        world.screenPop = { ...world.screenPop, bySoftphoneLayout: true };
    });
    const SEARCHED = 'searchAndShow "03-1234-5678" OR "0312345678" inbound {"Phone":"03-1234-5678"}';

    it('Salesforce searches and shows, and the call belongs to the one record that it found', async () => {
        world.found = [];
        world.foundBySalesforce = [otherContact];
        world.start(inbound);
        expect(await world.happened()).toEqual([
            ...RINGING,
            ...SEARCH,
            'claim +81312345678 pop',
            'view',
            'pop call-1 search shown',
            SEARCHED,
            `record call-1 ${otherContact.id} search`
        ]);
    });

    it('what Salesforce found for somebody who has gone counts for nobody else', async () => {
        world.found = [];
        world.foundBySalesforce = [otherContact];
        const release = world.holdBack('searchAndShow');
        world.start(inbound);
        await world.happened();
        world.identify(inbound, { number: '1003', displayName: 'Carol' });
        release();
        await world.happened();
        expect(world.call()?.record).toBeNull();
    });

    it('several records that Salesforce found decide nothing', async () => {
        world.foundBySalesforce = [contact, otherContact];
        world.found = [];
        world.start(inbound);
        await world.happened();
        expect(world.call()?.record).toBeNull();
    });

    it('it does so also when our own search has failed', async () => {
        world.failing.set('findByPhone', 'timed-out');
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 search shown', SEARCHED]);
    });

    it('it does no more harm than otherwise', async () => {
        world.inFront = { record: null, isForm: true };
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 search offered']);
        world.bridge.carryOut({ type: 'show-pop', callId: 'call-1' });
        expect(await world.seen()).toEqual(['pop call-1 search shown', SEARCHED]);
    });

    it('what a transfer carries opens all the same', async () => {
        world.start({ ...inbound, record: contact, recordSource: 'carried' });
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });
});

describe('a CRM that fails', () => {
    it.each(['timed-out', 'rejected', 'misused'] as const)('to search (%s) opens nothing, and the agent is told', async (reason) => {
        world.failing.set('findByPhone', reason);
        world.start(inbound);
        expect((await world.happened()).slice(3)).toEqual([...SEARCH, 'raise caller-search-failed']);
        expect(await world.identification.recordOf('call-1')).toBeNull();
    });

    it('to open the record is told of, and the panel offers it', async () => {
        world.failing.set('openRecord', 'rejected');
        world.start(inbound);
        expect((await world.happened()).slice(-4)).toEqual([
            'pop call-1 record shown',
            `openRecord ${contact.id}`,
            'raise screen-pop-failed',
            'pop call-1 record offered'
        ]);
        world.failing.clear();
        world.bridge.carryOut({ type: 'show-pop', callId: 'call-1' });
        expect(await world.seen()).toEqual(['pop call-1 record shown', `openRecord ${contact.id}`]);
    });

    it('to open the record of a call that has ended offers nothing any more', async () => {
        const release = world.holdBack('openRecord');
        world.failing.set('openRecord', 'timed-out');
        world.start(inbound);
        await world.happened();
        world.end(inbound);
        release();
        expect(await world.happened()).toEqual(['setPhoneLabel Denwa', 'setPhoneIcon call', 'raise screen-pop-failed']);
    });

    it.each(['openNewRecord', 'openSearch', 'searchAndShow'])('to do its %s is told of', async (part) => {
        world.found = [];
        world.screenPop = {
            ...world.screenPop,
            noMatch: part === 'openSearch' ? 'search' : 'Lead',
            bySoftphoneLayout: part === 'searchAndShow'
        };
        world.failing.set(part, 'timed-out');
        world.start(inbound);
        expect((await world.happened()).filter((asked) => asked.startsWith('raise'))).toEqual(['raise screen-pop-failed']);
    });

    it('to find anything that makes sense finds nobody', async () => {
        world.found = [
            null,
            'x',
            7,
            {},
            { ...contact },
            { ...candidate, id: "003'><script>" },
            { ...candidate, phones: [null, {}, { field: 1 }] }
        ];
        world.start(inbound);
        expect(await world.seen()).toEqual(['pop call-1 new-record shown', 'openNewRecord Contact {"Phone":"03-1234-5678"}']);
    });

    it('to find a list at all has failed', async () => {
        world.found = null as unknown as readonly unknown[];
        world.start(inbound);
        expect((await world.happened()).slice(3)).toEqual([...SEARCH, 'raise caller-search-failed']);
    });
});
