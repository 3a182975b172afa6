import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { defaultDialPlan } from '../phone-number/dial-plan';
import { about } from '../telephony/call.fake';
import { defaultCallSettings } from '../telephony/call-settings';
import { FakeExchange } from './exchange.fake';
import { FakeAgentStatusStore, FakeHistoryStore, FakePreferencesStore, Person } from './person.fake';
import { Softphone } from './softphone';

describe('Alice and Bob', () => {
    let exchange: FakeExchange;
    let clock: SimulatedClock;
    let alice: Person;
    let bob: Person;

    beforeEach(() => {
        exchange = new FakeExchange();
        clock = new SimulatedClock(1_000);
        alice = new Person('1001', exchange, clock);
        bob = new Person('1002', exchange, clock);
        alice.signIn();
        bob.signIn();
    });

    it('talk: Alice dials, Bob answers, Alice hangs up', () => {
        alice.phone.send({ type: 'dial', number: '１００２' }, 'agent');
        expect(alice.call).toMatchObject({ phase: 'ringing', direction: 'outbound', remote: { number: '1002' } });
        expect(bob.call).toMatchObject({ phase: 'ringing', direction: 'inbound', remote: { number: '1001' } });
        expect(bob.call.can).toMatchObject({ answer: true, decline: true, hangUp: false });

        clock.advance(4_000);
        bob.phone.send({ type: 'answer', callId: bob.call.id }, 'agent');
        expect(alice.call).toMatchObject({ phase: 'connected', connectedAt: 5_000 });
        expect(bob.call).toMatchObject({ phase: 'connected', connectedAt: 5_000 });

        clock.advance(60_000);
        alice.phone.send({ type: 'hang-up', callId: alice.call.id }, 'agent');
        expect(alice.call).toMatchObject({ phase: 'ended', endedAt: 65_000, ending: { by: 'local', cause: 'hung-up' } });
        expect(bob.call).toMatchObject({ phase: 'ended', ending: { by: 'remote', cause: 'hung-up' } });

        expect(exchange.journal).toEqual(['1001 dial 1002', '1002 answer', '1001 hang-up']);
        expect(alice.audio.heard).toEqual(['none', 'ringback', 'none']);
        expect(bob.audio.heard).toEqual(['none', 'ring', 'none']);
        expect(alice.factTypes).toEqual([
            'registration-changed by remote',
            'call-started by agent',
            'call-connected by remote',
            'call-ended by agent'
        ]);
        expect(bob.factTypes).toEqual([
            'registration-changed by remote',
            'call-started by remote',
            'call-connected by agent',
            'call-ended by remote'
        ]);
    });

    it('keep the origin of a command that the CRM gave', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'crm');
        bob.phone.send({ type: 'answer', callId: bob.call.id }, 'crm');
        bob.phone.send({ type: 'hang-up', callId: bob.call.id }, 'crm');
        expect(alice.factTypes.slice(1)).toEqual(['call-started by crm', 'call-connected by remote', 'call-ended by remote']);
        expect(bob.factTypes.slice(1)).toEqual(['call-started by remote', 'call-connected by crm', 'call-ended by crm']);
    });

    it('decline: Alice learns that Bob declined', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        bob.phone.send({ type: 'decline', callId: bob.call.id }, 'agent');
        expect(alice.call.ending).toEqual({ by: 'remote', cause: 'declined' });
        expect(bob.call.ending).toEqual({ by: 'local', cause: 'declined' });
    });

    it('cross: a press that comes after the end changes nothing and is logged', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        const offered = bob.call.id;
        alice.phone.send({ type: 'hang-up', callId: alice.call.id }, 'agent');
        bob.phone.send({ type: 'answer', callId: offered }, 'agent');
        expect(bob.call.phase).toBe('ended');
        expect(exchange.journal).not.toContain('1002 answer');
        expect(bob.log.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual(['Command came too late']);
    });

    it('are two on the line without call waiting: a third caller hears busy, and the CRM and the history learn of it', () => {
        bob.settings = { ...bob.settings, callWaiting: false };
        const carol = new Person('1003', exchange, clock);
        carol.signIn();
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        carol.phone.send({ type: 'dial', number: '1002' }, 'agent');
        expect(bob.phone.snapshot.calls).toHaveLength(1);
        expect(bob.phone.snapshot.calls[0]?.phase).toBe('ringing');
        expect(carol.call.ending).toEqual({ by: 'remote', cause: 'busy' });
        expect(bob.facts.at(-1)).toMatchObject({ type: 'call-ended', call: { remote: { number: '1003' }, ending: { cause: 'busy' } } });
        expect(bob.phone.snapshot.history).toMatchObject([{ number: '1003', result: 'missed' }]);
    });

    it('make a second call only when the first is up: the panel says why', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        alice.phone.send({ type: 'dial', number: '1003' }, 'crm');
        expect(alice.notices).toEqual(['line-busy']);
        expect(exchange.journal).toEqual(['1001 dial 1002']);
    });

    it('sign out: a live call is hung up first', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        bob.phone.send({ type: 'answer', callId: bob.call.id }, 'agent');
        alice.phone.send({ type: 'sign-out' }, 'agent');
        expect(bob.call.phase).toBe('ended');
        expect(alice.phone.snapshot).toMatchObject({
            agent: { status: 'signed-out' },
            registration: { status: 'unregistered' },
            connection: { status: 'offline' }
        });
    });

    it('sign out: nothing is dialled from then on, however long the PBX takes to agree', () => {
        jest.spyOn(alice.signalling, 'signOut').mockReturnValue(new Promise(() => undefined));
        alice.phone.send({ type: 'sign-out' }, 'agent');
        expect(alice.factTypes.at(-1)).toBe('registration-changed by agent');
        expect(alice.facts.at(-1)).toMatchObject({ registered: false });
        alice.phone.send({ type: 'dial', number: '1002' }, 'crm');
        expect(alice.notices).toEqual(['not-registered']);
        expect(exchange.journal).toEqual([]);
    });

    it('press anything: each press lets the page make sounds, what the CRM does is no press', () => {
        const before = alice.audio.unlocked;
        alice.phone.send({ type: 'dial', number: '1002' }, 'crm');
        expect(alice.audio.unlocked).toBe(before);
        alice.phone.send({ type: 'hang-up', callId: alice.call.id }, 'agent');
        expect(alice.audio.unlocked).toBe(before + 1);
    });

    it('talk without loudspeakers: the panel and the CRM hear of a call before anything sounds, and though nothing does', () => {
        const order: string[] = [];
        bob.phone.subscribe(() => order.push('snapshot'));
        bob.phone.subscribeFacts(({ type }) => order.push(type));
        const broken = (): never => {
            order.push('sound');
            throw new Error('no output');
        };
        jest.spyOn(bob.audio, 'tone').mockImplementation(broken);
        jest.spyOn(bob.audio, 'unlock').mockImplementation(broken);
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        expect(order).toEqual(['snapshot', 'call-started', 'sound']);
        bob.phone.send({ type: 'answer', callId: bob.call.id }, 'agent');
        expect(alice.call.phase).toBe('connected');
        expect(bob.log.filter(({ level }) => level === 'error').map(({ fields }) => fields.effect)).toContain('tone');
    });

    it('lose the connection in a call: the call goes on, dialling waits', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        bob.phone.send({ type: 'answer', callId: bob.call.id }, 'agent');
        alice.signalling.report({ type: 'connection-lost', problem: 'closed', attempt: 1, retryAt: 9_000 });
        alice.signalling.report({ type: 'registration-unregistered' });
        expect(alice.call.phase).toBe('connected');
        expect(alice.phone.snapshot.can.dial).toBe(false);
        expect(alice.factTypes.at(-1)).toBe('registration-changed by remote');
    });

    it('wait for the network: a press tries at once, without the time that is left', () => {
        alice.signalling.losesConnection();
        expect(alice.phone.snapshot.can.dial).toBe(false);
        alice.phone.send({ type: 'reconnect' }, 'agent');
        expect(exchange.journal).toEqual(['1001 reconnect']);
        expect(alice.phone.snapshot.can.dial).toBe(true);
    });

    it('hear themselves where the settings know an extension for it, and are told where they do not', () => {
        alice.phone.send({ type: 'echo-call' }, 'agent');
        expect(alice.notices).toEqual(['echo-unavailable']);
        expect(alice.phone.snapshot.options.echoCall).toBe(false);
        alice.settings = { ...alice.settings, echoExtension: '*43' };
        alice.phone.send({ type: 'echo-call' }, 'agent');
        expect(exchange.journal).toEqual(['1001 dial *43']);
        expect(alice.phone.snapshot.options.echoCall).toBe(true);
    });

    it('are told what is wrong with a number, and nothing is dialled', () => {
        for (const number of ['', 'call me', '<img src=x onerror=alert(1)>', '0'.repeat(10_000)]) {
            alice.phone.send({ type: 'dial', number }, 'crm');
        }
        expect(new Set(alice.notices)).toEqual(new Set(['number-missing', 'number-not-dialable', 'number-too-long']));
        expect(alice.phone.snapshot.notices.every(({ detail }) => detail.length <= 80)).toBe(true);
        expect(exchange.journal).toEqual([]);
    });

    it('are told no more of what has been put right, and still of the rest', () => {
        alice.phone.raise('account-unreadable', '');
        alice.phone.raise('not-registered', '');
        alice.phone.withdraw(['account-unreadable', 'account-incomplete']);
        expect(alice.notices).toEqual(['not-registered']);
    });

    it('never see what was clicked in a log line', () => {
        alice.phone.send({ type: 'dial', number: '山田太郎 様' }, 'crm');
        expect(alice.notices).toEqual(['number-not-dialable']);
        expect(JSON.stringify(alice.log)).not.toContain('山田');
        expect(alice.log.at(-1)?.fields).toEqual({ code: 'number-not-dialable', detailLength: 6 });
    });

    it('never see a password in a log line, a snapshot or a fact', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        expect(JSON.stringify([alice.log, alice.snapshots, alice.facts])).not.toContain('top-secret');
    });

    it('get snapshots that survive structured cloning', () => {
        alice.phone.send({ type: 'dial', number: '1002' }, 'agent');
        expect(structuredClone(alice.phone.snapshot)).toEqual(alice.phone.snapshot);
    });
});

describe('A phone without a PBX address', () => {
    it('says that its settings are wrong instead of signing in', () => {
        const clock = new SimulatedClock();
        const person = new Person('1001', new FakeExchange(), clock);
        const phone = new Softphone({
            signalling: person.signalling,
            audio: person.audio,
            history: new FakeHistoryStore(),
            preferences: new FakePreferencesStore(),
            agentStatus: new FakeAgentStatusStore(),
            about: () => about,
            clock,
            newId: () => 'id',
            logger: new Logger('softphone', clock, () => undefined),
            dialPlan: () => defaultDialPlan,
            settings: () => defaultCallSettings,
            pbx: () => null
        });
        phone.send({ type: 'sign-in', extension: '1001', password: 'x' }, 'agent');
        expect(phone.snapshot).toMatchObject({ agent: { status: 'signed-out' }, notices: [{ code: 'settings-invalid' }] });
    });
});
