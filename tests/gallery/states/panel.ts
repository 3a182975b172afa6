import type DenwaSoftphone from 'c/denwaSoftphone';
import { initialAudio } from '../../../src/telephony/audio';
import { defaultPreferences } from '../../../src/telephony/preferences';
import type { SoftphoneState } from '../../../src/telephony/state';
import { secondsAgo } from '../moment';
import {
    aConsultation,
    aDialledCall,
    aHeldCall,
    aLog,
    anAnsweredCall,
    anEndedCall,
    anOfferedCall,
    aParkedCall,
    aPhone,
    aTalk,
    aTransfer,
    officeOf
} from './data';
import { aQuestion, numbersOf, previewOf } from './dialling';
import { gallery, type Gallery, type Language, type StateOf } from './gallery';
import { aStatus, statuses } from './header';
import { aQuality } from './quality';
import { aHistory } from './records';

/** The whole panel in the situations of an agent's day. */
export function panelGalleries(language: Language): readonly Gallery[] {
    const { agent, businessLabel, company, customer, notes, queue } = officeOf(language);
    const named = { agent: { status: 'signed-in', extension: '1001', displayName: agent } } as const;
    const shows = (state: Partial<SoftphoneState>): StateOf<DenwaSoftphone> => ({
        properties: { snapshot: aPhone({ ...named, ...state }) }
    });
    const center = (state: Partial<SoftphoneState>): StateOf<DenwaSoftphone> => ({
        properties: { snapshot: aPhone({ ...named, agentStatus: aStatus(), ...state }, { statuses, notifiedNumbers: numbersOf(language) }) }
    });
    const panel = (sheet: string, states: Readonly<Record<string, StateOf<DenwaSoftphone>>>): Gallery =>
        gallery<DenwaSoftphone>('denwaSoftphone', states, { extent: 'panel', sheet: `panel-${sheet}` });
    const talk = aTalk({ record: customer, recordSource: 'click', quality: aQuality() });
    const held = aHeldCall({ record: customer, recordSource: 'click' });
    const offered = anOfferedCall({
        record: customer,
        recordSource: 'search',
        details: { dialledNumber: '0120123456', businessLabel, queue }
    });
    const second = anOfferedCall({ id: 'call-3', remote: { number: '0312345678', displayName: null }, record: company });
    const missed = anOfferedCall({ phase: 'ended', endedAt: secondsAgo(0), ending: { by: 'remote', cause: 'cancelled' } });
    const callLogs = [aLog({ who: customer })];
    const notices = [
        { id: 'n1', code: 'number-not-dialable', detail: 'ABC' },
        { id: 'n2', code: 'hold-failed', detail: '' }
    ] as const;
    return [
        panel('rest', {
            ready: shows({ history: aHistory(language) }),
            'call center': center({ history: aHistory(language) }),
            'keypad hidden': shows({ preferences: { ...defaultPreferences, welcomed: true, keypadShown: false } }),
            'first run': shows({ preferences: defaultPreferences }),
            'a number typed': { ...shows({ dialPad: { preview: previewOf('0312345678'), question: null } }), text: '0312345678' },
            loading: { properties: {} },
            connecting: shows({ connection: { status: 'connecting', attempt: 0 }, registration: { status: 'unregistered' } }),
            'PBX unreachable': shows({
                connection: { status: 'recovering', problem: 'unreachable', attempt: 3, retryAt: secondsAgo(-12) },
                registration: { status: 'unregistered' }
            }),
            'signed out': shows({
                agent: { status: 'signed-out' },
                connection: { status: 'offline' },
                registration: { status: 'unregistered' }
            }),
            'wrong password': shows({ registration: { status: 'rejected', problem: 'wrong-credentials', statusCode: 401 } }),
            'microphone denied': {
                ...shows({ audio: { ...initialAudio, microphone: { status: 'unusable', problem: 'permission-denied' } } }),
                scrolls: true
            },
            'sound blocked': shows({ audio: { ...initialAudio, playable: false } }),
            notices: shows({ notices }),
            'parked call': shows({ parkedCalls: [aParkedCall({ record: customer })] }),
            'which number': shows({ dialPad: { preview: null, question: aQuestion('03-1234-5678〜9', 'ambiguous') } }),
            history: { ...shows({ history: aHistory(language) }), press: ['.history'], everySize: true },
            settings: { ...shows({}), press: ['.settings'], everySize: true },
            'history being loaded': { properties: { ...shows({}).properties, lateParts: undefined }, press: ['.history'] },
            'history not loaded': { properties: { ...shows({}).properties, lateParts: 'failed' }, press: ['.history'] }
        }),
        panel('calls', {
            talking: { ...shows({ calls: [talk], callLogs }), inSight: ['.hang-up'] },
            inbound: { ...shows({ calls: [offered], callLogs }), everySize: true, inSight: ['.answer'] },
            dialling: shows({ calls: [aDialledCall()] }),
            ringing: shows({ calls: [aDialledCall({ phase: 'ringing', record: customer })] }),
            'on hold': shows({ calls: [held], callLogs }),
            'call center': center({ calls: [talk], callLogs }),
            'call center, inbound': { ...center({ calls: [offered], callLogs }), inSight: ['.answer'] },
            'not heard': shows({ calls: [{ ...talk, quality: aQuality('not-heard') }], callLogs }),
            quality: { ...shows({ calls: [talk], callLogs }), press: ["[data-sheet-button='quality']"] },
            'sign-out asked': { ...shows({ calls: [talk], callLogs }), press: ['.sign-out'], scrolls: true },
            muted: shows({ calls: [aTalk({ muted: true })], callLogs }),
            'audio interrupted': shows({ calls: [aTalk({ media: 'disconnected' })], callLogs }),
            'connection lost in a call': shows({
                calls: [talk],
                callLogs,
                connection: { status: 'recovering', problem: 'closed', attempt: 1, retryAt: secondsAgo(-4) }
            }),
            keypad: { ...shows({ calls: [aTalk({ digits: '12#' })], callLogs }), press: ["[data-action='keypad']"] },
            transfer: { ...shows({ calls: [talk], callLogs }), press: ["[data-action='transfer']"] },
            notes: { ...shows({ calls: [talk], callLogs: [aLog({ who: customer, notes })] }), press: ["[data-action='notes']"] },
            'being transferred': shows({ calls: [aTalk({ transfer: aTransfer() })], callLogs }),
            'history in a call': { ...shows({ calls: [talk], callLogs, history: aHistory(language) }), press: ['.history'] },
            'another number in a call': { ...shows({ calls: [talk], callLogs }), press: ["[data-action='new-call']"] }
        }),
        panel('several-calls', {
            consultation: shows({ calls: [held, aConsultation()], callLogs }),
            'second caller': shows({ calls: [talk, second], callLogs }),
            'two calls': shows({ calls: [held, aTalk({ id: 'call-2' })], callLogs }),
            'three-way call': shows({
                calls: [{ ...talk, inConference: true }, aConsultation({ inConference: true })],
                callLogs
            }),
            'transfer failed': shows({
                calls: [
                    aHeldCall({ transfer: aTransfer({ status: 'failed', failure: { cause: 'busy', statusCode: 486, foreseen: true } }) })
                ],
                callLogs
            }),
            'transfer back': shows({
                calls: [anOfferedCall({ returned: { kind: 'transfer', target: '1002', cause: 'no-answer' } })]
            }),
            'four calls': {
                ...shows({
                    calls: [held, aHeldCall({ id: 'call-2' }), anAnsweredCall({ id: 'call-4' }), second],
                    callLogs,
                    parkedCalls: [aParkedCall()]
                }),
                scrolls: true
            },
            'everything at once': {
                ...shows({ calls: [held, aConsultation(), second], callLogs, notices, parkedCalls: [aParkedCall()] }),
                scrolls: true
            }
        }),
        panel('after', {
            ended: shows({ calls: [anEndedCall({ record: customer })] }),
            'call center, ended': center({ calls: [anEndedCall({ record: customer })] }),
            missed: shows({ calls: [missed], missedCalls: 1 }),
            'call center, missed': center({ calls: [missed], missedCalls: 1 }),
            'wrap-up': shows({
                calls: [anEndedCall({ record: customer })],
                callLogs: [aLog({ status: 'wrap-up', who: customer, notes, wrapUpEndsAt: secondsAgo(-25) })]
            }),
            'log not saved': shows({ callLogs: [aLog({ status: 'failed', who: customer, notes })] }),
            'missed calls': shows({ missedCalls: 3, history: aHistory(language) })
        })
    ];
}
