import DenwaCallList from 'c/denwaCallList';
import {
    abilities,
    aConnectedCall,
    aHeldCall,
    anInboundCall,
    clearPage,
    find,
    holds,
    listen,
    hasFocus,
    mount,
    textOf,
    whyDisabled
} from '../../../../../test/fixtures';

const held = aHeldCall({ id: 'held' });
const second = anInboundCall({ id: 'second', returned: { kind: 'park', slot: null } });

function row(id: string): string {
    return `[data-call-id='${id}']`;
}

describe('c-denwa-call-list', () => {
    afterEach(clearPage);

    it('puts callers who ring first, and says why a call came back', () => {
        const list = mount('c-denwa-call-list', DenwaCallList, { calls: [held, second] });
        const ids = [...list.querySelectorAll('li')].map(({ dataset }) => dataset.callId);
        expect(ids).toEqual(['second', 'held']);
        expect(textOf(list, '.returned')).toBe('c.Denwa_Returned_Park_Unknown');
    });

    it('acts on the call of the row', () => {
        const list = mount('c-denwa-call-list', DenwaCallList, { calls: [held, second] });
        const commands = listen(list, 'command');
        for (const button of ['.answer', '.decline', '.resume', '.hang-up']) find(list, button).click();
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'answer', callId: 'second' },
            { type: 'decline', callId: 'second' },
            { type: 'resume', callId: 'held' },
            { type: 'hang-up', callId: 'held' }
        ]);
    });

    it('does not do what cannot be done now, and says so', () => {
        const calls = [aHeldCall({ id: 'held', can: abilities() }), anInboundCall({ id: 'second', can: abilities('decline') })];
        const list = mount('c-denwa-call-list', DenwaCallList, { calls });
        const commands = listen(list, 'command');
        for (const button of ['.answer', '.resume', '.hang-up'].map((name) => find(list, name))) {
            button.focus();
            button.click();
            expect([whyDisabled(button), hasFocus(button)]).toEqual(['c.Denwa_Disabled_Moment', true]);
        }
        expect(commands).not.toHaveBeenCalled();
    });

    it('leads back to the call that something else hides, and only there', () => {
        const list = mount('c-denwa-call-list', DenwaCallList, { calls: [aConnectedCall({ id: 'main' }), held], hiddenCallId: 'main' });
        const back = listen(list, 'back');
        find(list, `li${row('main')} .back`).click();
        expect(back).toHaveBeenCalledTimes(1);
        expect(holds(list, `li${row('main')} .resume`)).toBe(false);
        expect(holds(list, `li${row('held')} .back`)).toBe(false);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-call-list', DenwaCallList, { calls: [held, second], hiddenCallId: 'held' })).toBeAccessible();
    });
});
