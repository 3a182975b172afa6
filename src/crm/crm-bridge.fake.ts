import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { Call, CallEvent, RemoteParty } from '../telephony/call';
import { inbound as anInboundCall } from '../telephony/call.fake';
import type { SoftphoneFact } from '../telephony/fact';
import type { RecordLink } from '../telephony/record';
import type { CrmReport } from '../telephony/state';
import { AgentView } from './agent-view';
import type { BridgedPhone } from './bridged-phone';
import type { CallerCandidate } from './caller-directory';
import { CrmAttempts } from './crm-attempts';
import { CrmBridge } from './crm-bridge';
import { CrmError, type CrmReason } from './crm-error';
import type { ClickToDial, CrmHost, CrmView } from './crm-host';
import { defaultCrmSettings, type ScreenPopSettings } from './crm-settings';
import { Identification } from './identification';
import { FakePhone } from './phone.fake';
import { ScreenPopper } from './screen-popper';

export const contact: RecordLink = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
export const candidate: CallerCandidate = {
    ...contact,
    phones: [{ field: 'Phone', value: '03-1234-5678' }],
    company: null,
    lastActivity: null,
    openCases: 0
};
export const otherContact: RecordLink = { id: '003000000000002AAA', objectType: 'Contact', name: '山田 太郎' };
export const otherCandidate: CallerCandidate = { ...candidate, ...otherContact };
export const customer: RemoteParty = { number: '+81312345678', displayName: null };
export const colleague: RemoteParty = { number: '1002', displayName: 'Bob' };

export const inbound: Call = {
    ...anInboundCall,
    id: 'call-1',
    remote: customer,
    dialog: { callId: 'abc@pbx', localTag: 'a', remoteTag: 'b' },
    startedAt: 1_000
};
export const outbound: Call = {
    ...inbound,
    id: 'call-2',
    direction: 'outbound',
    origin: 'agent',
    phase: 'dialing',
    remote: { number: '0312345678', displayName: null },
    dialString: '0312345678'
};
export const ended = (call: Call): Call => ({
    ...call,
    phase: 'ended',
    connectedAt: 2_000,
    endedAt: 12_000,
    ending: { by: 'remote', cause: 'hung-up' }
});

/** What the CRM is asked to show while nobody calls. */
export const IDLE = ['setPhoneLabel Denwa', 'setPhoneIcon call'];
/** What it is asked to show while a call rings. */
export const RINGING = ['showPanel', 'setPhoneLabel Call from +81312345678', 'setPhoneIcon incoming_call'];
/** Whoever calls is searched, here and in what the browser remembers. */
export const SEARCH = ['findByPhone 03-1234-5678', 'recall +81312345678'];
const CLAIM = ['claim +81312345678 pop', 'view'];

/** The CRM room around one phone: everything that CRM, directory and browser were asked and the phone was told, in order. */
export class World {
    readonly asked: string[] = [];
    /** What was told to the logger of calls. */
    readonly logged: string[] = [];
    readonly lines: LogLine[] = [];
    /** Parts that fail, by name, alone or with what they are asked. */
    readonly failing = new Map<string, CrmReason>();
    readonly clock = new SimulatedClock();
    found: readonly unknown[] = [candidate];
    foundBySalesforce: readonly RecordLink[] = [];
    readonly choices = new Map<string, string>();
    inFront: CrmView = { record: null, isForm: false };
    isFirstWindow = true;
    screenPop: ScreenPopSettings = defaultCrmSettings.screenPop;
    navigate: (view: CrmView) => void = () => undefined;
    click: (click: ClickToDial) => void = () => undefined;

