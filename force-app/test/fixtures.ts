import { createElement } from 'lwc';
import type { DialOption } from '../../src/phone-number/dial-plan';
import { initialAudio, type AudioState } from '../../src/telephony/audio';
import type { CallLog } from '../../src/telephony/call-log';
import type { DialQuestion } from '../../src/telephony/dial-question';
import type { HistoryEntry } from '../../src/telephony/history';
import { newCall } from '../../src/telephony/new-call';
import { defaultPreferences } from '../../src/telephony/preferences';
import type { RecordMatch } from '../../src/telephony/record';
import type { CallAbilities } from '../../src/telephony/selectors';
import type { CallSnapshot, ParkedCallSnapshot, SoftphoneSnapshot } from '../../src/telephony/snapshot';
import type { Transfer } from '../../src/telephony/transfer';

/** What may be done with a call; nothing else may. */
export function abilities(...names: readonly (keyof CallAbilities)[]): CallAbilities {
    return {
        answer: names.includes('answer'),
        decline: names.includes('decline'),
        hangUp: names.includes('hangUp'),
        hold: names.includes('hold'),
        resume: names.includes('resume'),
        mute: names.includes('mute'),
        sendDigits: names.includes('sendDigits'),
        transfer: names.includes('transfer'),
        consult: names.includes('consult'),
        completeTransfer: names.includes('completeTransfer'),
        swap: names.includes('swap'),
        merge: names.includes('merge'),
        park: names.includes('park')
    };
}

/** An outbound call to a number without a record, as it is right after dialling. */
export function aCall(overrides: Partial<CallSnapshot> = {}): CallSnapshot {
    const number = '09012345678';
    return {
        ...newCall({
            id: 'call-1',
            direction: 'outbound',
            origin: 'agent',
            remote: { number, displayName: null },
            dialString: number,
            startedAt: 0
        }),
        numberText: '090-1234-5678',
        dialledNumberText: null,
        partnerId: null,
        can: abilities('hangUp', 'mute'),
        ...overrides
    };
}

/** A call that both sides talk on. */
export function aConnectedCall(overrides: Partial<CallSnapshot> = {}): CallSnapshot {
    const can = abilities('hangUp', 'hold', 'mute', 'sendDigits', 'transfer', 'consult', 'park');
    return aCall({ phase: 'connected', phaseOrigin: 'remote', media: 'connected', connectedAt: 1000, can, ...overrides });
}

/** A call on hold while the agent turns to somebody else. */
export function aHeldCall(overrides: Partial<CallSnapshot> = {}): CallSnapshot {
    const can = abilities('hangUp', 'resume', 'mute', 'transfer', 'consult', 'park');
    return aConnectedCall({ localHold: 'held', heldAt: 2000, can, ...overrides });
}

export function anInboundCall(overrides: Partial<CallSnapshot> = {}): CallSnapshot {
    const can = abilities('answer', 'decline');
    return aCall({ direction: 'inbound', origin: 'remote', phase: 'ringing', phaseOrigin: 'remote', dialString: null, can, ...overrides });
}

export function anEndedCall(overrides: Partial<CallSnapshot> = {}): CallSnapshot {
    return aCall({ phase: 'ended', endedAt: 60_000, ending: { by: 'remote', cause: 'hung-up' }, can: abilities(), ...overrides });
}

export function aTransfer(overrides: Partial<Transfer> = {}): Transfer {
    return { kind: 'blind', target: '1005', status: 'requested', failure: null, slot: null, ...overrides };
}

export function aParkedCall(overrides: Partial<ParkedCallSnapshot> = {}): ParkedCallSnapshot {
    return {
        id: 'parked-1',
        slot: '701',
        remote: { number: '09012345678', displayName: null },
        numberText: '090-1234-5678',
        record: null,
        parkedAt: 0,
        recallAt: 300_000,
        ...overrides
    };
}

export function aHistoryEntry(overrides: Partial<HistoryEntry> = {}): HistoryEntry {
    return {
        id: 'call-1',
        direction: 'inbound',
        result: 'answered',
        number: '09012345678',
        numberText: '090-1234-5678',
        displayName: null,
        record: null,
        businessLabel: null,
        startedAt: 0,
        talkSeconds: 65,
        quality: null,
        ...overrides
    };
}

export function anOption(overrides: Partial<DialOption> = {}): DialOption {
    return { dialString: '0312345678', number: '0312345678', shown: '03-1234-5678', kind: 'fixed', warnings: [], ...overrides };
}

