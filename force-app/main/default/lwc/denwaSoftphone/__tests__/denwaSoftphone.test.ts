import DenwaSoftphone from 'c/denwaSoftphone';
import type { SoftphoneSnapshot } from '../../../../../../src/telephony/snapshot';
import {
    abilities,
    aCall,
    aConnectedCall,
    aHeldCall,
    aHistoryEntry,
    anEndedCall,
    anInboundCall,
    aParkedCall,
    aQuestion,
    aSnapshot,
    aWaitingLog,
    clearPage,
    enterText,
    find,
    holds,
    listen,
    mount,
    rendered,
    textOf,
    whyDisabled
} from '../../../../../test/fixtures';
import { callList, callOf, happen, historyScreen, listed, screens, showPanel, update } from '../../../../../test/panel';

jest.mock('@salesforce/label/c.Denwa_Inbound_From', () => ({ default: 'call from {0}' }), { virtual: true });

const bob = { id: '003', objectType: 'Contact', name: 'Bob' };

describe('c-denwa-softphone', () => {
    afterEach(clearPage);

    it.each([
        ['nobody signed in', { agent: { status: 'signed-out' } }, ['sign-in']],
        ['wrong password', { registration: { status: 'rejected', problem: 'wrong-credentials', statusCode: 401 } }, ['sign-in']],
        ['PBX out of order', { registration: { status: 'rejected', problem: 'refused', statusCode: 503 } }, ['dial-pad']],
        ['no call', {}, ['dial-pad']],
        ['inbound call', { calls: [anInboundCall()] }, ['inbound-call']],
        ['call being dialled', { calls: [aCall()] }, ['active-call']],
        ['declined call', { calls: [anInboundCall({ phase: 'ending', can: abilities() })] }, ['active-call']],
        ['ended call', { calls: [anEndedCall()] }, ['call-ending', 'dial-pad']],
        [
            'call while the registration is refused',
            { calls: [aCall()], registration: { status: 'rejected', problem: 'forbidden', statusCode: 403 } },
            ['active-call']
        ]
    ] as [string, Partial<SoftphoneSnapshot>, string[]][])('shows what the state asks for: %s', (_case, overrides, expected) => {
        expect(screens(showPanel(aSnapshot(overrides)))).toEqual(expected);
    });

    it('says that it is starting before the first snapshot', () => {
        const panel = mount('c-denwa-softphone', DenwaSoftphone, {});
        expect(textOf(panel, '.loading')).toBe('c.Denwa_Loading');
    });

    it('passes on what its parts send, to whoever mounted it and nobody else', () => {
        const panel = showPanel(aSnapshot({ calls: [anInboundCall()] }));
        const commands = listen(panel, 'command');
        const elsewhere = listen(document.body, 'command');
        find(find(panel, 'c-denwa-inbound-call'), '.answer').click();
        expect(commands.mock.calls).toEqual([[{ type: 'answer', callId: 'call-1' }]]);
        expect(elsewhere).not.toHaveBeenCalled();
    });

    it('lists the other calls beside the one that the agent is occupied with', async () => {
        const talking = aConnectedCall({ id: 'a' });
        const second = anInboundCall({ id: 'b' });
        const panel = showPanel(aSnapshot({ calls: [talking, second] }));
        expect([callOf(panel, 'c-denwa-active-call'), listed(panel)]).toEqual(['a', ['b']]);
        await update(panel, { calls: [aHeldCall({ id: 'a' }), aConnectedCall({ id: 'b' })] });
        expect([callOf(panel, 'c-denwa-active-call'), listed(panel)]).toEqual(['b', ['a']]);
    });

    it('knows a consultation', () => {
        const calls = [aHeldCall({ id: 'a' }), aConnectedCall({ id: 'b', consultationOf: 'a' })];
        const active = find<HTMLElement & { consulting: boolean }>(showPanel(aSnapshot({ calls })), 'c-denwa-active-call');
        expect(active.consulting).toBe(true);
    });

    it('speaks of a three-way call when both parties are in it', async () => {
        const a = aConnectedCall({ id: 'a', inConference: true });
        const b = aHeldCall({ id: 'b', inConference: true, localHold: 'resuming' });
        const panel = showPanel(aSnapshot({ calls: [a, b] }));
        const words = (): readonly string[] => [
            textOf(find(panel, 'c-denwa-active-call'), '.message'),
            // without its timer
            textOf(find(panel, callList), '.state').replace(/[\d:]+$/, '')
        ];
        expect([...words()].sort()).toEqual(['c.Denwa_Phase_Connected', 'c.Denwa_Phase_Resuming']);
        await update(panel, { calls: [a, aConnectedCall({ id: 'b', inConference: true })] });
        expect(words()).toEqual(['c.Denwa_Phase_Conference', 'c.Denwa_Phase_Conference']);
    });

    it('says why it cannot dial: the line is not ready, or at something else', async () => {
        const state = { can: { dial: false }, calls: [anEndedCall()], parkedCalls: [aParkedCall()] };
        const panel = showPanel(aSnapshot(state));
        const reasons = (): readonly (string | undefined)[] => [
            textOf(find(panel, 'c-denwa-dial-pad'), '.hint'),
            ...['.redial', '.retrieve'].map((button) => whyDisabled(find(panel, button)))
        ];
        expect(reasons()).toEqual(Array(3).fill('c.Denwa_Notice_Line_Busy'));
        await update(panel, { ...state, registration: { status: 'registering' } });
        expect(reasons()).toEqual(Array(3).fill('c.Denwa_Dial_Not_Ready'));
    });

    it('shows parked calls, and no ending for them', () => {
        const calls = [anEndedCall({ ending: { by: 'local', cause: 'parked' } })];
        const panel = showPanel(aSnapshot({ calls, parkedCalls: [aParkedCall({ id: 'call-1' })] }));
        expect(screens(panel)).toEqual(['parked-calls', 'dial-pad']);
    });

    describe('the dial pad during a call', () => {
        it('takes the place of the call, which stays in the list', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall()] }));
            await happen(panel, 'c-denwa-active-call', 'newcall');
            expect([screens(panel), listed(panel)]).toEqual([['call-list', 'dial-pad'], ['call-1']]);
            await happen(panel, callList, 'back');
            expect(screens(panel)).toEqual(['active-call']);
        });

        it('gives way to the call that is dialled', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall({ id: 'a' })] }));
            await happen(panel, 'c-denwa-active-call', 'newcall');
            await update(panel, { calls: [aConnectedCall({ id: 'a', localHold: 'holding' }), aCall({ id: 'b', awaiting: 'dial' })] });
            expect([screens(panel), callOf(panel, 'c-denwa-active-call')]).toEqual([['active-call', 'call-list'], 'b']);
        });

        it('is the plain dial pad after the call: the next call shows itself', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall({ id: 'a' })] }));
            await happen(panel, 'c-denwa-active-call', 'newcall');
            await update(panel, { calls: [] });
            await update(panel, { calls: [anInboundCall({ id: 'b' })] });
            expect(screens(panel)).toEqual(['inbound-call']);
        });
    });

    describe('the history', () => {
        it('comes and goes, during a call as well', async () => {
            const panel = showPanel(aSnapshot({ calls: [aConnectedCall()] }));
            await happen(panel, 'c-denwa-header', 'history');
            expect(screens(panel)).toEqual(['call-list', 'history']);
            await happen(panel, 'c-denwa-header', 'history');
            expect(screens(panel)).toEqual(['active-call']);
        });

        it('puts a number into the dial pad', async () => {
            const panel = showPanel(aSnapshot({ history: [aHistoryEntry()] }));
            await happen(panel, 'c-denwa-header', 'history');
            await happen(panel, historyScreen, 'choose', { number: '1005' });
            expect(screens(panel)).toEqual(['dial-pad']);
            expect(find<HTMLInputElement>(find(panel, 'c-denwa-dial-pad'), 'input').value).toBe('1005');
        });

        it('gives way to a call', async () => {
            const panel = showPanel();
            await happen(panel, 'c-denwa-header', 'history');
            await update(panel, { calls: [anInboundCall()] });
            expect(screens(panel)).toEqual(['inbound-call']);
        });
    });

    describe('a question before a number is dialled', () => {
        const asked = { dialPad: { preview: null, question: aQuestion() } };

        it('takes the place of the dial pad, which keeps its number', async () => {
            const panel = showPanel();
            enterText(find(panel, 'c-denwa-dial-pad'), '0312');
            await update(panel, asked);
            expect(screens(panel)).toEqual(['question']);
            await update(panel, {});
            expect(screens(panel)).toEqual(['dial-pad']);
            expect(find<HTMLInputElement>(find(panel, 'c-denwa-dial-pad'), 'input').value).toBe('0312');
        });

        it('hides no call: the one talked on and the one that rings are in the list', () => {
            const calls = [aConnectedCall({ id: 'a' }), anInboundCall({ id: 'b' })];
            const panel = showPanel(aSnapshot({ ...asked, calls }));
            expect([screens(panel), listed(panel)]).toEqual([
                ['call-list', 'question'],
                ['a', 'b']
            ]);
        });

        it('leaves open what was open in the call', async () => {
            const calls = [aConnectedCall()];
            const panel = showPanel(aSnapshot({ calls }));
            const active = find(panel, 'c-denwa-active-call');
            find(active, "[data-action='transfer']").click();
            await update(panel, { ...asked, calls });
            await update(panel, { calls });
            expect(holds(find(panel, 'c-denwa-active-call'), "[data-sheet='transfer']")).toBe(true);
        });

        it('does not stand before signing in', () => {
            expect(screens(showPanel(aSnapshot({ ...asked, agent: { status: 'signed-out' } })))).toEqual(['sign-in']);
        });
    });

    it('announces a call once, not again when its record is found', async () => {
        const panel = showPanel();
        await update(panel, { calls: [anInboundCall()] });
        expect(textOf(panel, '[aria-live]')).toBe('call from 090-1234-5678');
        await update(panel, { calls: [anInboundCall({ record: bob })] });
        expect(textOf(panel, '[aria-live]')).toBe('call from 090-1234-5678');
        await update(panel, { calls: [anEndedCall({ direction: 'inbound', ending: { by: 'remote', cause: 'cancelled' } })] });
        expect(textOf(panel, '[aria-live]')).toBe('c.Denwa_Ending_Missed');
    });

    it('empties the number once the phone has taken it over', async () => {
        const panel = showPanel();
        const input = find<HTMLInputElement>(find(panel, 'c-denwa-dial-pad'), 'input');
        enterText(find(panel, 'c-denwa-dial-pad'), '1002');
        await update(panel, { notices: [{ id: 'n1', code: 'number-not-dialable', detail: '1002' }] });
        expect(input.value).toBe('1002');
        await update(panel, { calls: [aCall()] });
        await rendered();
        expect(input.value).toBe('');
    });

    it.each([
        ['dial pad', aSnapshot()],
        ['inbound call', aSnapshot({ calls: [anInboundCall({ record: bob })] })],
        ['ended call', aSnapshot({ calls: [anEndedCall()] })],
        ['several calls', aSnapshot({ calls: [aHeldCall({ id: 'a' }), aConnectedCall({ id: 'b' }), anInboundCall({ id: 'c' })] })],
        ['parked call', aSnapshot({ parkedCalls: [aParkedCall()] })],
        ['question', aSnapshot({ dialPad: { preview: null, question: aQuestion() }, calls: [aConnectedCall()] })],
        ['log after its call', aSnapshot({ calls: [anEndedCall()], callLogs: [aWaitingLog()] })],
        ['log that waits during a call', aSnapshot({ calls: [anInboundCall()], callLogs: [aWaitingLog({ callId: 'x' })] })]
    ])('is accessible: %s', async (_case, snapshot) => {
        await expect(showPanel(snapshot)).toBeAccessible();
    });
});
