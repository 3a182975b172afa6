import DenwaHeader from 'c/denwaHeader';
import type { SoftphoneSnapshot } from '../../../../../../src/telephony/snapshot';
import { aConnectedCall, aSnapshot, clearPage, find, holds, listen, mount, rendered } from '../../../../../test/fixtures';

interface Header {
    snapshot: SoftphoneSnapshot;
}

function show(overrides: Partial<SoftphoneSnapshot> = {}): HTMLElement & Header {
    return mount<Header>('c-denwa-header', DenwaHeader, { snapshot: aSnapshot(overrides) });
}

async function press(header: HTMLElement, button: string): Promise<void> {
    find(header, button).click();
    await rendered();
}

const endings = [
    ['sign-out', '.sign-out'],
    ['reload', '.reload']
] as const;

describe('c-denwa-header', () => {
    afterEach(clearPage);

    it.each(endings)('does %s at once where no call would end by it', async (type, button) => {
        const header = show();
        const commands = listen(header, 'command');
        await press(header, button);
        expect(commands.mock.calls.flat()).toEqual([{ type }]);
    });

    it.each(endings)('asks before %s ends a call', async (type, button) => {
        const header = show({ calls: [aConnectedCall()] });
        const commands = listen(header, 'command');
        const kept = listen(header, 'cancel');
        await press(header, button);
        expect(document.activeElement).toBe(find(header, 'c-denwa-confirm .cancel'));
        await press(header, 'c-denwa-confirm .cancel');
        expect(holds(header, 'c-denwa-confirm')).toBe(false);
        expect([commands.mock.calls.length, kept.mock.calls.length]).toEqual([0, 1]);
        await press(header, button);
        await press(header, 'c-denwa-confirm .yes');
        expect(commands.mock.calls.flat()).toEqual([{ type }]);
    });

    it('asks no more once the call has ended', async () => {
        const header = show({ calls: [aConnectedCall()] });
        await press(header, '.sign-out');
        expect(holds(header, 'c-denwa-confirm')).toBe(true);
        header.snapshot = aSnapshot();
        await rendered();
        expect(holds(header, 'c-denwa-confirm')).toBe(false);
    });

    it('has a status only where the administrator names some', () => {
        const current = { kind: 'ready', reason: null } as const;
        const agentStatus = { current, since: 0, pending: null, told: 'nothing' } as const;
        const options = { ...aSnapshot().options, statuses: [current] };
        expect(holds(show({ agentStatus, options }), 'c-denwa-agent-status')).toBe(true);
        clearPage();
        expect(holds(show(), 'c-denwa-agent-status')).toBe(false);
    });

    it('is accessible', async () => {
        const header = show({ calls: [aConnectedCall()] });
        await press(header, '.reload');
        await expect(header).toBeAccessible();
    });
});
