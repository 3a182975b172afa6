import type DenwaKeys from 'c/denwaKeys';
import type DenwaLate from 'c/denwaLate';
import type DenwaMicrophoneHelp from 'c/denwaMicrophoneHelp';
import type DenwaNotices from 'c/denwaNotices';
import type DenwaParkedCalls from 'c/denwaParkedCalls';
import type DenwaSignIn from 'c/denwaSignIn';
import type DenwaTimer from 'c/denwaTimer';
import type { AudioState } from '../../../src/telephony/audio';
import { initialAudio } from '../../../src/telephony/audio';
import type { NoticeCode } from '../../../src/telephony/notice';
import { secondsAgo } from '../moment';
import { aParkedCall, aPhone, aTalk, officeOf, seen } from './data';
import { gallery, type Gallery, type Language } from './gallery';
import { aQuality } from './quality';

/** What stands beside the calls. */
export function barGalleries(language: Language): readonly Gallery[] {
    const { customer, headset, longName } = officeOf(language);
    const audio = (overrides: Partial<AudioState>): { readonly audio: AudioState } => ({ audio: { ...initialAudio, ...overrides } });
    const notices = (...codes: readonly NoticeCode[]) => ({
        notices: codes.map((code) => ({ id: code, code, detail: code.startsWith('number') ? '03-1234' : headset }))
    });
    return [
        gallery<DenwaSignIn>('denwaSignIn', {
            empty: { properties: {} },
            'wrong credentials': { properties: { extension: '1001', problem: 'wrong-credentials' } },
            'unknown account': { properties: { extension: '1001', problem: 'unknown-account' } },
            forbidden: { properties: { extension: '1001', problem: 'forbidden' } }
        }),
        gallery<DenwaNotices>('denwaNotices', {
            'several at once': { properties: notices('number-ambiguous', 'hold-failed', 'crm-unavailable') },
            numbers: { properties: notices('number-missing', 'number-not-dialable', 'number-too-long') },
            account: { properties: notices('account-invalid', 'account-unreadable', 'not-registered') },
            'account of the org': {
                properties: {
                    notices: [
                        { id: 'provider', code: 'credential-provider-unknown', detail: 'OurTokens' },
                        { id: 'incomplete', code: 'account-incomplete', detail: '' }
                    ]
                }
            },
            calls: { properties: notices('line-busy', 'resume-failed', 'merge-failed') },
            kept: { properties: notices('slot-unknown', 'history-unavailable', 'journal-unavailable') },
            CRM: { properties: notices('caller-search-failed', 'screen-pop-failed', 'call-log-failed') },
            settings: { properties: notices('settings-invalid', 'preferences-unavailable', 'status-not-told') },
            'microphone changed': { properties: notices('microphone-unplugged', 'microphone-replaced', 'microphone-withdrawn') },
            'speaker changed': { properties: notices('speaker-unplugged', 'speaker-replaced', 'speaker-returned') },
            'ringer changed': { properties: notices('ringer-replaced', 'ringer-returned', 'audio-system-default') },
            tools: { properties: notices('microphone-returned', 'echo-unavailable', 'download-failed') },
            copying: { properties: notices('copied', 'copy-failed') }
        }),
        gallery<DenwaMicrophoneHelp>('denwaMicrophoneHelp', {
            'permission denied': { properties: audio({ microphone: { status: 'unusable', problem: 'permission-denied' } }) },
            'blocked by the page': { properties: audio({ microphone: { status: 'unusable', problem: 'blocked-by-page' } }) },
            'no device': { properties: audio({ microphone: { status: 'unusable', problem: 'no-device' } }) },
            'device busy': { properties: audio({ microphone: { status: 'unusable', problem: 'device-busy' } }) },
            'insecure context': { properties: audio({ microphone: { status: 'unusable', problem: 'insecure-context' } }) },
            'sound blocked': { properties: audio({ microphone: { status: 'ready' }, playable: false }) },
            'microphone lost in a call': { properties: { ...audio({ input: 'lost' }), call: seen(aTalk()) } },
            'microphone muted by the system': { properties: { ...audio({ input: 'muted-by-system' }), call: seen(aTalk()) } },
            'microphone silent': { properties: { ...audio({ input: 'silent' }), call: seen(aTalk()) } },
            'hears nothing': { properties: { ...audio({}), call: seen(aTalk({ quality: aQuality('not-hearing') })) } },
            'is not heard': { properties: { ...audio({}), call: seen(aTalk({ quality: aQuality('not-heard') })) } },
            'audio interrupted': { properties: { ...audio({}), call: seen(aTalk({ media: 'disconnected' })) } }
        }),
        gallery<DenwaParkedCalls>('denwaParkedCalls', {
            'slot known': {
                properties: { parkedCalls: aPhone({ parkedCalls: [aParkedCall({ record: customer })] }).parkedCalls, canDial: true }
            },
            'slot unknown': {
                properties: { parkedCalls: aPhone({ parkedCalls: [aParkedCall({ slot: null })] }).parkedCalls, canDial: true }
            },
            'line busy': {
                properties: { parkedCalls: aPhone({ parkedCalls: [aParkedCall()] }).parkedCalls, canDial: false, registered: true }
            },
            'several calls': {
                properties: {
                    parkedCalls: aPhone({
                        parkedCalls: [
                            aParkedCall({ remote: { number: '0312345678', displayName: longName } }),
                            aParkedCall({ id: 'call-10', slot: '702', remote: { number: null, displayName: null, absence: 'withheld' } })
                        ]
                    }).parkedCalls,
                    canDial: true
                }
            }
        }),
        gallery<DenwaKeys>('denwaKeys', { ready: { properties: {} }, disabled: { properties: { reason: '-' } } }),
        gallery<DenwaLate>('denwaLate', { 'not loaded': { properties: { failed: true } }, 'being loaded': { properties: {} } }),
        gallery<DenwaTimer>('denwaTimer', {
            minutes: { properties: { since: secondsAgo(192) } },
            hours: { properties: { since: secondsAgo(5025) } },
            ended: { properties: { since: secondsAgo(192), until: secondsAgo(100) } },
            'counting down': { properties: { downTo: secondsAgo(-45) } }
        })
    ];
}
