import { beforeEach, describe, expect, it } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { Call } from '../telephony/call';
import { inbound as anInboundCall } from '../telephony/call.fake';
import type { SoftphoneFact } from '../telephony/fact';
import type { CallLogEntry } from './call-log';
import type { CallerCandidate } from './caller-directory';
import { CrmBridge } from './crm-bridge';
import { CrmError, type CrmReason } from './crm-error';
import type { ClickToDial, CrmHost } from './crm-host';

const contact = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const candidate: CallerCandidate = { ...contact, phones: [{ field: 'Phone', value: '03-1234-5678' }] };
const inbound: Call = {
    ...anInboundCall,
    id: 'call-1',
    remote: { number: '+81312345678', displayName: null },
    dialog: { callId: 'abc@pbx', localTag: 'a', remoteTag: 'b' },
    startedAt: 1_000
};
const outbound: Call = {
    ...inbound,
    id: 'call-2',
    direction: 'outbound',
    origin: 'agent',
    phase: 'dialing',
    remote: { number: '0312345678', displayName: null },
    dialString: '0312345678'
};
const ended = (call: Call): Call => ({
    ...call,
    phase: 'ended',
    connectedAt: 2_000,
    endedAt: 12_000,
    ending: { by: 'remote', cause: 'hung-up' }
});

/** Everything that phone, CRM and directory were asked, in order; a part fails when its name is in `failing`, alone or with what it was asked. */
class World {
    readonly asked: string[] = [];
    readonly logs: CallLogEntry[] = [];
    readonly lines: LogLine[] = [];
    readonly failing = new Map<string, CrmReason>();
    found: readonly CallerCandidate[] = [candidate];
    /** A search that the test ends. */
    holdSearch: Promise<void> = Promise.resolve();
    tell: (fact: SoftphoneFact) => void = () => undefined;
    click: (click: ClickToDial) => void = () => undefined;

    readonly #host: CrmHost = {
        enableClickToDial: () => this.#ask('enableClickToDial'),
        disableClickToDial: () => this.#ask('disableClickToDial'),
        onClickToDial: (listener) => {
            this.click = listener;
            return () => undefined;
        },
        showPanel: () => this.#ask('showPanel'),
        setPhoneLabel: (label) => this.#ask('setPhoneLabel', label),
        setPhoneIcon: (icon) => this.#ask('setPhoneIcon', icon),
        openRecord: (id) => this.#ask('openRecord', id),
        openNewRecord: (type, values) => this.#ask('openNewRecord', type, JSON.stringify(values)),
        openSearch: (text) => this.#ask('openSearch', text),
        saveCallLog: async (entry) => {
            await this.#ask('saveCallLog', entry.WhoId ?? entry.WhatId ?? '');
            this.logs.push(entry);
            return '00T000000000001AAA';
        },
        refresh: () => this.#ask('refresh'),
        callCenterSettings: () => Promise.resolve(new Map())
    };

    readonly bridge = new CrmBridge({
        phone: {
            send: (command, origin) => void this.asked.push(`send ${JSON.stringify(command)} ${origin}`),
            subscribeFacts: (listener) => {
                this.tell = listener;
                return () => undefined;
            },
            attachRecord: (callId, record) => void this.asked.push(`attachRecord ${callId} ${record?.id ?? 'none'}`),
            raise: (code) => void this.asked.push(`raise ${code}`)
        },
        host: this.#host,
        directory: {
            findByPhone: async (spellings) => {
                await this.#ask('findByPhone', spellings[0] ?? '');
                await this.holdSearch;
                return this.found;
            }
        },
        labels: { idle: 'Denwa', inbound: ({ remote }) => `Call from ${remote.number ?? 'nobody'}` },
        callLog: {
            texts: { subject: ({ name }) => name, description: () => '' },
            dialPlan: defaultDialPlan,
            timeZone: 'Asia/Tokyo'
        },
        logger: new Logger('crm', { now: () => 0 }, (line) => this.lines.push(line))
    });

    /** What was asked since the last look, once everything that could run has run. */
    async happened(): Promise<readonly string[]> {
        await new Promise((resolve) => setImmediate(resolve));
        return this.asked.splice(0);
    }

    start(call: Call): void {
        this.tell({ type: 'call-started', call, origin: 'remote' });
    }

    end(call: Call): void {
        this.tell({ type: 'call-ended', call: ended(call), origin: 'remote' });
    }

    async #ask(...words: readonly string[]): Promise<void> {
        const asked = words.join(' ').trim();
        this.asked.push(asked);
        await Promise.resolve();
        const reason = this.failing.get(words[0] ?? '') ?? this.failing.get(asked);
        if (reason) throw new CrmError(reason, 'It did not work');
    }
}

