import { createElement } from 'lwc';
import type { CallSnapshot, SoftphoneSnapshot } from '../../src/telephony/snapshot';

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
        media: 'new',
        dialog: null,
        record: null,
        startedAt: 0,
        connectedAt: null,
        endedAt: null,
        ending: null,
        can: { answer: false, decline: false, hangUp: true },
        ...overrides
    };
}

export function anInboundCall(overrides: Partial<CallSnapshot> = {}): CallSnapshot {
    const can = { answer: true, decline: true, hangUp: false };
    return aCall({ direction: 'inbound', origin: 'remote', phase: 'ringing', phaseOrigin: 'remote', can, ...overrides });
}

export function anEndedCall(overrides: Partial<CallSnapshot> = {}): CallSnapshot {
    const can = { answer: false, decline: false, hangUp: false };
    return aCall({ phase: 'ended', endedAt: 60_000, ending: { by: 'remote', cause: 'hung-up' }, can, ...overrides });
}

/** A registered phone without a call. */
export function aSnapshot(overrides: Partial<SoftphoneSnapshot> = {}): SoftphoneSnapshot {
    return {
        agent: { status: 'signed-in', extension: '1001', displayName: 'Alice' },
        connection: { status: 'connected' },
        registration: { status: 'registered' },
        audio: { microphone: { status: 'ready' }, playable: true },
        calls: [],
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

/** After LWC has rendered what changed. */
export async function rendered(): Promise<void> {
    await Promise.resolve();
}

export function clearPage(): void {
    document.body.replaceChildren();
}
