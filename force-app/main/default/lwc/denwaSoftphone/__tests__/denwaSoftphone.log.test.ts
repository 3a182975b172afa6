import {
    aConnectedCall,
    aHeldCall,
    aLog,
    anEndedCall,
    anInboundCall,
    aSnapshot,
    aWaitingLog,
    clearPage,
    find,
    holds,
    rendered,
    textOf
} from '../../../../../test/fixtures';
import { happen, listed, logScreen, screens, showPanel, type Panel, update } from '../../../../../test/panel';

describe('c-denwa-softphone', () => {
    afterEach(clearPage);

    describe('the log of a call', () => {
        const ended = { calls: [anEndedCall()], callLogs: [aWaitingLog()] };

        /** A panel after a call whose log waits. */
        async function afterCall(): Promise<Panel> {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall()], callLogs: [aLog()] }));
            await update(panel, ended);
            return panel;
        }

        it('goes to the call that it is of', () => {
            const callLogs = [aLog({ callId: 'other' }), aLog()];
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall()], callLogs }));
            expect(find<HTMLElement & { log?: { callId: string } }>(panel, 'c-denwa-active-call').log?.callId).toBe('call-1');
        });

        it('is there to be written in after the call, with how it ended', async () => {
            const panel = await afterCall();
            expect(screens(panel)).toEqual(['call-ending', 'log']);
            expect(holds(panel, '.unsaved')).toBe(false);
        });

        it('comes when it begins to wait, which may be after the end', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall()], callLogs: [aLog()] }));
            await update(panel, { calls: [anEndedCall()], callLogs: [aLog()] });
            expect(screens(panel)).toEqual(['call-ending', 'dial-pad']);
            await update(panel, ended);
            expect(screens(panel)).toEqual(['call-ending', 'log']);
        });

        it('does not come where nothing is to be added', async () => {
            const panel = showPanel(aSnapshot({ calls: [anInboundCall()], callLogs: [aLog()] }));
            await update(panel, { callLogs: [aLog({ status: 'saving' })] });
            expect(screens(panel)).toEqual(['dial-pad']);
        });

        it('gives way to the dial pad, and is one press away', async () => {
            const panel = await afterCall();
            await happen(panel, logScreen, 'close');
            expect([screens(panel), textOf(panel, '.unsaved')]).toEqual([['call-ending', 'dial-pad'], 'c.Denwa_Logs_Unsaved']);
            find(panel, '.unsaved').click();
            await rendered();
            expect(screens(panel)).toEqual(['call-ending', 'log']);
        });

        it('gives way when it is saved', async () => {
            const panel = await afterCall();
            await update(panel, { callLogs: [aLog({ status: 'saving' })] });
            expect(screens(panel)).toEqual(['log']);
            await update(panel, { callLogs: [aLog({ status: 'saved' })] });
            expect(screens(panel)).toEqual(['dial-pad']);
        });

        it('stays while it could not be saved, and its line says so', async () => {
            const panel = await afterCall();
            const callLogs = [aLog({ status: 'failed' })];
            await update(panel, { callLogs });
            expect(screens(panel)).toEqual(['log']);
            await happen(panel, logScreen, 'close');
            expect(textOf(panel, '.unsaved')).toBe('c.Denwa_Logs_Retrying');
        });

        it('stays in reach while the next call rings and is talked on', async () => {
            const panel = await afterCall();
            const callLogs = [aWaitingLog(), aLog({ callId: 'b' })];
            await update(panel, { calls: [anInboundCall({ id: 'b' })], callLogs });
            expect([screens(panel), holds(panel, '.unsaved')]).toEqual([['inbound-call'], true]);
            await update(panel, { calls: [aConnectedCall({ id: 'b' })], callLogs });
            find(panel, '.unsaved').click();
            await rendered();
            expect([screens(panel), listed(panel)]).toEqual([['call-list', 'log'], ['b']]);
            await happen(panel, logScreen, 'close');
            expect(screens(panel)).toEqual(['active-call']);
        });

        it('does not hide the call that goes on when another one has ended', async () => {
            const calls = [aHeldCall({ id: 'a' }), aConnectedCall({ id: 'b' })];
            const panel = showPanel(aSnapshot({ calls, callLogs: [aLog({ callId: 'a' }), aLog({ callId: 'b' })] }));
            await update(panel, { calls: [aHeldCall({ id: 'a' })], callLogs: [aLog({ callId: 'a' }), aWaitingLog({ callId: 'b' })] });
            expect([screens(panel), holds(panel, '.unsaved')]).toEqual([['active-call'], true]);
        });
    });
});
