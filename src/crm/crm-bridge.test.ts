import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Call } from '../telephony/call';
import { colleague, contact, ended, IDLE, inbound, outbound, RINGING, SEARCH, World } from './crm-bridge.fake';

let world: World;

beforeEach(async () => {
    world = new World(setImmediate);
    world.bridge.start();
    expect(await world.happened()).toEqual(['view', 'disableClickToDial', ...IDLE, 'click-to-dial off']);
});

describe('click-to-dial', () => {
    it('is off until the phone is registered, whatever the page before left behind', async () => {
        world = new World(setImmediate);
        world.bridge.start();
        expect(await world.happened()).toContain('disableClickToDial');
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        expect(await world.happened()).toEqual(['enableClickToDial', 'click-to-dial on']);
    });

    it('is on while the phone is registered', async () => {
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        expect(await world.happened()).toEqual(['enableClickToDial', 'click-to-dial on']);
        world.tell({ type: 'registration-changed', registered: false, origin: 'remote' });
        expect(await world.happened()).toEqual(['disableClickToDial', 'click-to-dial off']);
    });

    it('is what was wished for last, whatever is answered late', async () => {
        const answer = world.holdBack('enableClickToDial');
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        world.tell({ type: 'registration-changed', registered: false, origin: 'remote' });
        expect(await world.happened()).toEqual(['enableClickToDial', 'disableClickToDial', 'click-to-dial off']);
        answer();
        expect(await world.happened()).toEqual([]);
    });

    it('is not to be had where the CRM does not answer, until the agent asks once more', async () => {
        world.failing.set('enableClickToDial', 'timed-out');
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        expect(await world.happened()).toEqual(['enableClickToDial', 'click-to-dial unavailable']);
        world.failing.clear();
        world.bridge.carryOut({ type: 'enable-click-to-dial' });
        expect(await world.happened()).toEqual(['enableClickToDial', 'click-to-dial on']);
    });

    it('stays off while the phone is not registered, whoever asks', async () => {
        world.bridge.carryOut({ type: 'enable-click-to-dial' });
        expect(await world.happened()).toEqual(['disableClickToDial', 'click-to-dial off']);
    });

    it('opens the panel and dials for the record', async () => {
        world.click({ number: '+81 90-1234-5678', record: contact });
        expect(await world.happened()).toEqual([
            'showPanel',
            `send ${JSON.stringify({ type: 'dial', number: '+81 90-1234-5678', record: contact })} crm`
        ]);
    });

    it('dials although the panel does not open', async () => {
        world.failing.set('showPanel', 'timed-out');
        world.click({ number: '1002', record: null });
        expect(await world.happened()).toEqual(['showPanel', 'send {"type":"dial","number":"1002"} crm']);
    });

    it('hands an empty number on, so that the phone says what is wrong', async () => {
        world.click({ number: '', record: null });
        expect(await world.happened()).toContain('send {"type":"dial","number":""} crm');
    });

    it('shortens what is absurdly long', async () => {
        world.click({ number: '9'.repeat(10_000), record: null });
        expect((await world.happened()).join('').length).toBeLessThan(1_200);
        expect(world.lines).toContainEqual(expect.objectContaining({ level: 'warn', fields: { length: 10_000 } }));
    });
});

