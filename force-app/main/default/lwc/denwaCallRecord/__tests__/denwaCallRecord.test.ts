import DenwaCallRecord from 'c/denwaCallRecord';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';
import { aMatch, anInboundCall, clearPage, find, holds, listen, mount, textOf } from '../../../../../test/fixtures';

// As postMessage would: jsdom has no structuredClone.
const { serialize } = jest.requireActual<{ serialize(value: unknown): unknown }>('node:v8');

const bob = { id: '003', objectType: 'Contact', name: 'Bob' };
const two = [aMatch(), aMatch({ record: { id: '004', objectType: 'Contact', name: 'Carol' } })];

function show(overrides: Partial<CallSnapshot>): HTMLElement {
    return mount('c-denwa-call-record', DenwaCallRecord, { call: anInboundCall(overrides) });
}

/** Which of its buttons are there. */
function buttons(shown: HTMLElement): readonly string[] {
    return ['offer', 'open', 'matches'].filter((name) => holds(shown, `.${name}`));
}

describe('c-denwa-call-record', () => {
    afterEach(clearPage);

    it.each([
        ['nothing known', {}, []],
        ['a record that is shown', { record: bob, pop: { kind: 'record', status: 'shown' } }, ['open']],
        ['a record that is offered', { record: bob, pop: { kind: 'record', status: 'offered' } }, ['offer']],
        ['a form that is offered', { pop: { kind: 'new-record', status: 'offered' } }, ['offer']],
        ['a search that is offered', { pop: { kind: 'search', status: 'offered' } }, ['offer']],
        ['a form that waits', { pop: { kind: 'new-record', status: 'waiting' } }, []],
        ['a choice', { matches: two, pop: { kind: 'choice', status: 'shown' } }, ['matches']],
        [
            'a choice that was made, or remembered',
            { record: bob, matches: two, pop: { kind: 'record', status: 'shown' } },
            ['open', 'matches']
        ],
        ['one match', { record: bob, matches: [aMatch()] }, ['open']]
    ] as [string, Partial<CallSnapshot>, string[]][])('has something to press for %s', (_case, overrides, expected) => {
        expect(buttons(show(overrides))).toEqual(expected);
    });

    it('opens the record, asked for in a form that can be sent to another window', () => {
        const shown = show({ record: bob });
        const commands = listen(shown, 'command');
        find(shown, '.open').click();
        const [command] = commands.mock.calls[0] as [object];
        expect(command).toEqual({ type: 'open-record', record: bob });
        expect(() => serialize(command)).not.toThrow();
    });

    it('shows what is offered', () => {
        const shown = show({ pop: { kind: 'new-record', status: 'offered' } });
        const commands = listen(shown, 'command');
        expect(textOf(shown, '.offer')).toBe('c.Denwa_Pop_New_Record');
        find(shown, '.offer').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'show-pop', callId: 'call-1' }]);
    });

    it('asks for the picker', () => {
        const shown = show({ matches: two });
        const picked = listen(shown, 'pick');
        find(shown, '.matches').click();
        expect(picked).toHaveBeenCalledTimes(1);
    });

    it('shows a name that is markup as text', () => {
        const name = '<img src=x onerror=alert(1)>';
        const shown = show({ record: { ...bob, name } });
        expect(holds(shown, 'img')).toBe(false);
        expect(find(shown, '.open').title).toBe('c.Denwa_Record_Open');
    });

    it('is accessible', async () => {
        await expect(show({ record: bob, matches: two })).toBeAccessible();
        await expect(show({ pop: { kind: 'search', status: 'offered' } })).toBeAccessible();
    });
});