/** Which of two numbers is to be dialled. */
export function aQuestion(overrides: Partial<DialQuestion> = {}): DialQuestion {
    const other = anOption({ dialString: '0312345679', number: '0312345679', shown: '03-1234-5679' });
    return {
        id: 'question-1',
        number: '03-1234-5678〜9',
        reason: 'ambiguous',
        options: [anOption(), other],
        extension: null,
        record: null,
        consultationOf: null,
        ...overrides
    };
}

export function aMatch(overrides: Partial<RecordMatch> = {}): RecordMatch {
    return {
        record: { id: '003', objectType: 'Contact', name: 'Bob' },
        certainty: 'same',
        field: 'MobilePhone',
        phone: '090-1234-5678',
        company: null,
        lastActivity: null,
        openCases: 0,
        ...overrides
    };
}

/** The log of a running call. */
export function aLog(overrides: Partial<CallLog> = {}): CallLog {
    return {
        callId: 'call-1',
        status: 'open',
        direction: 'inbound',
        numberText: '090-1234-5678',
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

/** The log of a call that is over and waits for the agent. */
export function aWaitingLog(overrides: Partial<CallLog> = {}): CallLog {
    return aLog({ status: 'wrap-up', wrapUpEndsAt: 30_000, ...overrides });
}

/** With permission, nothing to choose from, and no call. */
export function aReadyAudio(overrides: Partial<AudioState> = {}): AudioState {
    return { ...initialAudio, microphone: { status: 'ready' }, ...overrides };
}

/** A registered phone without a call. */
export function aSnapshot(overrides: Partial<SoftphoneSnapshot> = {}): SoftphoneSnapshot {
    return {
        agent: { status: 'signed-in', extension: '1001', displayName: 'Alice' },
        connection: { status: 'connected' },
        registration: { status: 'registered' },
        agentStatus: null,
        preferences: { ...defaultPreferences, welcomed: true },
        audio: aReadyAudio(),
        calls: [],
        parkedCalls: [],
        history: [],
        missedCalls: 0,
        notices: [],
        dialPad: { preview: null, question: null },
        crm: { viewed: null, dispositions: [], clickToDial: 'on' },
        callLogs: [],
        options: { statuses: [], notifiedNumbers: [], echoCall: false, autoAnswer: true },
        about: {
            version: '1.2.3',
            url: 'https://vf.example.com/apex/Denwa',
            userName: 'Alice',
            server: 'wss://pbx.example.com',
            browser: 'Chromium',
            settingProblems: []
        },
        can: { dial: true },
        ...overrides
    };
}

type ComponentClass = Parameters<typeof createElement>[1]['is'];

/** Puts a component on the page. The element has the public properties of the component; those given may be changed later. */
export function mount<Properties extends object>(tag: string, component: ComponentClass, properties: Properties): HTMLElement & Properties {
    const element = Object.assign(createElement(tag, { is: component }), properties);
    document.body.append(element);
    return element;
}

/** One element inside a component. */
export function find<Found extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Found {
    const found = element.querySelector<Found>(selector);
    if (!found) throw new Error(`${element.tagName} holds no ${selector}`);
    return found;
}

export function holds(element: HTMLElement, selector: string): boolean {
    return Boolean(element.querySelector(selector));
}

/** Whether the keyboard is in the element or in something inside it. */
export function hasFocus(element: HTMLElement): boolean {
    return element.contains(document.activeElement);
}

/** What a button says that does nothing now; undefined: it does something. */
export function whyDisabled(button: HTMLElement): string | undefined {
    return button.getAttribute('aria-disabled') === 'true' ? button.title : undefined;
}

/** The text of an element inside a component. */
export function textOf(element: HTMLElement, selector: string): string {
    return (find(element, selector).textContent ?? '').trim();
}

/** Records every event of that name. */
export function listen(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

/** Puts text into the component's input as typing does. */
export function enterText(element: HTMLElement, text: string): void {
    const input = find<HTMLInputElement>(element, 'input');
    input.value = text;
    input.dispatchEvent(new CustomEvent('input'));
}

export function pressKey(target: HTMLElement, key: string, options: KeyboardEventInit = {}): void {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }));
}

/** After LWC has rendered what changed. */
export async function rendered(): Promise<void> {
    await Promise.resolve();
}

export function clearPage(): void {
    document.body.replaceChildren();
}
