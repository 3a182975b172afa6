import DenwaAudioSettings from 'c/denwaAudioSettings';
import type { AudioState } from '../../../../../../src/telephony/audio';
import { defaultPreferences } from '../../../../../../src/telephony/preferences';
import { aReadyAudio, clearPage, find, hasFocus, holds, listen, mount, rendered, textOf, whyDisabled } from '../../../../../test/fixtures';

const selectable = aReadyAudio({ devices: { microphones: [], outputs: [], outputsSelectable: true } });

interface Echo {
    readonly echoCall?: boolean;
    canDial?: boolean;
    registered?: boolean;
}

function show(audio: AudioState, more: Echo = {}): HTMLElement & Echo {
    return mount('c-denwa-audio-settings', DenwaAudioSettings, { audio, preferences: defaultPreferences, ...more });
}

describe('c-denwa-audio-settings', () => {
    afterEach(clearPage);

    it('lets choose each device', () => {
        const settings = show(selectable);
        const commands = listen(settings, 'command');
        for (const device of ['microphone', 'speaker', 'ringer']) {
            find(settings, `[data-device=${device}]`).dispatchEvent(new CustomEvent('choose', { detail: { id: 'headset' } }));
        }
        expect(commands.mock.calls.flat()).toEqual(
            ['microphone', 'speaker', 'ringer'].map((device) => ({ type: 'set-preferences', preferences: { [device]: 'headset' } }))
        );
    });

    it('says so where the browser lets nobody choose what plays', () => {
        const settings = show(aReadyAudio());
        expect(holds(settings, '[data-device=speaker]')).toBe(false);
        expect(textOf(settings, '.denwa-settings-hint')).toBe('c.Denwa_Outputs_Fixed');
    });

    it('plays a tone, and says while it does', () => {
        const settings = show({ ...selectable, testing: 'speaker' });
        const commands = listen(settings, 'command');
        expect(textOf(settings, '[data-output=speaker]')).toBe('c.Denwa_Test_Sounding');
        find(settings, '[data-output=ringer]').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'test-sound', output: 'ringer' }]);
    });

    it('sets the volume of the ringer', () => {
        const settings = show(selectable);
        const commands = listen(settings, 'command');
        const volume = find<HTMLInputElement>(settings, '.volume');
        expect(volume.getAttribute('aria-valuetext')).toBe('70%');
        volume.value = '30';
        volume.dispatchEvent(new CustomEvent('change'));
        expect(commands.mock.calls.flat()).toEqual([{ type: 'set-preferences', preferences: { ringVolume: 30 } }]);
    });

    it('calls the echo where there is one and the phone can dial, and says why not, without losing the focus', async () => {
        expect(holds(show(selectable), '.echo')).toBe(false);
        clearPage();
        const settings = show(selectable, { echoCall: true });
        const commands = listen(settings, 'command');
        const echo = find(settings, '.echo');
        echo.focus();
        expect(whyDisabled(echo)).toBe('c.Denwa_Dial_Not_Ready');
        settings.registered = true;
        await rendered();
        expect(whyDisabled(echo)).toBe('c.Denwa_Notice_Line_Busy');
        echo.click();
        expect(commands).not.toHaveBeenCalled();
        settings.canDial = true;
        await rendered();
        expect(whyDisabled(echo)).toBeUndefined();
        expect(hasFocus(echo)).toBe(true);
        echo.click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'echo-call' }]);
    });

    it('is accessible', async () => {
        await expect(show(selectable, { echoCall: true })).toBeAccessible();
    });
});
