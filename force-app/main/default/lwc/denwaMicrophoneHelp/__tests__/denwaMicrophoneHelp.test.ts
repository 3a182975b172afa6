import DenwaMicrophoneHelp from 'c/denwaMicrophoneHelp';
import type { AudioState, MicrophoneProblem } from '../../../../../../src/telephony/audio';
import { clearPage, find, holds, listen, mount, textOf } from '../../../../../test/fixtures';

function showHelp(audio: AudioState): HTMLElement {
    return mount('c-denwa-microphone-help', DenwaMicrophoneHelp, { audio });
}

function withProblem(problem: MicrophoneProblem): AudioState {
    return { microphone: { status: 'unusable', problem }, playable: true };
}

describe('c-denwa-microphone-help', () => {
    afterEach(clearPage);

    it('is silent while all is well', () => {
        expect(holds(showHelp({ microphone: { status: 'unknown' }, playable: true }), '[role=alert]')).toBe(false);
    });

    it.each([
        ['permission-denied', 'c.Denwa_Microphone_Permission_Denied', true],
        ['blocked-by-page', 'c.Denwa_Microphone_Blocked_By_Page', false],
        ['no-device', 'c.Denwa_Microphone_No_Device', true],
        ['device-busy', 'c.Denwa_Microphone_Device_Busy', true],
        ['insecure-context', 'c.Denwa_Microphone_Insecure_Context', false]
    ] as const)('says what to do: %s', (problem, text, canTryAgain) => {
        const help = showHelp(withProblem(problem));
        expect(textOf(help, '.text')).toContain(text);
        expect(holds(help, 'button')).toBe(canTryAgain);
    });

    it('prepares the audio from a press', () => {
        const help = showHelp({ microphone: { status: 'ready' }, playable: false });
        const prepared = listen(help, 'command');
        expect(textOf(help, 'button')).toBe('c.Denwa_Sound_Enable');
        find(help, 'button').click();
        expect(prepared.mock.calls.flat()).toEqual([{ type: 'prepare-audio' }]);
    });

    it('is accessible', async () => {
        await expect(showHelp(withProblem('permission-denied'))).toBeAccessible();
    });
});
