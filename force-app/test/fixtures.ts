import { createElement } from 'lwc';
import type { HistoryEntry } from '../../src/telephony/history';
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
    return {
        id: 'call-1',
        direction: 'outbound',
        origin: 'agent',
        phase: 'dialing',
        phaseOrigin: 'agent',
        remote: { number: '09012345678', displayName: null },
        numberText: '090-1234-5678',
        dialString: '09012345678',
        details: { dialledNumber: null, businessLabel: null, queue: null },
        dialledNumberText: null,
        returned: null,
        media: 'new',
        localHold: 'none',
        heldAt: null,
        remoteHold: false,
        muted: false,
        awaiting: null,
        consultationOf: null,
        partnerId: null,
        inConference: false,
        transfer: null,
        digits: '',
        dialog: null,
        record: null,
        startedAt: 0,
        connectedAt: null,
        endedAt: null,
        ending: null,
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
        ...overrides
    };
}

/** A registered phone without a call. */
export function aSnapshot(overrides: Partial<SoftphoneSnapshot> = {}): SoftphoneSnapshot {
    return {
        agent: { status: 'signed-in', extension: '1001', displayName: 'Alice' },
        connection: { status: 'connected' },
        registration: { status: 'registered' },
        audio: { microphone: { status: 'ready' }, playable: true },
        calls: [],
        parkedCalls: [],
        history: [],
        notices: [],
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

/** One element inside a component's own template. */
export function find<Found extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Found {
    const found = element.shadowRoot?.querySelector<Found>(selector);
    if (!found) throw new Error(`${element.tagName} holds no ${selector}`);
    return found;
}

export function holds(element: HTMLElement, selector: string): boolean {
    return Boolean(element.shadowRoot?.querySelector(selector));
}

/** The text that a component shows, in its own template only. */
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
