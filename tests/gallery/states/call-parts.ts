import type DenwaCallDetails from 'c/denwaCallDetails';
import type DenwaCallRecord from 'c/denwaCallRecord';
import type DenwaParty from 'c/denwaParty';
import type DenwaRecordPicker from 'c/denwaRecordPicker';
import type DenwaTransferState from 'c/denwaTransferState';
import type { ScreenPop } from '../../../src/telephony/record';
import type { Transfer, TransferFailureCause } from '../../../src/telephony/transfer';
import { aConsultation, aHeldCall, aMatch, anOfferedCall, aTalk, aTransfer, officeOf, seen } from './data';
import { gallery, type Gallery, type Language, type StateOf } from './gallery';

/** The parts that a call is shown with. */
export function callPartGalleries(language: Language): readonly Gallery[] {
    const { businessLabel, company, customer, longName, otherCustomer, queue } = officeOf(language);
    const matches = [aMatch(customer), aMatch(otherCustomer)];
    const pop = (kind: ScreenPop['kind']): { readonly pop: ScreenPop } => ({ pop: { kind, status: 'offered' } });
    const transferring = (overrides: Partial<Transfer>): StateOf<DenwaTransferState> => ({
        properties: { call: seen(aTalk({ transfer: aTransfer(overrides) })) }
    });
    const failed = (cause: TransferFailureCause, foreseen = false): StateOf<DenwaTransferState> =>
        transferring({ status: 'failed', failure: { cause, foreseen, ...(cause === 'refused' && { statusCode: 500 }) } });
    return [
        gallery<DenwaParty>('denwaParty', {
            record: { properties: { call: seen(aTalk({ record: customer })) } },
            number: { properties: { call: seen(aTalk()) } },
            'name from the network': {
                properties: { call: seen(anOfferedCall({ remote: { number: '0312345678', displayName: 'AOBA' } })) }
            },
            withheld: { properties: { call: seen(anOfferedCall({ remote: { number: null, displayName: null, absence: 'withheld' } })) } },
            consultation: { properties: { call: seen(aConsultation(), aHeldCall()) } },
            'long name': { properties: { call: seen(aTalk({ record: { ...company, name: longName } })) } }
        }),
        gallery<DenwaCallDetails>('denwaCallDetails', {
            all: { properties: { call: seen(anOfferedCall({ details: { dialledNumber: '0120123456', businessLabel, queue } })) } },
            'dialled number': {
                properties: { call: seen(anOfferedCall({ details: { dialledNumber: '0120123456', businessLabel: null, queue: null } })) }
            },
            'long label': {
                properties: { call: seen(anOfferedCall({ details: { dialledNumber: null, businessLabel: longName, queue: longName } })) }
            }
        }),
        gallery<DenwaCallRecord>('denwaCallRecord', {
            record: { properties: { call: seen(aTalk({ record: customer })) } },
            'long name': { properties: { call: seen(aTalk({ record: { ...company, name: longName } })) } },
            'record offered': { properties: { call: seen(aTalk({ record: customer, ...pop('record') })) } },
            'new record offered': { properties: { call: seen(aTalk(pop('new-record'))) } },
            'search offered': { properties: { call: seen(aTalk(pop('search'))) } },
            'several matches': { properties: { call: seen(aTalk({ record: customer, matches })) } },
            'which of them': { properties: { call: seen(aTalk({ matches, ...pop('choice') })) } }
        }),
        gallery<DenwaRecordPicker>('denwaRecordPicker', {
            'two matches': {
                properties: {
                    call: seen(
                        aTalk({
                            record: customer,
                            matches: [
                                aMatch(customer, { company: company.name, lastActivity: '2026-03-28', openCases: 2 }),
                                aMatch(otherCustomer, { certainty: 'maybe', field: 'Phone', phone: '12345678' })
                            ]
                        })
                    )
                }
            },
            'long names': {
                properties: {
                    call: seen(aTalk({ matches: [aMatch({ ...company, name: longName }, { field: 'Phone', company: longName })] }))
                }
            },
            remembered: { properties: { call: seen(aTalk({ matches })) }, press: ["input[type='checkbox']"] }
        }),
        gallery<DenwaTransferState>('denwaTransferState', {
            'target busy': failed('busy', true),
            'no answer': failed('no-answer'),
            'not found': failed('not-found'),
            unavailable: failed('unavailable', true),
            declined: failed('declined'),
            forbidden: failed('forbidden'),
            refused: failed('refused'),
            'connection lost': failed('connection-lost'),
            'no reply': failed('no-reply'),
            'parking failed': transferring({ kind: 'park', status: 'failed', failure: { cause: 'no-reply', foreseen: false } }),
            'target being asked': transferring({ status: 'checking' }),
            requested: transferring({ status: 'requested' }),
            accepted: transferring({ status: 'accepted' }),
            'target rings': transferring({ status: 'progressing' }),
            attended: transferring({ kind: 'attended', status: 'accepted' })
        })
    ];
}
