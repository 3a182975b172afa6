import DenwaCheckList from 'c/denwaCheckList';
import type { SoftphoneSnapshot } from '../../../../../../src/telephony/snapshot';
import { aReadyAudio, aSnapshot, clearPage, find, holds, listen, mount, textOf } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Check_Remaining', () => ({ default: '{0} to go' }), { virtual: true });

function show(overrides: Partial<SoftphoneSnapshot> = {}): HTMLElement {
    return mount('c-denwa-check-list', DenwaCheckList, { snapshot: aSnapshot(overrides) });
}

function mend(name: string): string {
    return `button[data-name=${name}]`;
}

const lost = { status: 'recovering', problem: 'unreachable', attempt: 1, retryAt: 0 } as const;

describe('c-denwa-check-list', () => {
    afterEach(clearPage);

    it('has nothing to mend where everything is ready', () => {
        const list = show();
        expect(holds(list, '.mend')).toBe(false);
        expect(textOf(list, '.summary')).toBe('c.Denwa_Check_All_Done');
    });

    it.each([
        ['microphone', { audio: aReadyAudio({ microphone: { status: 'unknown' } }) }, { type: 'prepare-audio' }],
        ['microphone', { audio: aReadyAudio({ microphone: { status: 'unusable', problem: 'no-device' } }) }, { type: 'prepare-audio' }],
        ['sound', { audio: aReadyAudio({ playable: false }) }, { type: 'prepare-audio' }],
        ['pbx', { connection: lost }, { type: 'reconnect' }],
        ['click-to-dial', { crm: { viewed: null, dispositions: [], clickToDial: 'unavailable' } }, { type: 'enable-click-to-dial' }]
    ] as const)('mends: %s', (name, overrides, command) => {
        const list = show(overrides);
        const commands = listen(list, 'command');
        find(list, mend(name)).click();
        expect(commands.mock.calls.flat()).toEqual([command]);
        expect(textOf(list, '.summary')).toMatch(/to go$/);
    });

    it('says what only somebody else can mend', () => {
        const list = show({ registration: { status: 'rejected', problem: 'forbidden', statusCode: 403 } });
        expect(holds(list, mend('registered'))).toBe(false);
        expect(list.textContent).toContain('c.Denwa_Line_Refused');
    });

    it('asks to sign in first', () => {
        const list = show({ agent: { status: 'signed-out' }, connection: { status: 'offline' }, registration: { status: 'unregistered' } });
        expect(list.textContent).toContain('c.Denwa_Check_Sign_In');
    });

    it('is not shown by itself again once the agent has been through it', () => {
        const list = show();
        const commands = listen(list, 'command');
        const closed = listen(list, 'close');
        find(list, '.done').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'set-preferences', preferences: { welcomed: true } }]);
        expect(closed).toHaveBeenCalledTimes(1);
    });

    it('is accessible', async () => {
        await expect(show({ connection: lost, audio: aReadyAudio({ playable: false }) })).toBeAccessible();
    });
});
