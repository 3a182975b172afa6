import DenwaSoftphone from 'c/denwaSoftphone';
import type { SoftphoneSnapshot } from '../../../../../../src/telephony/snapshot';
import {
    aCall,
    anEndedCall,
    anInboundCall,
    aSnapshot,
    clearPage,
    find,
    holds,
    listen,
    mount,
    rendered,
    textOf
} from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Inbound_From', () => ({ default: 'call from {0}' }), { virtual: true });

interface Panel extends HTMLElement {
    snapshot: SoftphoneSnapshot | undefined;
}

// As postMessage would: jsdom has no structuredClone.
const { serialize } = jest.requireActual<{ serialize(value: unknown): unknown }>('node:v8');

const bob = { id: '003', objectType: 'Contact', name: 'Bob' };

function showPanel(snapshot = aSnapshot()): Panel {
    return mount('c-denwa-softphone', DenwaSoftphone, { snapshot });
}

async function update(panel: Panel, overrides: Partial<SoftphoneSnapshot>): Promise<void> {
    panel.snapshot = aSnapshot(overrides);
    await rendered();
}

/** The components on show, without the bars that are always there. */
function screens(panel: Panel): readonly string[] {
    const names = ['sign-in', 'inbound-call', 'active-call', 'call-ending', 'dial-pad'];
    return names.filter((name) => holds(panel, `c-denwa-${name}:not(.slds-hide)`));
}

describe('c-denwa-softphone', () => {
    afterEach(clearPage);

    it.each([
        ['nobody signed in', { agent: { status: 'signed-out' } }, ['sign-in']],
        ['wrong password', { registration: { status: 'rejected', problem: 'wrong-credentials', statusCode: 401 } }, ['sign-in']],
        ['PBX out of order', { registration: { status: 'rejected', problem: 'refused', statusCode: 503 } }, ['dial-pad']],
        ['no call', {}, ['dial-pad']],
        ['inbound call', { calls: [anInboundCall()] }, ['inbound-call']],
        ['call being dialled', { calls: [aCall()] }, ['active-call']],
        ['declined call', { calls: [anInboundCall({ phase: 'ending', can: aCall().can })] }, ['active-call']],
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

    it('turns every press into one command', async () => {
        const panel = showPanel(aSnapshot({ calls: [anInboundCall()], notices: [{ id: 'n1', code: 'crm-unavailable', detail: '' }] }));
        const commands = listen(panel, 'command');
        const press = (component: string, event: string, detail?: object): boolean =>
            find(panel, component).dispatchEvent(new CustomEvent(event, { detail }));
        press('c-denwa-inbound-call', 'answer');
        press('c-denwa-inbound-call', 'decline');
        press('c-denwa-notices', 'dismiss', { noticeId: 'n1' });
        press('c-denwa-microphone-help', 'prepare');
        await update(panel, { calls: [aCall()] });
        press('c-denwa-active-call', 'hangup');
        await update(panel, { calls: [anEndedCall()] });
        press('c-denwa-call-ending', 'dismiss');
        press('c-denwa-dial-pad', 'dial', { number: '1002' });
        press('c-denwa-account-bar', 'signout');
        await update(panel, { agent: { status: 'signed-out' } });
        press('c-denwa-sign-in', 'signin', { extension: '1001', password: 'secret' });
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'answer', callId: 'call-1' },
            { type: 'decline', callId: 'call-1' },
            { type: 'dismiss-notice', noticeId: 'n1' },
            { type: 'prepare-audio' },
            { type: 'hang-up', callId: 'call-1' },
            { type: 'dismiss-call', callId: 'call-1' },
            { type: 'dial', number: '1002' },
            { type: 'sign-out' },
            { type: 'sign-in', extension: '1001', password: 'secret' }
        ]);
    });

    it('dials again with the record, in a form that can be sent to another window', () => {
        const panel = showPanel(aSnapshot({ calls: [anEndedCall({ record: bob })] }));
        const commands = listen(panel, 'command');
        find(panel, 'c-denwa-call-ending').dispatchEvent(new CustomEvent('redial'));
        const [command] = commands.mock.calls[0] as [object];
        expect(command).toEqual({ type: 'dial', number: '09012345678', record: bob });
        expect(() => serialize(command)).not.toThrow();
    });

    it('announces a call once, not again when its record is found', async () => {
        const panel = showPanel();
        await update(panel, { calls: [anInboundCall()] });
        expect(textOf(panel, '[aria-live]')).toBe('call from 090-1234-5678');
        await update(panel, { calls: [anInboundCall({ record: bob })] });
        expect(textOf(panel, '[aria-live]')).toBe('call from 090-1234-5678');
        await update(panel, { calls: [anEndedCall({ ending: { by: 'remote', cause: 'cancelled' } })] });
        expect(textOf(panel, '[aria-live]')).toBe('c.Denwa_Ending_Missed');
    });

    describe('when the page has the focus', () => {
        beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
        afterEach(() => jest.restoreAllMocks());

        it('takes it to the answer button of an inbound call', async () => {
            const panel = showPanel();
            await update(panel, { calls: [anInboundCall()] });
            expect(panel.shadowRoot?.activeElement).toBe(find(panel, 'c-denwa-inbound-call'));
        });

        it('leaves an agent alone who is typing a number, and keeps the number', async () => {
            const panel = showPanel();
            const input = find<HTMLInputElement>(find(panel, 'c-denwa-dial-pad'), 'input');
            input.focus();
            input.value = '0312';
            input.dispatchEvent(new CustomEvent('input'));
            await update(panel, { calls: [anInboundCall()] });
            expect(panel.shadowRoot?.activeElement).not.toBe(find(panel, 'c-denwa-inbound-call'));
            await update(panel, { calls: [anEndedCall({ direction: 'inbound' })] });
            expect(input.value).toBe('0312');
        });

        it('takes it to the dial pad after the call', async () => {
            const panel = showPanel(aSnapshot({ calls: [aCall()] }));
            await update(panel, { calls: [anEndedCall()] });
            expect(panel.shadowRoot?.activeElement).toBe(find(panel, 'c-denwa-dial-pad'));
        });
    });

    it('does not pull the focus out of the page around it', async () => {
        jest.spyOn(document, 'hasFocus').mockReturnValue(false);
        const panel = showPanel();
        await update(panel, { calls: [anInboundCall()] });
        expect(panel.shadowRoot?.activeElement).toBeNull();
        jest.restoreAllMocks();
    });

    it('empties the number once the phone has taken it over', async () => {
        const panel = showPanel();
        const input = find<HTMLInputElement>(find(panel, 'c-denwa-dial-pad'), 'input');
        input.value = '1002';
        input.dispatchEvent(new CustomEvent('input'));
        await update(panel, { notices: [{ id: 'n1', code: 'number-not-dialable', detail: '1002' }] });
        expect(input.value).toBe('1002');
        await update(panel, { calls: [aCall()] });
        await rendered();
        expect(input.value).toBe('');
    });

    it.each([
        ['dial pad', aSnapshot()],
        ['inbound call', aSnapshot({ calls: [anInboundCall({ record: bob })] })],
        ['ended call', aSnapshot({ calls: [anEndedCall()] })]
    ])('is accessible: %s', async (_case, snapshot) => {
        await expect(showPanel(snapshot)).toBeAccessible();
    });
});
