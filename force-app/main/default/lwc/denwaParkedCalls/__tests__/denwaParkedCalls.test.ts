import DenwaParkedCalls from 'c/denwaParkedCalls';
import { aParkedCall, clearPage, find, hasFocus, holds, listen, mount, rendered, textOf, whyDisabled } from '../../../../../test/fixtures';

describe('c-denwa-parked-calls', () => {
    afterEach(clearPage);

    it('shows the slot, and retrieves or dismisses that call', () => {
        const parked = mount('c-denwa-parked-calls', DenwaParkedCalls, { parkedCalls: [aParkedCall()], canDial: true });
        const commands = listen(parked, 'command');
        expect(textOf(parked, '.number')).toBe('701');
        find(parked, '.retrieve').click();
        find(parked, '.dismiss').click();
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'retrieve', parkedId: 'parked-1' },
            { type: 'dismiss-parked', parkedId: 'parked-1' }
        ]);
    });

    it('says that the slot is not known, and cannot retrieve the call then', () => {
        const parked = mount('c-denwa-parked-calls', DenwaParkedCalls, { parkedCalls: [aParkedCall({ slot: null })], canDial: true });
        expect(textOf(parked, '.unknown')).toBe('c.Denwa_Parked_Slot_Unknown');
        expect(holds(parked, '.retrieve')).toBe(false);
    });

    it('retrieves only when it can dial, and says why not, without losing the focus', async () => {
        const parked = mount('c-denwa-parked-calls', DenwaParkedCalls, { parkedCalls: [aParkedCall()], canDial: true, registered: false });
        const commands = listen(parked, 'command');
        const button = find(parked, '.retrieve');
        expect(whyDisabled(button)).toBeUndefined();
        button.focus();
        parked.canDial = false;
        await rendered();
        expect(whyDisabled(button)).toBe('c.Denwa_Dial_Not_Ready');
        parked.registered = true;
        await rendered();
        expect(whyDisabled(button)).toBe('c.Denwa_Notice_Line_Busy');
        button.click();
        expect(commands).not.toHaveBeenCalled();
        expect(hasFocus(button)).toBe(true);
    });

    it('is accessible', async () => {
        const parkedCalls = [aParkedCall(), aParkedCall({ id: 'parked-2', slot: null })];
        await expect(mount('c-denwa-parked-calls', DenwaParkedCalls, { parkedCalls, canDial: true })).toBeAccessible();
    });
});