    readonly #nextTurn: () => Promise<void>;
    readonly #heldBack = new Map<string, Promise<void>>();
    readonly #fakePhone = new FakePhone();
    readonly #phone: BridgedPhone = this.#makePhone();
    readonly #host: CrmHost = {
        enableClickToDial: () => this.#ask('enableClickToDial'),
        disableClickToDial: () => this.#ask('disableClickToDial'),
        onClickToDial: (listener) => {
            this.click = listener;
            return () => undefined;
        },
        showPanel: () => this.#ask('showPanel'),
        setPhoneLabel: (label) => this.#ask('setPhoneLabel', label),
        setPhoneIcon: (icon) => this.#ask('setPhoneIcon', icon),
        setPanelSize: ({ width, height }) => this.#ask('setPanelSize', `${width}x${height}`),
        openRecord: (id) => this.#ask('openRecord', id),
        openNewRecord: (type, values) => this.#ask('openNewRecord', type, JSON.stringify(values)),
        openSearch: (text) => this.#ask('openSearch', text),
        searchAndShow: async (text, callType, values) => {
            await this.#ask('searchAndShow', text, callType, JSON.stringify(values));
            return this.foundBySalesforce;
        },
        view: async () => {
            await this.#ask('view');
            return this.inFront;
        },
        onViewChange: (listener) => {
            this.navigate = listener;
            return () => undefined;
        },
        refresh: () => this.#ask('refresh'),
        publish: () => this.#ask('publish'),
        onMessage: () => () => undefined,
        callCenterSettings: () => Promise.resolve(new Map())
    };
    readonly identification: Identification;
    readonly bridge: CrmBridge;

    /** `nextTurn` lets run everything that waits for nothing but its turn. */
    constructor(nextTurn: () => Promise<void>) {
        this.#nextTurn = nextTurn;
        const phone = this.#phone;
        const host = this.#host;
        const { clock } = this;
        const logger = new Logger('crm', clock, (line) => this.lines.push(line));
        const view = new AgentView({ host, clock, logger });
        const attempts = new CrmAttempts(phone, logger);
        const shared = {
            phone,
            host,
            view,
            attempts,
            settings: () => ({ ...defaultCrmSettings, screenPop: this.screenPop }),
            dialPlan: () => defaultDialPlan,
            clock,
            logger
        };
        const guard = {
            claim: async (key: string) => {
                await this.#ask('claim', key);
                return this.isFirstWindow;
            }
        };
        this.identification = new Identification({
            ...shared,
            popper: new ScreenPopper({ ...shared, guard }),
            directory: {
                findByPhone: async (spellings) => {
                    await this.#ask('findByPhone', spellings[0] ?? '');
                    return this.found as readonly CallerCandidate[];
                }
            },
            choices: {
                recall: async (key) => {
                    await this.#ask('recall', key);
                    return this.choices.get(key) ?? null;
                },
                remember: async (key, recordId) => {
                    await this.#ask('remember', key, recordId);
                    this.choices.set(key, recordId);
                }
            }
        });
        this.bridge = new CrmBridge({
            ...shared,
            identification: this.identification,
            callLogger: {
                started: ({ id }) => void this.logged.push(`started ${id}`),
                ended: ({ id }) => void this.logged.push(`ended ${id}`),
                viewed: (record) => void this.logged.push(`viewed ${record?.id ?? 'nothing'}`),
                carryOut: ({ type, callId }) => void this.logged.push(`${type} ${callId}`)
            },
            labels: {
                idle: (missed) => (missed === 0 ? 'Denwa' : `Denwa (${missed})`),
                inbound: ({ remote }) => `Call from ${remote.number ?? 'nobody'}`
            }
        });
    }

    /** What was asked since the last look, once everything that could run has run. */
    async happened(): Promise<readonly string[]> {
        await this.#nextTurn();
        return this.asked.splice(0);
    }

    /** Only what the agent sees of it: pages that open, and what the panel offers. */
    async seen(): Promise<readonly string[]> {
        return (await this.happened()).filter((what) => /^(open|searchAndShow|pop)/.test(what));
    }

    /** What the part is asked next it answers only when the returned function is called. */
    holdBack(part: string): () => void {
        let release = (): void => undefined;
        this.#heldBack.set(part, new Promise((resolve) => (release = resolve)));
        return () => release();
    }

    tell(fact: SoftphoneFact): void {
        this.#fakePhone.tell(fact);
    }

    start(call: Call): void {
        this.#fakePhone.report({ type: 'call-started', call });
    }

    answer(call: Call): void {
        this.#apply({ type: 'call-connected', callId: call.id, at: 2_000, dialog: { callId: 'abc@pbx', localTag: 'a', remoteTag: 'b' } });
    }

    identify(call: Call, remote: RemoteParty): void {
        this.#apply({ type: 'call-identified', callId: call.id, remote });
    }

    /** The record of the call is decided by somebody else. */
    decide(call: Call, record: RecordLink): void {
        this.#apply({ type: 'call-record', callId: call.id, record, source: 'agent' });
    }

    end(call: Call): void {
        this.#apply({ type: 'call-ended', callId: call.id, at: 12_000, ending: { by: 'remote', cause: 'hung-up' }, dialog: null });
    }

    miss(): void {
        this.#fakePhone.report({ type: 'missed-call' });
    }

    seeMissed(): void {
        this.#fakePhone.report({ type: 'missed-seen' });
    }

    call(id = inbound.id): Call | undefined {
        return this.#fakePhone.snapshot.calls.find((call) => call.id === id);
    }

    #apply(event: CallEvent): void {
        this.#fakePhone.report(event);
    }

    #makePhone(): BridgedPhone {
        const fake = this.#fakePhone;
        return {
            get snapshot() {
                return fake.snapshot;
            },
            subscribe: (listener) => fake.subscribe(listener),
            subscribeFacts: (listener) => fake.subscribeFacts(listener),
            send: (command, origin) => void this.asked.push(`send ${JSON.stringify(command)} ${origin}`),
            report: (event) => {
                this.asked.push(described(event));
                fake.report(event);
            },
            raise: (code) => void this.asked.push(`raise ${code}`)
        };
    }

    async #ask(...words: readonly string[]): Promise<void> {
        const asked = words.join(' ').trim();
        const [part = ''] = words;
        this.asked.push(asked);
        const heldBack = this.#heldBack.get(part);
        this.#heldBack.delete(part);
        await heldBack;
        const reason = this.failing.get(part) ?? this.failing.get(asked);
        if (reason) throw new CrmError(reason, 'It did not work');
    }
}

/** A caller is shown: what the CRM and the phone see of it. */
export function shown(record: RecordLink, callId: string): readonly string[] {
    return [
        `matches ${callId} ${record.id}`,
        `record ${callId} ${record.id} search`,
        ...CLAIM,
        `pop ${callId} record shown`,
        `openRecord ${record.id}`
    ];
}

function described(event: CrmReport): string {
    switch (event.type) {
        case 'call-record':
            return `record ${event.callId} ${event.record?.id ?? 'none'} ${event.source}`;
        case 'call-matches':
            return `matches ${event.callId} ${event.matches.map(({ record }) => record.id).join(' ')}`.trim();
        case 'call-pop':
            return `pop ${event.callId} ${event.pop ? `${event.pop.kind} ${event.pop.status}` : 'none'}`;
        case 'crm-viewed':
            return `viewed ${event.record?.id ?? 'nothing'}`;
        case 'crm-click-to-dial':
            return `click-to-dial ${event.status}`;
        default:
            return event.type;
    }
}
