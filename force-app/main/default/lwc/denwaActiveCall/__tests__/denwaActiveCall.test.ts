import DenwaActiveCall from 'c/denwaActiveCall';
import { lateParts } from '../../../../../../src/adapter/late-view';
import {
    abilities,
    aCall,
    aConnectedCall,
    aHeldCall,
    aLog,
    aMatch,
    aTransfer,
    clearPage,
    find,
    holds,
    listen,
    mount,
    rendered,
    textOf,
    hasFocus,
    whyDisabled
} from '../../../../../test/fixtures';
import type { CallLog } from '../../../../../../src/telephony/call-log';
import { defaultPreferences } from '../../../../../../src/telephony/preferences';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';

interface Active extends HTMLElement {
    call: CallSnapshot;
    log?: CallLog | undefined;
}

function showCall(call: CallSnapshot): Active {
    return mount('c-denwa-active-call', DenwaActiveCall, {
        call,
        canDial: true,
        lateParts,
        log: aLog(),
        crm: { viewed: null, dispositions: [], clickToDial: 'on' } as const,
        shortcuts: defaultPreferences.shortcuts
    });
}

async function update(active: Active, call: CallSnapshot): Promise<void> {
    active.call = call;
    await rendered();
}

function click(active: HTMLElement, action: string): void {
    find(active, `[data-action='${action}']`).click();
}

async function press(active: HTMLElement, action: string): Promise<void> {
    click(active, action);
    await rendered();
}

function timers(active: HTMLElement): readonly string[] {
    return [...active.querySelectorAll('.timer-label')].map(({ textContent }) => textContent ?? '');
}

