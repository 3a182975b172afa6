import DenwaCallEnding from 'c/denwaCallEnding';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';
import { anEndedCall, clearPage, find, hasFocus, holds, listen, mount, rendered, textOf, whyDisabled } from '../../../../../test/fixtures';

// As postMessage would: jsdom has no structuredClone.
const { serialize } = jest.requireActual<{ serialize(value: unknown): unknown }>('node:v8');

function showEnding(call: CallSnapshot): HTMLElement & { call: CallSnapshot; canDial: boolean; registered: boolean } {
    return mount('c-denwa-call-ending', DenwaCallEnding, { call, canDial: true, registered: true });
}

describe('c-denwa-call-ending', () => {
    afterEach(clearPage);

    it('says how the call ended, and how long it was if it was one', () => {
        const busy = showEnding(anEndedCall({ ending: { by: 'remote', cause: 'busy', statusCode: 486 } }));
        expect(textOf(busy, '.text')).toBe('c.Denwa_Ending_Busy');
        expect(holds(busy, 'c-denwa-timer')).toBe(false);
        expect(holds(showEnding(anEndedCall({ connectedAt: 1000 })), 'c-denwa-timer')).toBe(true);
    });

    it('offers to dial an outbound number again, when the phone can, and says why not, without losing the focus', async () => {
        const ending = showEnding(anEndedCall());
        const redialled = listen(ending, 'command');
        const redial = find(ending, '.redial');
        expect(whyDisabled(redial)).toBeUndefined();
        redial.focus();
        redial.click();
        ending.canDial = false;
        await rendered();
        expect(whyDisabled(redial)).toBe('c.Denwa_Notice_Line_Busy');
        redial.click();
        expect(hasFocus(redial)).toBe(true);
        ending.registered = false;
        await rendered();
        expect(whyDisabled(redial)).toBe('c.Denwa_Dial_Not_Ready');
        expect(redialled.mock.calls.flat()).toEqual([{ type: 'dial', number: '09012345678' }]);
    });

    it.each([
        ['what was dialled, whoever the other party has become', '1005', '1005'],
        ['the number, where it is not known what was dialled', null, '09012345678']
    ])('dials %s', (_case, dialString, number) => {
        const ending = showEnding(anEndedCall({ dialString }));
        const commands = listen(ending, 'command');
        find(ending, '.redial').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'dial', number }]);
    });

    it('calls no call that was dialled a missed one', () => {
        const ending = { by: 'remote', cause: 'cancelled', statusCode: 487 } as const;
        expect(textOf(showEnding(anEndedCall({ ending })), '.text')).toBe('c.Denwa_Ending_Unavailable');
        expect(textOf(showEnding(anEndedCall({ direction: 'inbound', ending })), '.text')).toBe('c.Denwa_Ending_Missed');
    });

    it('offers no redial of a caller', () => {
        expect(holds(showEnding(anEndedCall({ direction: 'inbound' })), '.redial')).toBe(false);
    });

    it('closes', () => {
        const ending = showEnding(anEndedCall());
        const dismissed = listen(ending, 'command');
        find(ending, '.dismiss').click();
        expect(dismissed.mock.calls.flat()).toEqual([{ type: 'dismiss-call', callId: 'call-1' }]);
    });

    it('takes one line, without redial, while another call goes on', () => {
        const ending = mount('c-denwa-call-ending', DenwaCallEnding, { call: anEndedCall({ connectedAt: 1000 }), compact: true });
        expect(textOf(ending, '.name')).toBe('090-1234-5678');
        expect([holds(ending, '.redial'), holds(ending, 'c-denwa-timer')]).toEqual([false, false]);
    });

    it('dials again with the record, in a form that can be sent to another window', () => {
        const record = { id: '003', objectType: 'Contact', name: 'Bob' };
        const ending = showEnding(anEndedCall({ record }));
        const commands = listen(ending, 'command');
        find(ending, '.redial').click();
        const [command] = commands.mock.calls[0] as [object];
        expect(command).toEqual({ type: 'dial', number: '09012345678', record });
        expect(() => serialize(command)).not.toThrow();
    });

    it('is accessible', async () => {
        await expect(showEnding(anEndedCall({ connectedAt: 1000 }))).toBeAccessible();
    });
});
