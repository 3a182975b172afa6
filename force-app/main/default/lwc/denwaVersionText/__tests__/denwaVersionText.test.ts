import { versionFacts, versionText } from 'c/denwaVersionText';
import { aReadyAudio, aSnapshot } from '../../../../../test/fixtures';
import { defaultPreferences } from '../../../../../../src/telephony/preferences';

jest.mock('@salesforce/label/c.Denwa_Version_Fact', () => ({ default: '{0}: {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Device_Numbered', () => ({ default: 'Device {0}' }), { virtual: true });

describe('version information', () => {
    it('names version, page, account, PBX, browser, devices and settings, a line each', () => {
        const audio = aReadyAudio({
            devices: { microphones: [{ id: 'm', label: 'Headset' }], outputs: [{ id: 's', label: '' }], outputsSelectable: true }
        });
        const preferences = { ...defaultPreferences, microphone: 'm', speaker: 's' };
        expect(versionText(versionFacts(aSnapshot({ audio, preferences }))).split('\n')).toEqual([
            'c.Denwa_Version: 1.2.3',
            'c.Denwa_Version_Url: https://vf.example.com/apex/Denwa',
            'c.Denwa_Version_Account: Alice 1001',
            'c.Denwa_Version_Pbx: wss://pbx.example.com',
            'c.Denwa_Version_Browser: Chromium',
            'c.Denwa_Version_Devices: Headset / Device 1 / c.Denwa_Device_System_Default',
            'c.Denwa_Settings: zoom=100% ringVolume=70 answer=Ctrl+Alt+A hang-up=Ctrl+Alt+E hold=Ctrl+Alt+H mute=Ctrl+Alt+M'
        ]);
    });

    it('leaves out what is not known', () => {
        const about = { ...aSnapshot().about, server: null };
        expect(versionFacts(aSnapshot({ about })).map(({ name }) => name)).not.toContain('c.Denwa_Version_Pbx');
    });
});
