import { formatNumber } from '../../../src/phone-number/format-number';
import type { Call } from '../../../src/telephony/call';
import type { CallLog } from '../../../src/telephony/call-log';
import { defaultCallSettings, type CallSettings } from '../../../src/telephony/call-settings';
import type { HistoryEntry } from '../../../src/telephony/history';
import { newCall } from '../../../src/telephony/new-call';
import type { ParkedCall } from '../../../src/telephony/parked-call';
import { defaultPreferences } from '../../../src/telephony/preferences';
import type { RecordLink, RecordMatch } from '../../../src/telephony/record';
import { takeSnapshot, type CallSnapshot, type SoftphoneSnapshot } from '../../../src/telephony/snapshot';
import { initialState, type SoftphoneState } from '../../../src/telephony/state';
import type { Transfer } from '../../../src/telephony/transfer';
import { secondsAgo } from '../moment';
import type { Language } from './gallery';

/** People, firms and their words: what an org of the agent's language would hold. */
export interface Office {
    readonly agent: string;
    readonly colleague: string;
    readonly customer: RecordLink;
    readonly otherCustomer: RecordLink;
    readonly company: RecordLink;
    readonly longName: string;
    readonly businessLabel: string;
    readonly queue: string;
    readonly notes: string;
    readonly dispositions: readonly string[];
    readonly headset: string;
}

const offices: Readonly<Record<Language, Office>> = {
    ja: {
        agent: '佐藤 花子',
        colleague: '鈴木 一郎',
        customer: { id: '003000000000001AAA', objectType: 'Contact', name: '田中 太郎' },
        otherCustomer: { id: '003000000000002AAA', objectType: 'Contact', name: '伊藤 さくら' },
        company: { id: '001000000000001AAA', objectType: 'Account', name: '株式会社あおば商事' },
        longName: '株式会社グローバルコミュニケーションソリューションズ 営業企画本部',
        businessLabel: 'サポート窓口',
        queue: 'テクニカルサポート',
        notes: '見積もりを明日メールで送る。',
        dispositions: ['完了', '折り返し', '担当不在'],
        headset: 'ヘッドセット (USB Audio)'
    },
    en: {
        agent: 'Hanako Sato',
        colleague: 'Ichiro Suzuki',
        customer: { id: '003000000000001AAA', objectType: 'Contact', name: 'Taro Tanaka' },
        otherCustomer: { id: '003000000000002AAA', objectType: 'Contact', name: 'Sakura Ito' },
        company: { id: '001000000000001AAA', objectType: 'Account', name: 'Aoba Trading Inc.' },
        longName: 'Global Communication Solutions Incorporated, Sales Planning Division',
        businessLabel: 'Support desk',
        queue: 'Technical support',
        notes: 'Will mail the quote tomorrow.',
        dispositions: ['Done', 'Call back', 'Not available'],
        headset: 'Headset (USB Audio)'
    }
};

export function officeOf(language: Language): Office {
    return offices[language];
}

const MOBILE = '09012345678';

/** A call that this phone just dialled. */
export function aDialledCall(overrides: Partial<Call> = {}): Call {
    const given = { id: 'call-1', direction: 'outbound', origin: 'agent', dialString: MOBILE, startedAt: secondsAgo(4) } as const;
    return { ...newCall({ ...given, remote: { number: MOBILE, displayName: null } }), ...overrides };
}

/** A call that rings here. */
export function anOfferedCall(overrides: Partial<Call> = {}): Call {
    const given = { id: 'call-1', direction: 'inbound', origin: 'remote', startedAt: secondsAgo(7) } as const;
    return { ...newCall({ ...given, remote: { number: MOBILE, displayName: null } }), ...overrides };
}

const up = {
    phase: 'connected',
    phaseOrigin: 'remote',
    media: 'connected',
    startedAt: secondsAgo(200),
    connectedAt: secondsAgo(192)
} as const;

/** A call that both sides talk on, for three minutes and twelve seconds. */
export function aTalk(overrides: Partial<Call> = {}): Call {
    return aDialledCall({ ...up, ...overrides });
}

