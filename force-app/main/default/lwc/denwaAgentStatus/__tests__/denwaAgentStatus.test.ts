import DenwaAgentStatus from 'c/denwaAgentStatus';
import type { AgentStatus, AgentStatusState } from '../../../../../../src/telephony/agent-status';
import { clearPage, find, holds, listen, mount, textOf } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Status_Pending', () => ({ default: 'after: {0}' }), { virtual: true });

const ready: AgentStatus = { kind: 'ready', reason: null };
const lunch: AgentStatus = { kind: 'not-ready', reason: 'lunch' };

function show(overrides: Partial<AgentStatusState> = {}): HTMLElement {
    const state: AgentStatusState = { current: ready, since: Date.now(), pending: null, told: 'told', ...overrides };
    return mount('c-denwa-agent-status', DenwaAgentStatus, { state, statuses: [ready, lunch] });
}

describe('c-denwa-agent-status', () => {
    afterEach(clearPage);

    it('shows the status and what it may become', () => {
        const status = show({ current: lunch });
        expect([...find<HTMLSelectElement>(status, 'select').options].map(({ textContent }) => textContent)).toEqual([
            'c.Denwa_Status_Ready',
            'c.Denwa_Status_Lunch'
        ]);
        expect(find<HTMLSelectElement>(status, 'select').value).toBe('1');
        expect(holds(status, 'c-denwa-timer')).toBe(true);
    });

    it('asks for another one, and shows what is until the phone has changed it', () => {
        const status = show();
        const commands = listen(status, 'command');
        const select = find<HTMLSelectElement>(status, 'select');
        select.value = '1';
        select.dispatchEvent(new CustomEvent('change'));
        expect(commands.mock.calls.flat()).toEqual([{ type: 'set-status', status: lunch }]);
        expect(select.value).toBe('0');
    });

    it('says what follows the call', () => {
        expect(textOf(show({ pending: lunch }), '.note')).toBe('after: c.Denwa_Status_Lunch');
    });

    it('says that the PBX was not told', () => {
        expect(textOf(show({ told: 'failed' }), '.note')).toBe('c.Denwa_Status_Not_Told');
        clearPage();
        expect(holds(show(), '.note')).toBe(false);
    });

    it('is accessible', async () => {
        await expect(show({ pending: lunch })).toBeAccessible();
    });
});
