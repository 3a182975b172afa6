import DenwaMicrophoneHelp from 'c/denwaMicrophoneHelp';
import type { AudioState, MicrophoneProblem } from '../../../../../../src/telephony/audio';
import type { QualityProblem } from '../../../../../../src/telephony/call-quality';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';
import {
    aCall,
    aConnectedCall,
    aHeldCall,
    aReadyAudio,
    clearPage,
    find,
    holds,
    listen,
    mount,
    rendered,
    textOf
} from '../../../../../test/fixtures';

interface Help extends HTMLElement {
    audio: AudioState;
    call: CallSnapshot | undefined;
}

function showHelp(audio: AudioState, call?: CallSnapshot): Help {
    return mount('c-denwa-microphone-help', DenwaMicrophoneHelp, { audio, call });
}

function withProblem(problem: MicrophoneProblem): AudioState {
    return aReadyAudio({ microphone: { status: 'unusable', problem } });
}

function withProblems(...problems: readonly QualityProblem[]): CallSnapshot {
    const figures = { mos: 2, packetLoss: 50, jitter: 10, roundTrip: null };
    return aConnectedCall({ quality: { now: figures, overall: figures, problems } });
}

describe('c-denwa-microphone-help', () => {
    afterEach(clearPage);

    it('is silent while all is well', () => {
        expect(holds(showHelp(aReadyAudio({ microphone: { status: 'unknown' } })), '.help')).toBe(false);
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
        const help = showHelp(aReadyAudio({ playable: false }));
        const prepared = listen(help, 'command');
        expect(textOf(help, 'button')).toBe('c.Denwa_Sound_Enable');
        find(help, 'button').click();
        expect(prepared.mock.calls.flat()).toEqual([{ type: 'prepare-audio' }]);
    });

    it.each([
        ['audio interrupted', 'lost', { ...withProblems('not-hearing'), media: 'failed' }, 'c.Denwa_Audio_Interrupted'],
        ['microphone lost', 'lost', withProblems('not-heard'), 'c.Denwa_Warning_Microphone_Lost'],
        ['microphone off', 'muted-by-system', withProblems('not-heard'), 'c.Denwa_Warning_Microphone_Muted'],
        ['hearing nothing', 'silent', withProblems('not-heard', 'not-hearing'), 'c.Denwa_Warning_Not_Hearing'],
        ['not heard', 'silent', withProblems('not-heard', 'low-mos'), 'c.Denwa_Warning_Not_Heard'],
        ['silent', 'silent', withProblems('jitter'), 'c.Denwa_Warning_Microphone_Silent']
    ] as const)('warns in a call of what matters most: %s', (_case, input, call, text) => {
        expect(textOf(showHelp(aReadyAudio({ input }), call), '[role=alert]')).toBe(text);
    });

    it('says nothing of silence while the agent cannot be heard anyway, nor of a call that is not up', () => {
        const audio = aReadyAudio({ input: 'silent' });
        for (const call of [undefined, aCall(), aHeldCall(), aConnectedCall({ muted: true })]) {
            expect(holds(showHelp(audio, call), '.help')).toBe(false);
        }
    });

    it('takes a warning away when it is over', async () => {
        const help = showHelp(aReadyAudio(), withProblems('not-hearing'));
        help.call = withProblems();
        await rendered();
        expect(holds(help, '.help')).toBe(false);
    });

    it('is accessible', async () => {
        await expect(showHelp(withProblem('permission-denied'))).toBeAccessible();
    });
});