export function anAnsweredCall(overrides: Partial<Call> = {}): Call {
    return anOfferedCall({ ...up, phaseOrigin: 'agent', ...overrides });
}

/** On hold for forty seconds. */
export function aHeldCall(overrides: Partial<Call> = {}): Call {
    return aTalk({ localHold: 'held', heldAt: secondsAgo(40), ...overrides });
}

export function anEndedCall(overrides: Partial<Call> = {}): Call {
    return aTalk({ phase: 'ended', endedAt: secondsAgo(0), ending: { by: 'remote', cause: 'hung-up' }, ...overrides });
}

/** The call of a colleague who is asked about another call. */
export function aConsultation(overrides: Partial<Call> = {}): Call {
    const colleague = {
        id: 'call-2',
        dialString: '1002',
        remote: { number: '1002', displayName: null },
        consultationOf: 'call-1'
    } as const;
    return aTalk({ ...colleague, startedAt: secondsAgo(20), connectedAt: secondsAgo(15), ...overrides });
}

export function aTransfer(overrides: Partial<Transfer> = {}): Transfer {
    return { kind: 'blind', target: '1002', status: 'requested', failure: null, slot: null, ...overrides };
}

export function aParkedCall(overrides: Partial<ParkedCall> = {}): ParkedCall {
    const remote = { number: MOBILE, displayName: null };
    return { id: 'call-9', slot: '701', remote, record: null, parkedAt: secondsAgo(60), recallAt: secondsAgo(-240), ...overrides };
}

export function aHistoryEntry(overrides: Partial<HistoryEntry> = {}): HistoryEntry {
    return {
        id: 'call-8',
        direction: 'inbound',
        result: 'answered',
        number: MOBILE,
        numberText: formatNumber(overrides.number ?? MOBILE),
        displayName: null,
        record: null,
        businessLabel: null,
        startedAt: secondsAgo(600),
        talkSeconds: 65,
        quality: null,
        ...overrides
    };
}

export function aLog(overrides: Partial<CallLog> = {}): CallLog {
    return {
        callId: 'call-1',
        status: 'open',
        direction: 'outbound',
        numberText: formatNumber(MOBILE),
        displayName: null,
        notes: '',
        disposition: null,
        who: null,
        what: null,
        isRelatedByAgent: false,
        wrapUpEndsAt: null,
        ...overrides
    };
}

export function aMatch(record: RecordLink, overrides: Partial<RecordMatch> = {}): RecordMatch {
    const evidence = { certainty: 'same', field: 'MobilePhone', phone: formatNumber(MOBILE) } as const;
    return { record, ...evidence, company: null, lastActivity: null, openCases: 0, ...overrides };
}

/** A registered phone that has heard the microphone and plays sound, in this state and under these settings. */
export function aPhone(state: Partial<SoftphoneState> = {}, settings: Partial<CallSettings> = {}): SoftphoneSnapshot {
    const registered: SoftphoneState = {
        ...initialState,
        agent: { status: 'signed-in', extension: '1001', displayName: null },
        connection: { status: 'connected' },
        registration: { status: 'registered' },
        audio: { ...initialState.audio, microphone: { status: 'ready' } },
        preferences: { ...defaultPreferences, welcomed: true },
        crm: { ...initialState.crm, clickToDial: 'on' },
        ...state
    };
    return takeSnapshot(registered, { ...defaultCallSettings, ...settings }, about, formatNumber);
}

const about = {
    version: '1.0.0',
    url: 'https://example--denwa.vf.force.com/apex/Denwa',
    userName: 'agent@example.com',
    server: 'wss://pbx.example.com:8089/ws',
    browser: 'Chrome 140',
    settingProblems: []
};

/** The first of these calls as the panel sees it, with all that may be done with it beside the others. */
export function seen(call: Call, ...others: readonly Call[]): CallSnapshot {
    const [first] = seenAll(call, ...others);
    if (!first) throw new Error('The snapshot has lost its call');
    return first;
}

export function seenAll(...calls: readonly Call[]): readonly CallSnapshot[] {
    return aPhone({ calls }).calls;
}
