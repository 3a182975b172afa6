import DenwaTransfer from 'c/denwaTransfer';
import {
    abilities,
    aConnectedCall,
    aTransfer,
    clearPage,
    enterText,
    find,
    listen,
    mount,
    pressKey,
    rendered,
    hasFocus,
    whyDisabled
} from '../../../../../test/fixtures';

describe('c-denwa-transfer', () => {
    afterEach(clearPage);

    it('asks first, by button and by Enter, or transfers at once', () => {
        const transfer = mount('c-denwa-transfer', DenwaTransfer, { call: aConnectedCall() });
        const commands = listen(transfer, 'command');
        enterText(transfer, ' 1005 ');
        find(transfer, '.consult').click();
        pressKey(find(transfer, 'input'), 'Enter');
        pressKey(find(transfer, 'input'), 'Enter', { isComposing: true });
        find(transfer, '.now').click();
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'consult', callId: 'call-1', number: ' 1005 ' },
            { type: 'consult', callId: 'call-1', number: ' 1005 ' },
            { type: 'transfer', callId: 'call-1', number: ' 1005 ' }
        ]);
    });

    it('asks for a number when there is none', () => {
        const transfer = mount('c-denwa-transfer', DenwaTransfer, { call: aConnectedCall() });
        const commands = listen(transfer, 'command');
        find(transfer, '.now').click();
        expect(commands).not.toHaveBeenCalled();
        expect(hasFocus(find(transfer, 'input'))).toBe(true);
    });

    it('offers what the call can do only, and says why', async () => {
        const transfer = mount('c-denwa-transfer', DenwaTransfer, { call: aConnectedCall({ can: abilities('transfer') }) });
        const commands = listen(transfer, 'command');
        enterText(transfer, '1005');
        pressKey(find(transfer, 'input'), 'Enter');
        await rendered();
        expect(whyDisabled(find(transfer, '.consult'))).toBe('c.Denwa_Notice_Line_Busy');
        expect(whyDisabled(find(transfer, '.now'))).toBeUndefined();
        const now = find(transfer, '.now');
        now.focus();
        transfer.call = aConnectedCall({ can: abilities() });
        await rendered();
        for (const button of ['.consult', '.now']) {
            expect(whyDisabled(find(transfer, button))).toBe('c.Denwa_Disabled_Moment');
            find(transfer, button).click();
        }
        expect(hasFocus(now)).toBe(true);
        expect(commands).not.toHaveBeenCalled();
    });

    it('starts from the target that could not take the call', () => {
        const failure = { cause: 'busy', foreseen: true } as const;
        const call = aConnectedCall({ transfer: aTransfer({ status: 'failed', failure }) });
        expect(find<HTMLInputElement>(mount('c-denwa-transfer', DenwaTransfer, { call }), 'input').value).toBe('1005');
    });

    it('closes by its button and by Escape', () => {
        const transfer = mount('c-denwa-transfer', DenwaTransfer, { call: aConnectedCall() });
        const closed = listen(transfer, 'close');
        find(transfer, '.denwa-close').click();
        pressKey(find(transfer, 'input'), 'Escape');
        expect(closed).toHaveBeenCalledTimes(2);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-transfer', DenwaTransfer, { call: aConnectedCall() })).toBeAccessible();
    });
});