describe('the button of the phone', () => {
    it('shows who calls before the caller is searched', async () => {
        world.start(inbound);
        expect((await world.happened()).slice(0, 5)).toEqual([...RINGING, ...SEARCH]);
    });

    it('shows a call once, however often it is told', async () => {
        world.start(inbound);
        world.tell({ type: 'call-started', call: inbound, origin: 'remote' });
        expect((await world.happened()).filter((asked) => /findByPhone|openRecord|showPanel/.test(asked))).toHaveLength(3);
    });

    it('goes back when the call is answered', async () => {
        world.start(inbound);
        await world.happened();
        world.answer(inbound);
        expect(await world.happened()).toEqual(IDLE);
    });

    it('shows each of several callers until the last of them has stopped ringing', async () => {
        const second: Call = { ...inbound, id: 'call-3', remote: colleague };
        world.start(inbound);
        world.start(second);
        await world.happened();
        world.answer(inbound);
        expect(await world.happened()).toEqual(['setPhoneLabel Call from 1002', 'setPhoneIcon incoming_call']);
        world.end(second);
        expect(await world.happened()).toEqual(IDLE);
    });

    it('tells how many calls were missed, until the agent has looked', async () => {
        world.miss();
        expect(await world.happened()).toEqual(['setPhoneLabel Denwa (1)', 'setPhoneIcon missed_call']);
        world.start(inbound);
        await world.happened();
        world.miss();
        expect(await world.happened()).toEqual([]);
        world.answer(inbound);
        expect(await world.happened()).toEqual(['setPhoneLabel Denwa (2)', 'setPhoneIcon missed_call']);
        world.seeMissed();
        expect(await world.happened()).toEqual(IDLE);
    });

    it('does not ring for a call that goes out', async () => {
        world.start(outbound);
        expect(await world.happened()).not.toContain('showPanel');
    });
});

describe('the log of calls', () => {
    it('hears of every call, also of one that heard busy', async () => {
        world.start(inbound);
        world.end(inbound);
        world.tell({ type: 'call-ended', call: ended(outbound), origin: 'remote' });
        await world.happened();
        expect(world.logged).toEqual(['started call-1', 'ended call-1', 'ended call-2']);
    });

    it('finds the search of a caller who heard busy under way', async () => {
        world.tell({ type: 'call-ended', call: ended(inbound), origin: 'remote' });
        expect(await world.identification.recordOf(inbound.id)).toEqual(contact);
        expect((await world.happened()).filter((asked) => /^(open|pop|claim)/.test(asked))).toEqual([]);
    });

    it('hears what the agent looks at, and so does the panel', async () => {
        world.navigate({ record: contact, isForm: false });
        world.navigate({ record: contact, isForm: true });
        world.navigate({ record: null, isForm: false });
        expect(await world.happened()).toEqual([`viewed ${contact.id}`, 'viewed nothing']);
        expect(world.logged).toEqual([`viewed ${contact.id}`, 'viewed nothing']);
    });

    it('gets the commands of the panel that are about it', () => {
        world.bridge.carryOut({ type: 'edit-log', callId: 'call-1', notes: 'x' });
        world.bridge.carryOut({ type: 'save-log', callId: 'call-1' });
        world.bridge.carryOut({ type: 'close-log', callId: 'call-1' });
        expect(world.logged).toEqual(['edit-log call-1', 'save-log call-1', 'close-log call-1']);
    });
});

describe('a record that the agent asks for', () => {
    it('opens', async () => {
        world.bridge.carryOut({ type: 'open-record', record: contact });
        expect(await world.happened()).toEqual([`openRecord ${contact.id}`]);
    });

    it('is told of when it does not', async () => {
        world.failing.set('openRecord', 'rejected');
        world.bridge.carryOut({ type: 'open-record', record: contact });
        expect(await world.happened()).toEqual([`openRecord ${contact.id}`, 'raise screen-pop-failed']);
    });
});

describe('outside of the CRM', () => {
    it('says so once, and the phone works on', async () => {
        world = new World(setImmediate);
        for (const part of ['setPhoneLabel', 'setPhoneIcon', 'enableClickToDial', 'showPanel', 'findByPhone', 'view']) {
            world.failing.set(part, 'crm-unavailable');
        }
        world.bridge.start();
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        world.start(inbound);
        world.end(inbound);
        const asked = await world.happened();
        expect(asked.filter((what) => what.startsWith('raise'))).toEqual(['raise crm-unavailable']);
        expect(world.lines.filter(({ level }) => level === 'error').length).toBeGreaterThan(3);
        expect(world.logged).toEqual(['started call-1', 'ended call-1']);
    });
});