const IDLE = ['setPhoneLabel Denwa', 'setPhoneIcon call'];
const INBOUND = ['showPanel', 'setPhoneLabel Call from +81312345678', 'setPhoneIcon incoming_call', 'findByPhone 03-1234-5678'];

let world: World;

beforeEach(async () => {
    world = new World();
    world.bridge.start();
    expect(await world.happened()).toEqual(['disableClickToDial', ...IDLE]);
});

describe('click-to-dial', () => {
    it('is off until the phone is registered, whatever the page before left behind', async () => {
        world = new World();
        world.bridge.start();
        expect(await world.happened()).toContain('disableClickToDial');
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        expect(await world.happened()).toEqual(['enableClickToDial']);
    });

    it('is on while the phone is registered', async () => {
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        world.tell({ type: 'registration-changed', registered: false, origin: 'remote' });
        expect(await world.happened()).toEqual(['enableClickToDial', 'disableClickToDial']);
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

describe('inbound call', () => {
    it('opens the panel, then the record of the caller, and belongs to it', async () => {
        world.start(inbound);
        expect(await world.happened()).toEqual([...INBOUND, `openRecord ${contact.id}`, `attachRecord call-1 ${contact.id}`]);
    });

    it('searches and pops once, however often it is told', async () => {
        world.start(inbound);
        world.start(inbound);
        expect((await world.happened()).filter((asked) => /findByPhone|openRecord/.test(asked))).toHaveLength(2);
    });

    it('offers a new contact for a stranger', async () => {
        world.found = [];
        world.start(inbound);
        expect(await world.happened()).toEqual([...INBOUND, 'openNewRecord Contact {"Phone":"03-1234-5678"}']);
    });

    it('opens the search for several', async () => {
        world.found = [candidate, { ...candidate, id: '003000000000002AAA' }];
        world.start(inbound);
        expect(await world.happened()).toEqual([...INBOUND, 'openSearch 03-1234-5678']);
    });

    it.each([null, '1002'])('searches nothing for the caller %j', async (number) => {
        world.start({ ...inbound, remote: { number, displayName: null } });
        expect(await world.happened()).toEqual([
            'showPanel',
            `setPhoneLabel Call from ${number ?? 'nobody'}`,
            'setPhoneIcon incoming_call'
        ]);
    });

    it('does not pop after the caller has given up, but the log knows the caller', async () => {
        let release = (): void => undefined;
        world.holdSearch = new Promise((resolve) => (release = resolve));
        world.start(inbound);
        world.end(inbound);
        expect(await world.happened()).toEqual([...INBOUND, ...IDLE]);
        release();
        expect(await world.happened()).toEqual([`attachRecord call-1 ${contact.id}`, `saveCallLog ${contact.id}`, 'refresh']);
    });

    it('tells the agent that the search failed', async () => {
        world.failing.set('findByPhone', 'timed-out');
        world.start(inbound);
        expect(await world.happened()).toEqual([...INBOUND, 'raise caller-search-failed']);
        world.end(inbound);
        expect(await world.happened()).toContain('saveCallLog');
    });

    it('survives a directory that answers nonsense', async () => {
        world.found = [{ ...contact } as CallerCandidate];
        world.start(inbound);
        expect(await world.happened()).toEqual([...INBOUND, 'raise caller-search-failed']);
    });

    it('tells the agent that the pop failed, and keeps the record', async () => {
        world.failing.set('openRecord', 'rejected');
        world.start(inbound);
        expect(await world.happened()).toEqual([
            ...INBOUND,
            `openRecord ${contact.id}`,
            `attachRecord call-1 ${contact.id}`,
            'raise screen-pop-failed'
        ]);
    });

    it('takes the label back when it is answered', async () => {
        world.start(inbound);
        await world.happened();
        world.tell({ type: 'call-connected', call: { ...inbound, phase: 'connected' }, origin: 'agent' });
        expect(await world.happened()).toEqual(IDLE);
    });
});

describe('several callers', () => {
    it('keep the label until the last of them has stopped ringing', async () => {
        const second: Call = { ...inbound, id: 'call-3', remote: { number: '1002', displayName: null } };
        world.start(inbound);
        world.start(second);
        await world.happened();
        world.tell({ type: 'call-connected', call: { ...inbound, phase: 'connected' }, origin: 'agent' });
        expect(await world.happened()).toEqual(['setPhoneLabel Call from 1002', 'setPhoneIcon incoming_call']);
        world.end(second);
        expect((await world.happened()).slice(0, 2)).toEqual(IDLE);
    });
});

describe('somebody else behind the number', () => {
    const colleague: Call = { ...inbound, remote: { number: '1002', displayName: 'Bob' } };
    const customer = { number: '0312345678', displayName: null };
    const identify = (call: Call): void => world.tell({ type: 'call-identified', call, origin: 'remote' });

    it('opens the customer whom a colleague transferred, and logs the call for the customer', async () => {
        world.start(colleague);
        await world.happened();
        identify({ ...colleague, phase: 'connected', remote: customer });
        expect(await world.happened()).toEqual([
            'attachRecord call-1 none',
            'findByPhone 03-1234-5678',
            `openRecord ${contact.id}`,
            `attachRecord call-1 ${contact.id}`
        ]);
        world.end({ ...colleague, remote: customer });
        expect(await world.happened()).toContain(`saveCallLog ${contact.id}`);
    });

    it('opens whom a pickup or a parking slot gave', async () => {
        const pickup: Call = { ...outbound, remote: { number: '*8', displayName: null }, dialString: '*8' };
        world.start(pickup);
        identify({ ...pickup, phase: 'connected', remote: customer });
        expect(await world.happened()).toContain(`openRecord ${contact.id}`);
    });

    it.each(['701', '71'])('opens who is in the slot %s now instead of whom the agent parked there', async (slot) => {
        const parked: Call = { ...outbound, remote: { number: '0398765432', displayName: null }, dialString: slot, record: contact };
        world.start(parked);
        identify({ ...parked, phase: 'connected', remote: customer });
        expect(await world.happened()).toEqual([
            'attachRecord call-2 none',
            'findByPhone 03-1234-5678',
            `openRecord ${contact.id}`,
            `attachRecord call-2 ${contact.id}`
        ]);
        const again: Call = { ...parked, id: 'call-3' };
        world.start(again);
        identify({ ...again, phase: 'connected', remote: { number: '+81398765432', displayName: 'Taro' } });
        expect(await world.happened()).toEqual([]);
    });

    it('opens nothing for another spelling of the same number, nor for the number behind one that was dialled outside', async () => {
        world.start(inbound);
        world.start(outbound);
        await world.happened();
        identify({ ...inbound, remote: { ...customer, displayName: 'Hanako' } });
        identify({ ...outbound, remote: { number: '0398765432', displayName: null } });
        expect(await world.happened()).toEqual([]);
    });

    it('forgets the record of whoever was there before, also when nobody knows the new number', async () => {
        world.start(inbound);
        await world.happened();
        identify({ ...inbound, phase: 'connected', remote: { number: '1003', displayName: 'Carol' } });
        expect(await world.happened()).toEqual(['attachRecord call-1 none']);
        world.end({ ...inbound, remote: { number: '1003', displayName: 'Carol' } });
        expect(await world.happened()).toContain('saveCallLog');
    });
});

describe('a call that came back', () => {
    it('opens the record it left with, without a search', async () => {
        world.start({ ...inbound, record: contact });
        expect(await world.happened()).toEqual([...INBOUND.slice(0, 3), `openRecord ${contact.id}`]);
    });
});

describe('call log', () => {
    it('is saved once, for the record of the search, and the page is refreshed', async () => {
        world.start(inbound);
        await world.happened();
        world.end(inbound);
        world.end(inbound);
        expect(await world.happened()).toEqual([...IDLE, `saveCallLog ${contact.id}`, 'refresh']);
        expect(world.logs).toMatchObject([{ Subject: '山田 花子', CallDurationInSeconds: 10, CallObject: 'abc@pbx', WhoId: contact.id }]);
    });

    it('belongs to the record that the number was clicked on', async () => {
        const record = { id: '500000000000001AAA', objectType: 'Case', name: '00001234' };
        world.start({ ...outbound, record });
        world.end({ ...outbound, record });
        expect(await world.happened()).toEqual(['saveCallLog 500000000000001AAA', 'refresh']);
    });

    it('searches whom a typed number belongs to, and opens nothing', async () => {
        world.start(outbound);
        world.end(outbound);
        expect(await world.happened()).toEqual([
            'findByPhone 03-1234-5678',
            `attachRecord call-2 ${contact.id}`,
            `saveCallLog ${contact.id}`,
            'refresh'
        ]);
    });

    it('is saved for a caller who heard busy, without touching the call that runs', async () => {
        world.start(outbound);
        await world.happened();
        world.end(inbound);
        expect(await world.happened()).toEqual([
            'findByPhone 03-1234-5678',
            `attachRecord call-1 ${contact.id}`,
            `saveCallLog ${contact.id}`,
            'refresh'
        ]);
    });

    it.each(['nothing-to-pick-up', 'hold-failed'] as const)('is not made of what reached nobody: %s', async (cause) => {
        world.start(outbound);
        world.tell({ type: 'call-ended', call: { ...ended(outbound), ending: { by: 'system', cause } }, origin: 'remote' });
        expect(await world.happened()).toEqual([]);
    });

    it('is left to the phone that answered', async () => {
        world.start(inbound);
        await world.happened();
        world.tell({
            type: 'call-ended',
            call: { ...ended(inbound), ending: { by: 'remote', cause: 'answered-elsewhere' } },
            origin: 'remote'
        });
        expect(await world.happened()).toEqual(IDLE);
    });

    it('is saved without a record that refuses it', async () => {
        world.failing.set(`saveCallLog ${contact.id}`, 'rejected');
        world.end({ ...outbound, record: contact });
        expect(await world.happened()).toEqual([`saveCallLog ${contact.id}`, 'saveCallLog', 'refresh']);
        expect(world.logs).toHaveLength(1);
        expect(world.logs[0]).toMatchObject({ CallDisposition: 'hung-up', CallObject: 'abc@pbx' });
        expect(world.logs[0]).not.toHaveProperty('WhoId');
    });

    it('is tried twice at most', async () => {
        world.failing.set('saveCallLog', 'rejected');
        world.end({ ...outbound, record: contact });
        expect(await world.happened()).toEqual([`saveCallLog ${contact.id}`, 'saveCallLog', 'raise call-log-failed']);
        expect(world.logs).toEqual([]);
    });

    it('is not saved again after a silence, which may have been a success', async () => {
        world.failing.set('saveCallLog', 'timed-out');
        world.end({ ...outbound, record: contact });
        expect(await world.happened()).toEqual([`saveCallLog ${contact.id}`, 'raise call-log-failed']);
    });
});

describe('outside of the CRM', () => {
    it('says so once, and the phone works on', async () => {
        world = new World();
        for (const part of ['setPhoneLabel', 'setPhoneIcon', 'enableClickToDial', 'showPanel', 'findByPhone', 'saveCallLog']) {
            world.failing.set(part, 'crm-unavailable');
        }
        world.bridge.start();
        world.tell({ type: 'registration-changed', registered: true, origin: 'agent' });
        world.start(inbound);
        world.end(inbound);
        const asked = await world.happened();
        expect(asked.filter((what) => what.startsWith('raise'))).toEqual(['raise crm-unavailable']);
        expect(world.lines.filter(({ level }) => level === 'error').length).toBeGreaterThan(3);
    });
});
