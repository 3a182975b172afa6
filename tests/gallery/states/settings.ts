import type DenwaAudioSettings from 'c/denwaAudioSettings';
import type DenwaCheckList from 'c/denwaCheckList';
import type DenwaDeviceSelect from 'c/denwaDeviceSelect';
import type DenwaDisplaySettings from 'c/denwaDisplaySettings';
import type DenwaInboundSettings from 'c/denwaInboundSettings';
import type DenwaLevelMeter from 'c/denwaLevelMeter';
import type DenwaSettingProblems from 'c/denwaSettingProblems';
import type DenwaSettings from 'c/denwaSettings';
import type DenwaShortcutSettings from 'c/denwaShortcutSettings';
import type DenwaSupport from 'c/denwaSupport';
import { initialAudio, type AudioState } from '../../../src/telephony/audio';
import { defaultPreferences, type Preferences } from '../../../src/telephony/preferences';
import type { SettingProblem } from '../../../src/telephony/setting-problem';
import type { SoftphoneState } from '../../../src/telephony/state';
import { secondsAgo } from '../moment';
import { aPhone, officeOf } from './data';
import { gallery, type Gallery, type Language, type StateOf } from './gallery';

/** What an agent sets up. */
export function settingsGalleries(language: Language): readonly Gallery[] {
    const { agent, headset, longName } = officeOf(language);
    const audio: AudioState = {
        ...initialAudio,
        microphone: { status: 'ready' },
        devices: {
            microphones: [
                { id: 'm1', label: headset },
                { id: 'm2', label: 'Webcam C920' }
            ],
            outputs: [{ id: 'o1', label: headset }],
            outputsSelectable: true
        },
        level: 45
    };
    const preferences = (overrides: Partial<Preferences> = {}): { readonly preferences: Preferences } => ({
        preferences: { ...defaultPreferences, ...overrides }
    });
    const phone = (state: Partial<SoftphoneState>) => ({
        properties: {
            snapshot: aPhone(
                { agent: { status: 'signed-in', extension: '1001', displayName: agent }, audio, ...state },
                { echoExtension: '*43' }
            )
        }
    });
    const checked = (state: Partial<SoftphoneState>): StateOf<DenwaCheckList> => phone(state);
    const wrong = (overrides: Partial<SettingProblem>): StateOf<DenwaSettingProblems> => ({
        properties: {
            problems: [
                {
                    key: '/denwaPbx/denwaPbxServer',
                    title: 'PBX: WebSocket URL',
                    value: 'pbx.example.com',
                    takes: { form: 'address' },
                    standIn: null,
                    ...overrides
                },
                {
                    key: '/denwaCalls/denwaWrapUp',
                    title: 'Calls: Wrap-up (s)',
                    value: '-5',
                    takes: { form: 'whole-number', values: [0, 600] },
                    standIn: '30'
                }
            ]
        }
    });
    const usable = { audio, ...preferences(), echoCall: true, canDial: true };
    return [
        gallery<DenwaSettings>(
            'denwaSettings',
            { all: phone({}), 'without auto-answer': { properties: { snapshot: aPhone({}, { agentAutoAnswer: false }) } } },
            { extent: 'screen' }
        ),
        gallery<DenwaSettingProblems>('denwaSettingProblems', {
            two: wrong({}),
            'no value': wrong({ value: '' }),
            'long value': wrong({
                title: longName,
                value: 'wss'.repeat(30),
                takes: { form: 'one-of', values: ['one', 'two'], orNone: true }
            })
        }),
        gallery<DenwaAudioSettings>('denwaAudioSettings', {
            devices: { properties: usable },
            'devices chosen': { properties: { ...usable, ...preferences({ microphone: 'm1', speaker: 'o1', ringVolume: 100 }) } },
            'chosen device not plugged in': { properties: { ...usable, ...preferences({ microphone: 'm9', ringer: 'o9' }) } },
            'outputs of the system': {
                properties: { ...usable, audio: { ...audio, devices: { ...audio.devices, outputsSelectable: false } } }
            },
            'speaker being tested': { properties: { ...usable, audio: { ...audio, testing: 'speaker' } } },
            'ringer being tested': { properties: { ...usable, audio: { ...audio, testing: 'ringer' } } },
            'nothing to call': { properties: { ...usable, echoCall: false } },
            'no line': { properties: { ...usable, canDial: false } }
        }),
        gallery<DenwaDeviceSelect>('denwaDeviceSelect', {
            'system default': { properties: { label: headset, devices: audio.devices.microphones } },
            chosen: { properties: { label: headset, devices: audio.devices.microphones, chosen: 'm2' } },
            'not plugged in': { properties: { label: headset, devices: audio.devices.microphones, chosen: 'm9' } },
            'names not known': { properties: { label: headset, devices: [{ id: 'm1', label: '' }], chosen: 'm1' } },
            'long name': { properties: { label: longName, devices: [{ id: 'm1', label: longName }], chosen: 'm1' } }
        }),
        gallery<DenwaLevelMeter>('denwaLevelMeter', {
            speaking: { properties: { label: headset, level: 45 } },
            silence: { properties: { label: headset, level: 0 } },
            loud: { properties: { label: headset, level: 100 } },
            'not measured': { properties: { label: headset, level: null } }
        }),
        gallery<DenwaInboundSettings>('denwaInboundSettings', {
            off: { properties: preferences() },
            'after three seconds': { properties: preferences({ autoAnswerSeconds: 3 }) }
        }),
        gallery<DenwaDisplaySettings>('denwaDisplaySettings', {
            defaults: { properties: preferences() },
            chosen: { properties: preferences({ zoom: 130, theme: 'dark', language }) },
            'another language': { properties: preferences({ language: language === 'ja' ? 'en' : 'ja' }) }
        }),
        gallery<DenwaShortcutSettings>('denwaShortcutSettings', {
            defaults: { properties: preferences() },
            'some without': { properties: preferences({ shortcuts: { answer: 'F8', 'hang-up': '', hold: '', mute: 'Ctrl+Shift+M' } }) }
        }),
        gallery<DenwaSupport>('denwaSupport', {
            'signed in': phone({}),
            'signed out': phone({ agent: { status: 'signed-out' } }),
            'numbers not masked': { ...phone({}), press: ["input[type='checkbox']"] }
        } satisfies Readonly<Record<string, StateOf<DenwaSupport>>>),
        gallery<DenwaCheckList>(
            'denwaCheckList',
            {
                'nothing yet': checked({
                    agent: { status: 'signed-out' },
                    connection: { status: 'offline' },
                    registration: { status: 'unregistered' },
                    audio: initialAudio,
                    crm: { viewed: null, dispositions: [], clickToDial: 'off' }
                }),
                'all is well': checked({}),
                'being connected': checked({ connection: { status: 'connecting', attempt: 0 }, registration: { status: 'unregistered' } }),
                'being registered': checked({ registration: { status: 'registering' } }),
                'much is wrong': checked({
                    audio: { ...initialAudio, microphone: { status: 'unusable', problem: 'permission-denied' }, playable: false },
                    connection: { status: 'recovering', problem: 'unreachable', attempt: 4, retryAt: secondsAgo(-9) },
                    registration: { status: 'unregistered' },
                    crm: { viewed: null, dispositions: [], clickToDial: 'unavailable' }
                }),
                'registration refused': checked({ registration: { status: 'rejected', problem: 'forbidden', statusCode: 403 } }),
                'no microphone': checked({ audio: { ...initialAudio, microphone: { status: 'unusable', problem: 'no-device' } } }),
                'microphone busy': checked({ audio: { ...initialAudio, microphone: { status: 'unusable', problem: 'device-busy' } } }),
                'microphone blocked': checked({
                    audio: { ...initialAudio, microphone: { status: 'unusable', problem: 'blocked-by-page' } }
                }),
                'insecure page': checked({ audio: { ...initialAudio, microphone: { status: 'unusable', problem: 'insecure-context' } } })
            },
            { extent: 'screen' }
        )
    ];
}