describe('c-denwa-active-call', () => {
    afterEach(clearPage);

    it('says what the call is doing, and for how long', async () => {
        const active = showCall(aCall());
        expect(textOf(active, 'h2')).toBe('c.Denwa_Phase_Dialing');
        expect(timers(active)).toEqual(['c.Denwa_Time_Ringing']);
        await update(active, aHeldCall());
        expect(textOf(active, 'h2')).toBe('c.Denwa_Phase_Held');
        expect(timers(active)).toEqual(['c.Denwa_Time_Held', 'c.Denwa_Call_Duration']);
    });

    it('turns each press into one command', async () => {
        const active = showCall(aConnectedCall());
        const commands = listen(active, 'command');
        for (const action of ['mute', 'hold', 'park']) click(active, action);
        const can = abilities('mute', 'resume', 'completeTransfer', 'swap', 'merge');
        await update(active, aHeldCall({ muted: true, partnerId: 'call-2', can }));
        for (const action of ['unmute', 'resume', 'complete-transfer', 'swap', 'merge']) click(active, action);
        const callId = 'call-1';
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'mute', callId, muted: true },
            { type: 'hold', callId },
            { type: 'park', callId },
            { type: 'mute', callId, muted: false },
            { type: 'resume', callId },
            { type: 'complete-transfer', callId },
            { type: 'swap', callId },
            { type: 'merge', callId }
        ]);
    });

    it('does nothing that the call cannot do, and leaves the focus on the button', async () => {
        const active = showCall(aConnectedCall());
        const commands = listen(active, 'command');
        const hold = find(active, "[data-action='hold']");
        hold.focus();
        await update(active, aConnectedCall({ localHold: 'holding', can: abilities('hangUp') }));
        hold.click();
        expect(commands).not.toHaveBeenCalled();
        expect(hold.getAttribute('aria-disabled')).toBe('true');
        expect(hasFocus(hold)).toBe(true);
        await update(active, aHeldCall());
        expect(hasFocus(find(active, "[data-action='resume']"))).toBe(true);
    });

    it('hangs up once, and says why not again where the focus is', async () => {
        const active = showCall(aConnectedCall());
        const commands = listen(active, 'command');
        const hangUp = find(active, '.hang-up');
        hangUp.focus();
        hangUp.click();
        await update(active, aConnectedCall({ phase: 'ending', can: abilities() }));
        expect(whyDisabled(hangUp)).toBe('c.Denwa_Disabled_Moment');
        hangUp.click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'hang-up', callId: 'call-1' }]);
        expect(hasFocus(hangUp)).toBe(true);
    });

    it('asks for the dial pad to make another call', async () => {
        const active = showCall(aConnectedCall());
        const newCall = listen(active, 'newcall');
        await press(active, 'new-call');
        expect(newCall).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['keypad', "[data-sheet='keypad']"],
        ['transfer', "[data-sheet='transfer']"],
        ['notes', "[data-sheet='notes']"]
    ])('opens and closes in place of the buttons: %s', async (sheet, component) => {
        const active = showCall(aConnectedCall());
        await press(active, sheet);
        expect(hasFocus(find(active, component))).toBe(true);
        expect(holds(active, '.controls')).toBe(false);
        find(active, component).dispatchEvent(new CustomEvent('close'));
        await rendered();
        expect(hasFocus(find(active, `[data-action='${sheet}']`))).toBe(true);
    });

    it('closes the sheet when the transfer is on its way or another call is shown, not when one failed', async () => {
        const active = showCall(aConnectedCall());
        await press(active, 'transfer');
        await update(active, aConnectedCall({ transfer: aTransfer({ status: 'failed' }) }));
        expect(holds(active, "[data-sheet='transfer']")).toBe(true);
        await update(active, aConnectedCall({ transfer: aTransfer({ status: 'checking' }) }));
        expect(holds(active, "[data-sheet='transfer']")).toBe(false);
        await update(active, aConnectedCall());
        await press(active, 'keypad');
        await update(active, aConnectedCall({ id: 'call-2' }));
        expect(holds(active, "[data-sheet='keypad']")).toBe(false);
    });

    it('leaves the notes open while the call is given away, and takes them away with their call', async () => {
        const active = showCall(aConnectedCall());
        await press(active, 'notes');
        await update(active, aConnectedCall({ transfer: aTransfer() }));
        expect(holds(active, "[data-sheet='notes']")).toBe(true);
        await update(active, aConnectedCall({ id: 'call-2' }));
        expect(holds(active, "[data-sheet='notes']")).toBe(false);
    });

    it('has nothing to write in where there is no log', async () => {
        const active = showCall(aConnectedCall());
        await press(active, 'notes');
        active.log = undefined;
        await rendered();
        expect(holds(active, "[data-sheet='notes']")).toBe(false);
        expect(find(active, "[data-action='notes']").getAttribute('aria-disabled')).toBe('true');
    });

    it('lets the agent choose the record, and still hang up', async () => {
        const active = showCall(
            aConnectedCall({ matches: [aMatch(), aMatch({ record: { id: '4', objectType: 'Lead', name: 'Carol' } })] })
        );
        find(active, 'c-denwa-call-record').dispatchEvent(new CustomEvent('pick'));
        await rendered();
        expect(hasFocus(find(active, "[data-sheet='records']"))).toBe(true);
        expect(holds(active, '.hang-up')).toBe(true);
        find(active, "[data-sheet='records']").dispatchEvent(new CustomEvent('close'));
        await rendered();
        expect(hasFocus(find(active, 'c-denwa-call-record'))).toBe(true);
    });

    it('sends the extension behind the number while digits can be sent', async () => {
        const active = showCall(aConnectedCall({ extension: '123' }));
        const commands = listen(active, 'command');
        find(active, '.extension').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'send-extension', callId: 'call-1' }]);
        await update(active, aHeldCall({ extension: '123' }));
        expect(holds(active, '.extension')).toBe(false);
    });

    it('hangs up once: not while the call is already ending', async () => {
        const active = showCall(aCall());
        const commands = listen(active, 'command');
        find(active, '.hang-up').click();
        await update(active, aCall({ phase: 'ending', can: abilities() }));
        find(active, '.hang-up').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'hang-up', callId: 'call-1' }]);
    });

    it('says how the call sounds, and explains it in a sheet', async () => {
        const figures = { mos: 4.3, packetLoss: 0, jitter: 5, roundTrip: 40 };
        const active = showCall(aConnectedCall());
        expect(holds(active, '.quality')).toBe(false);
        await update(active, aConnectedCall({ quality: { now: figures, overall: figures, problems: [] } }));
        expect(textOf(active, '.quality')).toBe('c.Denwa_Quality_Excellent');
        find(active, '.quality').click();
        await rendered();
        expect(hasFocus(find(active, "[data-sheet='quality']"))).toBe(true);
        await expect(active).toBeAccessible();
        find(active, '.denwa-close').click();
        await rendered();
        expect(hasFocus(find(active, '.quality'))).toBe(true);
    });

    it('tells the keys that do the same', () => {
        const active = showCall(aConnectedCall());
        const keys = ['.hang-up', "[data-action='hold']", "[data-action='mute']"].map((button) =>
            find(active, button).getAttribute('aria-keyshortcuts')
        );
        expect(keys).toEqual(['Control+Alt+E', 'Control+Alt+H', 'Control+Alt+M']);
    });

    it('never takes the focus to the button that hangs up', () => {
        const active = showCall(aCall());
        active.focus();
        expect(hasFocus(find(active, 'section'))).toBe(true);
    });

    it('is accessible', async () => {
        await expect(showCall(aConnectedCall({ media: 'disconnected' }))).toBeAccessible();
        const sheet = showCall(aHeldCall({ partnerId: 'call-2' }));
        await press(sheet, 'transfer');
        await expect(sheet).toBeAccessible();
    });
});
