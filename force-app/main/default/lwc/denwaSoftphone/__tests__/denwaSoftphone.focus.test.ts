import {
    aCall,
    aConnectedCall,
    aHeldCall,
    aLog,
    anEndedCall,
    anInboundCall,
    aQuestion,
    aSnapshot,
    aWaitingLog,
    clearPage,
    enterText,
    find,
    holds,
    hasFocus
} from '../../../../../test/fixtures';
import { happen, listed, logScreen, questionScreen, screens, showPanel, update } from '../../../../../test/panel';

describe('c-denwa-softphone', () => {
    afterEach(clearPage);

    describe('when the page has the focus', () => {
        beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
        afterEach(() => jest.restoreAllMocks());

        it('takes it to the answer button of an inbound call', async () => {
            const panel = showPanel();
            await update(panel, { calls: [anInboundCall()] });
            expect(hasFocus(find(panel, 'c-denwa-inbound-call'))).toBe(true);
        });

        it('leaves an agent alone who is typing a number, and keeps the number', async () => {
            const panel = showPanel();
            const input = find<HTMLInputElement>(find(panel, 'c-denwa-dial-pad'), 'input');
            input.focus();
            enterText(find(panel, 'c-denwa-dial-pad'), '0312');
            await update(panel, { calls: [anInboundCall()] });
            expect(hasFocus(find(panel, 'c-denwa-inbound-call'))).toBe(false);
            await update(panel, { calls: [anEndedCall({ direction: 'inbound' })] });
            expect(input.value).toBe('0312');
        });

        it('leaves it where it is when a second caller rings, and takes it to the call once that is answered', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall({ id: 'a' })] }));
            find(find(panel, 'c-denwa-active-call'), "[data-action='mute']").focus();
            await update(panel, { calls: [aConnectedCall({ id: 'a' }), anInboundCall({ id: 'b' })] });
            expect(document.activeElement?.getAttribute('data-action')).toBe('mute');
            await update(panel, {
                calls: [aConnectedCall({ id: 'a', localHold: 'holding' }), anInboundCall({ id: 'b', phase: 'answering' })]
            });
            expect(document.activeElement?.tagName).toBe('SECTION');
        });

        it('does not hide the number that is being typed during a call when that call ends', async () => {
            const panel = showPanel(aSnapshot({ calls: [aHeldCall({ id: 'a' }), aConnectedCall({ id: 'b' })] }));
            await happen(panel, 'c-denwa-active-call', 'newcall');
            enterText(find(panel, 'c-denwa-dial-pad'), '0312');
            await update(panel, { calls: [aHeldCall({ id: 'a' })] });
            expect(screens(panel)).toEqual(['call-list', 'dial-pad']);
            expect(hasFocus(find(panel, 'c-denwa-dial-pad'))).toBe(true);
        });

        it('takes it to a question, even out of the number that it is about, and back', async () => {
            const panel = showPanel();
            const pad = find(panel, 'c-denwa-dial-pad');
            find(pad, 'input').focus();
            enterText(pad, '0312');
            await update(panel, { dialPad: { preview: null, question: aQuestion() } });
            expect(hasFocus(find(panel, questionScreen))).toBe(true);
            await update(panel, {});
            expect(hasFocus(pad)).toBe(true);
        });

        it('leaves an agent alone who is writing notes, with the caller in the list', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall()], callLogs: [aLog()] }));
            await update(panel, { calls: [anEndedCall()], callLogs: [aWaitingLog()] });
            const log = find(panel, logScreen);
            expect(hasFocus(log)).toBe(true);
            find(log, 'textarea').dispatchEvent(new CustomEvent('input'));
            await update(panel, { calls: [anInboundCall({ id: 'b' })], callLogs: [aWaitingLog(), aLog({ callId: 'b' })] });
            expect([screens(panel), listed(panel)]).toEqual([['call-list', 'log'], ['b']]);
            expect(hasFocus(log)).toBe(true);
            await update(panel, { callLogs: [aLog({ status: 'saved' })] });
            expect(screens(panel)).toEqual(['log']);
        });

        it('does not put a log before the number that is being typed when the call ends', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall()], callLogs: [aLog()] }));
            await happen(panel, 'c-denwa-active-call', 'newcall');
            enterText(find(panel, 'c-denwa-dial-pad'), '0312');
            await update(panel, { callLogs: [aWaitingLog()] });
            expect([screens(panel), holds(panel, '.unsaved')]).toEqual([['dial-pad'], true]);
        });

        it('takes it to the dial pad after the call', async () => {
            const panel = showPanel(aSnapshot({ calls: [aCall()] }));
            await update(panel, { calls: [anEndedCall()] });
            expect(hasFocus(find(panel, 'c-denwa-dial-pad'))).toBe(true);
        });
    });

    it('does not pull the focus out of the page around it', async () => {
        jest.spyOn(document, 'hasFocus').mockReturnValue(false);
        const panel = showPanel();
        await update(panel, { calls: [anInboundCall()] });
        expect(hasFocus(panel)).toBe(false);
        jest.restoreAllMocks();
    });
});
