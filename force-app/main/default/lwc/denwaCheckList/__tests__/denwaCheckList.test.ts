import DenwaCheckList from 'c/denwaCheckList';
import type { SoftphoneSnapshot } from '../../../../../../src/telephony/snapshot';
import { aReadyAudio, aSnapshot, clearPage, find, holds, listen, mount, textOf } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Check_Pbx_Unreachable', () => ({ default: 'look at {0}' }), { virtual: true });
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

    it.each([
        ['wrong-credentials', 401, 'c.Denwa_Check_Refused_Credentials'],
        ['forbidden', 403, 'c.Denwa_Check_Refused_Forbidden'],
        ['unknown-account', 404, 'c.Denwa_Check_Refused_Unknown'],
        ['refused', 503, 'c.Denwa_Check_Refused_Passing']
    ] as const)('says what an administrator compares where the PBX refuses: %s', (problem, statusCode, advice) => {
        const list = show({ registration: { status: 'rejected', problem, statusCode } });
        expect(holds(list, mend('registered'))).toBe(false);
        expect(list.textContent).toContain(advice);
    });

    it.each([
        ['wss://pbx.example.com:8089/ws', 'look at https://pbx.example.com:8089/'],
        ['ws://127.0.0.1:8088/ws', 'look at http://127.0.0.1:8088/']
    ])('names the page that tells why %s cannot be reached', (server, advice) => {
        const { about } = aSnapshot();
        expect(show({ connection: lost, about: { ...about, server } }).textContent).toContain(advice);
    });

    it('names the item where the PBX is not known', () => {
        const { about } = aSnapshot();
        const problem = { key: '/a/b', title: 'PBX › Address', value: '', takes: { form: 'address' }, standIn: null } as const;
        const list = show({
            agent: { status: 'signed-out' },
            connection: { status: 'offline' },
            about: { ...about, settingProblems: [problem] }
        });
        expect(list.textContent).toContain('PBX › Address');
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
