import DenwaAccountBar from 'c/denwaAccountBar';
import type { SoftphoneSnapshot } from '../../../../../../src/telephony/snapshot';
import { aSnapshot, clearPage, find, holds, listen, mount, rendered, textOf } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_History_Missed', () => ({ default: '{0} missed' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Line_Unreachable', () => ({ default: 'retry in {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Line_Refused_Status', () => ({ default: 'refused {0}' }), { virtual: true });

interface Bar extends Pick<SoftphoneSnapshot, 'agent' | 'registration'> {
    connection: SoftphoneSnapshot['connection'];
    inCall: boolean;
    historyShown?: boolean;
    settingsShown?: boolean;
    missedCalls?: number;
}

function showBar(overrides: Partial<Bar> = {}): HTMLElement & Bar {
    const { agent, connection, registration } = aSnapshot();
    return mount<Bar>('c-denwa-account-bar', DenwaAccountBar, { agent, connection, registration, inCall: false, ...overrides });
}

describe('c-denwa-account-bar', () => {
    afterEach(() => {
        clearPage();
        jest.useRealTimers();
    });

    it('names the account and its extension', () => {
        const bar = showBar();
        expect(textOf(bar, '.name')).toBe('Alice1001');
        expect(textOf(showBar({ agent: { status: 'signed-in', extension: '1002', displayName: null } }), '.name')).toBe('1002');
    });

    it.each([
        [{}, 'c.Denwa_Line_Ready'],
        [{ inCall: true }, 'c.Denwa_Line_In_Use'],
        [{ connection: { status: 'connecting', attempt: 1 } }, 'c.Denwa_Line_Connecting'],
        [{ registration: { status: 'registering' } }, 'c.Denwa_Line_Registering'],
        [{ registration: { status: 'rejected', problem: 'wrong-credentials', statusCode: 401 } }, 'c.Denwa_Line_Refused'],
        [{ registration: { status: 'rejected', problem: 'refused', statusCode: 503 } }, 'refused 503'],
        [{ connection: { status: 'offline' } }, 'c.Denwa_Line_Offline']
    ] satisfies [Partial<Bar>, string][])('says what the line is doing: %j', (state, text) => {
        expect(textOf(showBar(state), '.line')).toBe(text);
    });

    it('keeps the refusal in words after the connection closed', () => {
        const registration = { status: 'rejected', problem: 'forbidden', statusCode: 403 } as const;
        expect(textOf(showBar({ connection: { status: 'offline' }, registration }), '.line')).toBe('c.Denwa_Line_Refused');
    });

    it('counts down to the next attempt, and stops counting when it starts', async () => {
        jest.useFakeTimers({ now: 1000 });
        const bar = showBar({ connection: { status: 'recovering', problem: 'unreachable', attempt: 2, retryAt: 4000 } });
        expect(textOf(bar, '.line')).toBe('retry in 3');
        jest.advanceTimersByTime(1000);
        await rendered();
        expect(textOf(bar, '.line')).toBe('retry in 2');
        bar.connection = { status: 'connecting', attempt: 3 };
        await rendered();
        expect(textOf(bar, '.line')).toBe('c.Denwa_Line_Connecting');
        expect(jest.getTimerCount()).toBe(0);
    });

    it.each([
        ['settings', '.settings'],
        ['reload', '.reload'],
        ['signout', '.sign-out']
    ])('has a button for %s, also during a call', (event, button) => {
        const bar = showBar({ inCall: true });
        const pressed = listen(bar, event);
        find(bar, button).click();
        expect(pressed).toHaveBeenCalledTimes(1);
    });

    it('connects at once on a press', () => {
        const bar = showBar({ connection: { status: 'recovering', problem: 'closed', attempt: 1, retryAt: 0 } });
        const commands = listen(bar, 'command');
        find(bar, '.connect').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'reconnect' }]);
        clearPage();
        expect(holds(showBar(), '.connect')).toBe(false);
    });

    it('counts the calls missed since the agent last looked', () => {
        const history = find(showBar({ missedCalls: 2 }), '.history');
        expect(history.title).toBe('2 missed');
        expect(textOf(history, '.badge')).toBe('2');
        clearPage();
        expect(textOf(showBar({ missedCalls: 120 }), '.badge')).toBe('99+');
        clearPage();
        expect(holds(showBar(), '.badge')).toBe(false);
    });

    it('leads to the history, and says whether it is shown', () => {
        const bar = showBar({ historyShown: true });
        const pressed = listen(bar, 'history');
        find(bar, '.history').click();
        expect(pressed).toHaveBeenCalledTimes(1);
        expect(find(bar, '.history').getAttribute('aria-pressed')).toBe('true');
        expect(find(showBar(), '.history').getAttribute('aria-pressed')).toBe('false');
    });

    it('has nobody to sign out while nobody is signed in', () => {
        const bar = showBar({ agent: { status: 'signed-out' }, connection: { status: 'offline' } });
        expect(textOf(bar, '.name')).toBe('c.Denwa_Account_Signed_Out');
        expect(holds(bar, '.sign-out')).toBe(false);
    });

    it('is accessible', async () => {
        await expect(showBar({ missedCalls: 3 })).toBeAccessible();
    });
});
