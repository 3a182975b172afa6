import type DenwaActiveCall from 'c/denwaActiveCall';
import type DenwaCallEnding from 'c/denwaCallEnding';
import type DenwaCallList from 'c/denwaCallList';
import type DenwaInboundCall from 'c/denwaInboundCall';
import type DenwaKeypad from 'c/denwaKeypad';
import type DenwaTransfer from 'c/denwaTransfer';
import type { Call } from '../../../src/telephony/call';
import type { EndingCause } from '../../../src/telephony/call-ending';
import {
    aConsultation,
    aDialledCall,
    aHeldCall,
    aLog,
    aMatch,
    anAnsweredCall,
    anEndedCall,
    anOfferedCall,
    aPhone,
    aTalk,
    aTransfer,
    officeOf,
    seen,
    seenAll
} from './data';
import { gallery, type Gallery, type Language, type StateOf } from './gallery';
import { aQuality } from './quality';

/** Calls in their phases, and what is done with them. */
export function callGalleries(language: Language): readonly Gallery[] {
    const office = officeOf(language);
    const { businessLabel, customer, longName, otherCustomer, queue } = office;
    const details = { dialledNumber: '0120123456', businessLabel, queue };
    const matches = [aMatch(customer), aMatch(otherCustomer)];
    const active = (call: Call, ...others: readonly Call[]): StateOf<DenwaActiveCall> => {
        const { can, crm, preferences } = aPhone({ calls: [call, ...others] });
        const consulting = [call, ...others].some(({ consultationOf }) => consultationOf !== null);
        return {
            properties: { call: seen(call, ...others), canDial: can.dial, crm, log: aLog(), consulting, shortcuts: preferences.shortcuts }
        };
    };
    const ending = (cause: EndingCause, by: 'local' | 'remote' | 'system' = 'remote', overrides: Partial<Call> = {}) => ({
        properties: { call: seen(anEndedCall({ connectedAt: null, ...overrides, ending: { by, cause } })), canDial: true }
    });
    const held = aHeldCall({ record: customer, recordSource: 'search' });
    return [
        gallery<DenwaActiveCall>(
            'denwaActiveCall',
            {
                talking: active(aTalk({ record: customer, recordSource: 'click', quality: aQuality() })),
                dialling: active(aDialledCall()),
                ringing: active(aDialledCall({ phase: 'ringing' })),
                answering: active(anOfferedCall({ phase: 'answering', phaseOrigin: 'agent' })),
                'talking to a caller': active(anAnsweredCall({ details, record: customer, recordSource: 'search', matches })),
                muted: active(aTalk({ muted: true })),
                'putting on hold': active(aTalk({ localHold: 'holding' })),
                'on hold': active(held),
                'put on hold by the other side': active(aTalk({ remoteHold: true })),
                'bad quality': active(aTalk({ quality: aQuality('packet-loss', 'low-mos') })),
                'an extension to send': active(aTalk({ extension: '205' })),
                'a consultation': active(aConsultation(), held),
                'two calls': active(aTalk({ id: 'call-2' }), held),
                'being transferred': active(aTalk({ transfer: aTransfer() })),
                'transfer failed': active(
                    aTalk({ transfer: aTransfer({ status: 'failed', failure: { cause: 'busy', statusCode: 486, foreseen: true } }) })
                ),
                'being parked': active(aTalk({ transfer: aTransfer({ kind: 'park', target: '778' }) })),
                'hanging up': active(aTalk({ phase: 'ending' })),
                'long name': active(aTalk({ record: { ...customer, name: longName }, recordSource: 'search' })),
                keypad: { ...active(aTalk({ digits: '1234#' })), press: ["[data-action='keypad']"] },
                transfer: { ...active(aTalk()), press: ["[data-action='transfer']"] },
                notes: { ...active(aTalk({ record: customer, recordSource: 'click' })), press: ["[data-action='notes']"] },
                quality: { ...active(aTalk({ quality: aQuality('jitter') })), press: ["[data-sheet-button='quality']"] },
                records: {
                    ...active(anAnsweredCall({ record: customer, recordSource: 'search', matches })),
                    press: ['c-denwa-call-record .matches']
                }
            },
            { extent: 'screen' }
        ),
        gallery<DenwaInboundCall>(
            'denwaInboundCall',
            {
                'known caller': { properties: { call: seen(anOfferedCall({ details, record: customer, recordSource: 'search' })) } },
                'only a number': { properties: { call: seen(anOfferedCall()), shortcut: 'Ctrl+Alt+A' } },
                'number withheld': {
                    properties: { call: seen(anOfferedCall({ remote: { number: null, displayName: null, absence: 'withheld' } })) }
                },
                'number unavailable': {
                    properties: { call: seen(anOfferedCall({ remote: { number: null, displayName: null, absence: 'unavailable' } })) }
                },
                'long name': { properties: { call: seen(anOfferedCall({ details, record: { ...customer, name: longName } })) } },
                'several matches': {
                    properties: { call: seen(anOfferedCall({ matches, pop: { kind: 'choice', status: 'offered' } })) }
                },
                'record being chosen': {
                    properties: { call: seen(anOfferedCall({ matches, pop: { kind: 'choice', status: 'offered' } })) },
                    press: ['.matches']
                },
                'records not loaded': {
                    properties: { call: seen(anOfferedCall({ matches, pop: { kind: 'choice', status: 'offered' } })), lateParts: 'failed' },
                    press: ['.matches']
                },
                'record offered': {
                    properties: {
                        call: seen(anOfferedCall({ record: customer, recordSource: 'search', pop: { kind: 'record', status: 'offered' } }))
                    }
                },
                'parked call back': { properties: { call: seen(anOfferedCall({ returned: { kind: 'park', slot: '701' } })) } },
                'transfer back': {
                    properties: { call: seen(anOfferedCall({ returned: { kind: 'transfer', target: '1002', cause: 'no-answer' } })) }
                },
                'while another call is dialled': { properties: { call: seen(anOfferedCall({ id: 'call-2' }), aDialledCall()) } }
            },
            { extent: 'screen' }
        ),
        gallery<DenwaCallEnding>('denwaCallEnding', {
            'hung up by the other side': ending('hung-up', 'remote', { connectedAt: anEndedCall().connectedAt, record: customer }),
            'hung up here': ending('hung-up', 'local', { connectedAt: anEndedCall().connectedAt }),
            missed: ending('cancelled', 'remote', { direction: 'inbound' }),
            'given up here': ending('cancelled', 'local'),
            declined: ending('declined'),
            busy: ending('busy'),
            'no answer': ending('no-answer'),
            'not found': ending('not-found'),
            unavailable: ending('unavailable'),
            forbidden: ending('forbidden'),
            'answered elsewhere': ending('answered-elsewhere', 'remote', { direction: 'inbound' }),
            'no microphone': ending('microphone-unavailable', 'system'),
            'connection lost': ending('connection-lost', 'system'),
            'no way for audio': ending('media-failed', 'system'),
            transferred: ending('transferred', 'local', { connectedAt: anEndedCall().connectedAt }),
            parked: ending('parked', 'local', { connectedAt: anEndedCall().connectedAt }),
            'nothing to pick up': ending('nothing-to-pick-up', 'remote', { dialString: '*8' }),
            'hold failed': ending('hold-failed', 'system'),
            refused: {
                properties: {
                    call: seen(anEndedCall({ connectedAt: null, ending: { by: 'remote', cause: 'refused', statusCode: 500 } })),
                    canDial: false
                }
            },
            compact: { properties: { call: seen(anEndedCall({ record: { ...customer, name: longName } })), compact: true } }
        }),
        gallery<DenwaCallList>('denwaCallList', {
            held: { properties: { calls: seenAll(held) } },
            'second caller': {
                properties: {
                    calls: seenAll(held, anOfferedCall({ id: 'call-2', details, remote: { number: '0312345678', displayName: longName } }))
                }
            },
            'the hidden call': { properties: { calls: seenAll(aTalk()), hiddenCallId: 'call-1' } },
            'in the three-way call': {
                properties: { calls: seenAll(aTalk({ inConference: true }), aTalk({ id: 'call-2', inConference: true })), joined: true }
            },
            'call that came back': {
                properties: { calls: seenAll(anOfferedCall({ returned: { kind: 'transfer', target: '1002', cause: 'busy' } })) }
            },
            resuming: { properties: { calls: seenAll(aHeldCall({ localHold: 'resuming' })) } }
        }),
        gallery<DenwaKeypad>('denwaKeypad', {
            empty: { properties: { call: seen(aTalk()) } },
            'digits sent': { properties: { call: seen(aTalk({ digits: '12345678901234567890' })) } },
            'on hold': { properties: { call: seen(aHeldCall()) } }
        }),
        gallery<DenwaTransfer>('denwaTransfer', {
            empty: { properties: { call: seen(aTalk()) } },
            'a target typed': { properties: { call: seen(aTalk()) }, text: '1002' },
            'after a failure': {
                properties: {
                    call: seen(aTalk({ transfer: aTransfer({ status: 'failed', failure: { cause: 'no-answer', foreseen: false } }) }))
                }
            },
            'not now': { properties: { call: seen(aTalk({ transfer: aTransfer() })) } }
        })
    ];
}
