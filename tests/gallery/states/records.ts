import type DenwaCallLog from 'c/denwaCallLog';
import type DenwaHistory from 'c/denwaHistory';
import type { CrmState } from '../../../src/telephony/crm';
import type { HistoryEntry } from '../../../src/telephony/history';
import { secondsAgo } from '../moment';
import { aHistoryEntry, aLog, officeOf } from './data';
import { gallery, type Gallery, type Language } from './gallery';

/** What is kept of calls. */
export function recordGalleries(language: Language): readonly Gallery[] {
    const { company, customer, dispositions, longName, notes } = officeOf(language);
    const crm: CrmState = {
        viewed: null,
        dispositions: dispositions.map((label, index) => ({ value: String(index), label })),
        clickToDial: 'on'
    };
    const none = { ...crm, dispositions: [] };
    const related = aLog({ status: 'wrap-up', notes, disposition: '1', who: customer, what: company, wrapUpEndsAt: secondsAgo(-25) });
    return [
        gallery<DenwaCallLog>(
            'denwaCallLog',
            {
                'wrap-up': { properties: { log: related, crm } },
                'during the call': { properties: { log: aLog({ who: customer }), crm } },
                'without dispositions': { properties: { log: aLog(), crm: none } },
                'record in front of the agent': { properties: { log: aLog({ who: customer }), crm: { ...crm, viewed: company } } },
                'long names': {
                    properties: {
                        log: { ...related, who: { ...customer, name: longName }, what: { ...company, name: longName } },
                        crm: { ...crm, viewed: { id: '500000000000001AAA', objectType: 'Case', name: longName } }
                    }
                },
                saving: { properties: { log: { ...related, status: 'saving', wrapUpEndsAt: null }, crm } },
                saved: { properties: { log: { ...related, status: 'saved', wrapUpEndsAt: null }, crm } },
                failed: { properties: { log: { ...related, status: 'failed', wrapUpEndsAt: null }, crm } }
            },
            { extent: 'screen' }
        ),
        gallery<DenwaHistory>(
            'denwaHistory',
            {
                'first page': { properties: { entries: aHistory(language) } },
                'last page': { properties: { entries: aHistory(language) }, press: ['.next'] },
                found: { properties: { entries: aHistory(language) }, text: '0312' },
                'nothing found': { properties: { entries: aHistory(language) }, text: 'xyz' },
                empty: { properties: { entries: [] } },
                'clear it all': { properties: { entries: aHistory(language).slice(0, 3) }, press: ['.clear'] }
            },
            { extent: 'screen' }
        )
    ];
}

/** One entry of each kind, and enough for a second page. */
export function aHistory(language: Language): readonly HistoryEntry[] {
    const { businessLabel, company, customer, longName } = officeOf(language);
    const good = { mos: 4.3, packetLoss: 0.1, jitter: 4, roundTrip: 38 };
    const entries: readonly Partial<HistoryEntry>[] = [
        { result: 'missed', talkSeconds: null, record: customer },
        { result: 'answered', record: company, businessLabel, quality: good },
        { result: 'dialled', direction: 'outbound', number: '0312345678', quality: good },
        { result: 'dialled', direction: 'outbound', number: '1002', talkSeconds: null },
        { result: 'missed', number: null, numberText: null, talkSeconds: null },
        { result: 'declined', talkSeconds: null, displayName: longName },
        { result: 'answered-elsewhere', talkSeconds: null },
        { result: 'transferred', quality: { mos: 2.4, packetLoss: 6.2, jitter: 48, roundTrip: 520 } },
        { result: 'answered', record: { ...company, name: longName }, talkSeconds: 4210 },
        { result: 'answered', number: '+14155550132' },
        { result: 'missed', number: '0120123456', talkSeconds: null }
    ];
    return entries.map((entry, index) => aHistoryEntry({ id: `call-${50 - index}`, startedAt: secondsAgo(600 + index * 4000), ...entry }));
}
