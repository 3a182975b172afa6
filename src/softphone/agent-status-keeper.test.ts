import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AgentStatus } from '../telephony/agent-status';
import type { CallId } from '../telephony/call';
import { chooseStatus, code, keepLogs, lunch, meeting, pause, ready, settled, statuses, statusOf, wrapUp } from './agent-status.fake';
import { openOffice, type Office, type Person } from './person.fake';

describe('Agent status', () => {
    let office: Office;
    let alice: Person;

    beforeEach(async () => {
        office = openOffice();
        alice = office.alice;
        alice.settings = { ...alice.settings, statuses, signOutSignal: code('*47') };
        alice.send({ type: 'sign-out' });
        office.exchange.journal.length = 0;
        alice.signIn();
        await settled();
    });

    const current = (): string => statusOf(alice);
    const choose = (status: AgentStatus): Promise<void> => chooseStatus(alice, status);
    const journal = (): readonly string[] => office.exchange.journal.splice(0);

    const saveLog = async (callId: CallId): Promise<void> => {
        alice.phone.report({ type: 'log-saving', callId });
        await settled();
    };
    const talk = (): CallId => {
        office.bob.dial('1001');
        return alice.answer().id;
    };

    it('is the first one after signing in, told as soon as the phone is registered', async () => {
        expect(journal()).toEqual(['1001 status *45']);
        expect(current()).toBe('ready told');
        alice.send({ type: 'sign-out' });
        expect(journal()).toEqual(['1001 status *47']);
        expect(current()).toBe('none');
        alice.send({ type: 'sign-in', extension: '1001', password: 'x' });
        await settled();
        expect(journal()).toEqual([]);
        expect(current()).toBe('ready telling');
        alice.signalling.registers();
        await settled();
        expect(journal()).toEqual(['1001 status *45']);
        expect(current()).toBe('ready told');
    });

    it('stays what it is when other credentials for the same work arrive', async () => {
        await choose(lunch);
        alice.signIn();
        await settled();
        expect(current()).toContain('lunch');
    });

    it('is none where the settings name none', () => {
        office.bob.send({ type: 'set-status', status: ready });
        expect(office.bob.phone.snapshot).toMatchObject({ agentStatus: null, options: { statuses: [] } });
        office.bob.send({ type: 'sign-out' });
        expect(journal().filter((line) => line.startsWith('1002'))).toEqual([]);
    });

    it('changes at once while the agent is free, with its time, one line in the log and one signal', async () => {
        office.clock.advance(5_000);
        await choose(lunch);
        expect(alice.phone.snapshot.agentStatus).toEqual({
            current: { kind: 'not-ready', reason: 'lunch' },
            since: 6_000,
            pending: null,
            told: 'told'
        });
        await choose(meeting);
        await choose(pause);
        expect(current()).toBe('break nothing');
        expect(journal()).toEqual(['1001 status *45', '1001 status *46', '1001 status status not-ready/meeting']);
        const lines = alice.log.filter(({ message }) => message === 'Entered a status');
        expect(lines.map(({ fields }) => fields.reason)).toEqual([null, 'lunch', 'meeting', 'break']);
    });

    it('stays when it is chosen again, or when it is none of those that are offered', async () => {
        journal();
        await choose(ready);
        await choose({ kind: 'not-ready', reason: 'fishing' });
        expect(current()).toBe('ready told');
        expect(journal()).toEqual([]);
    });

    it('changes only after the last call when it is chosen in a call, and the PBX hears nothing before', async () => {
        talk();
        journal();
        await choose(meeting);
        await choose(lunch);
        expect(current()).toBe('ready told then lunch');
        office.carol.dial('1001');
        alice.hangUp(alice.with(office.bob));
        await settled();
        expect(current()).toBe('ready told then lunch');
        office.carol.hangUp();
        await settled();
        expect(current()).toBe('lunch told');
        expect(journal()).toEqual(['1003 dial 1001', '1001 hang-up', '1003 hang-up', '1001 status *46']);
    });

    it('does not change when the agent takes the choice back during the call', async () => {
        talk();
        await choose(lunch);
        await choose(ready);
        expect(current()).toBe('ready told');
        journal();
        alice.hangUp();
        await settled();
        expect(current()).toBe('ready told');
        expect(journal()).toEqual(['1001 hang-up']);
    });

    it('hinders no call', async () => {
        await choose(lunch);
        office.bob.dial('1001');
        expect(alice.answer().phase).toBe('connected');
        alice.hangUp();
        expect(alice.dial('1002').phase).toBe('ringing');
    });

    describe('after a call', () => {
        beforeEach(() => {
            keepLogs(alice);
            journal();
        });

        it('is wrap-up until the log is saved, and then what it was before', async () => {
            const callId = talk();
            alice.hangUp();
            await settled();
            expect(current()).toBe('wrap-up told');
            expect(journal().slice(-2)).toEqual(['1001 hang-up', '1001 status *48']);
            await saveLog(callId);
            expect(current()).toBe('ready told');
            expect(journal()).toEqual(['1001 status *45']);
        });

        it('is what waited, as soon as the log is saved, and not for a moment before', async () => {
            const callId = talk();
            await choose(lunch);
            alice.hangUp();
            await settled();
            expect(current()).toBe('wrap-up told then lunch');
            await saveLog(callId);
            expect(current()).toBe('lunch told');
            expect(journal().filter((line) => line.includes('status'))).toEqual(['1001 status *48', '1001 status *46']);
        });

        it('is at once what the agent chooses, though the log waits, and a call that nobody answered does not begin it anew', async () => {
            const callId = talk();
            alice.hangUp();
            await choose(lunch);
            expect(current()).toBe('lunch told');
            office.bob.dial('1001');
            office.bob.hangUp();
            await settled();
            expect(current()).toBe('lunch told');
            await saveLog(callId);
            expect(current()).toBe('lunch told');
        });

        it('outlasts a call that comes meanwhile, and ends with the last log', async () => {
            const first = talk();
            alice.hangUp();
            const second = talk();
            await saveLog(first);
            expect(current()).toBe('wrap-up told');
            alice.hangUp();
            await saveLog(second);
            expect(current()).toBe('ready told');
            expect(journal().filter((line) => line.includes('status'))).toEqual(['1001 status *48', '1001 status *45']);
        });

        it('waits for all calls of the agent', async () => {
            const first = talk();
            office.carol.dial('1001');
            alice.answer();
            alice.hangUp(alice.with(office.bob));
            await settled();
            expect(current()).toBe('ready told');
            office.carol.hangUp();
            await settled();
            expect(current()).toBe('wrap-up told');
            await saveLog(first);
            expect(current()).toBe('wrap-up told');
        });

        it('stays wrap-up when the agent has chosen that, whatever becomes of the log', async () => {
            const callId = talk();
            await choose(wrapUp);
            alice.hangUp();
            await saveLog(callId);
            expect(current()).toBe('wrap-up told');
            const next = talk();
            alice.hangUp();
            await saveLog(next);
            expect(current()).toBe('wrap-up told');
        });

        it('goes on as before where the settings know no wrap-up', async () => {
            alice.settings = { ...alice.settings, statuses: [ready, lunch] };
            talk();
            alice.hangUp();
            await settled();
            expect(current()).toBe('ready told');
        });
    });

    describe('and the PBX', () => {
        it('that refuses it: the panel says so, and the status counts all the same', async () => {
            alice.signalling.statuses = 'refused';
            await choose(lunch);
            expect(current()).toBe('lunch failed');
            expect(alice.notices).toEqual(['status-not-told']);
        });

        it('that fails altogether: the same', async () => {
            jest.spyOn(alice.signalling, 'tellStatus').mockRejectedValue(new Error('broken'));
            await choose(lunch);
            expect(current()).toBe('lunch failed');
            expect(alice.notices).toEqual(['status-not-told']);
        });

        it('that answers late: only the answer to the newest status counts', async () => {
            alice.signalling.statuses = 'later';
            await choose(lunch);
            await choose(meeting);
            alice.signalling.answerStatus(false);
            await settled();
            expect(current()).toBe('meeting telling');
            expect(alice.notices).toEqual([]);
            alice.signalling.answerStatus(true);
            await settled();
            expect(current()).toBe('meeting told');
        });

        it('that answers after signing out: nobody is told', async () => {
            alice.signalling.statuses = 'later';
            await choose(lunch);
            alice.send({ type: 'sign-out' });
            alice.signalling.answerStatus(false);
            await settled();
            expect(alice.notices).toEqual([]);
        });

        it('that cannot be reached hears of the newest status when the phone is registered again, and of nothing twice', async () => {
            journal();
            alice.signalling.losesConnection();
            await choose(lunch);
            await choose(meeting);
            expect(current()).toBe('meeting telling');
            alice.signalling.reconnects();
            await settled();
            expect(current()).toBe('meeting told');
            alice.signalling.losesConnection();
            alice.signalling.reconnects();
            await settled();
            expect(journal()).toEqual(['1001 status status not-ready/meeting']);
        });

        it('that comes back while a call is up hears of it after the call', async () => {
            talk();
            await choose(lunch);
            journal();
            alice.signalling.losesConnection();
            alice.hangUp();
            await settled();
            expect(current()).toBe('lunch telling');
            alice.signalling.reconnects();
            await settled();
            expect(journal()).toEqual(['1001 hang-up', '1001 status *46']);
        });
    });

    it('is told to be over before the phone signs out, and after its calls', () => {
        talk();
        journal();
        const signOut = jest.spyOn(alice.signalling, 'signOut').mockImplementation(() => {
            office.exchange.journal.push('1001 sign-out');
            return Promise.resolve();
        });
        alice.send({ type: 'sign-out' });
        alice.send({ type: 'sign-out' });
        expect(journal()).toEqual(['1001 hang-up', '1001 status *47', '1001 sign-out', '1001 sign-out']);
        expect(signOut).toHaveBeenCalledTimes(2);
    });
});
