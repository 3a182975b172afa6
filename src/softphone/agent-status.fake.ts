import type { AgentStatus, AgentStatusOption, StatusSignal } from '../telephony/agent-status';
import type { CallLog } from '../telephony/call-log';
import type { Person } from './person.fake';

export const code = (dialString: string): StatusSignal => ({ by: 'call', dialString });
export const ready: AgentStatusOption = { kind: 'ready', reason: null, signal: code('*45') };
export const lunch: AgentStatusOption = { kind: 'not-ready', reason: 'lunch', signal: code('*46') };
export const meeting: AgentStatusOption = {
    kind: 'not-ready',
    reason: 'meeting',
    signal: { by: 'message', extension: 'status', text: 'not-ready/meeting' }
};
export const pause: AgentStatusOption = { kind: 'not-ready', reason: 'break', signal: null };
export const wrapUp: AgentStatusOption = { kind: 'wrap-up', reason: null, signal: code('*48') };

const log: Omit<CallLog, 'callId'> = {
    status: 'open',
    direction: 'inbound',
    numberText: null,
    displayName: null,
    notes: '',
    disposition: null,
    who: null,
    what: null,
    isRelatedByAgent: false,
    wrapUpEndsAt: null
};

/** What is asked of the PBX and of the store is answered. */
export async function settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

export const statuses: readonly AgentStatusOption[] = [ready, lunch, meeting, pause, wrapUp];

/** A person's status in a few words, such as `lunch told` or `ready told then lunch`. */
export function statusOf({ phone }: Person): string {
    const { agentStatus } = phone.snapshot;
    if (!agentStatus) return 'none';
    const { current, pending, told } = agentStatus;
    return [current.reason ?? current.kind, told, pending ? `then ${pending.reason ?? pending.kind}` : []].flat().join(' ');
}

export async function chooseStatus(person: Person, { kind, reason }: AgentStatus): Promise<void> {
    person.send({ type: 'set-status', status: { kind, reason } });
    await settled();
}

/** The CRM lets the person write about each call that was answered. */
export function keepLogs({ phone }: Person): void {
    phone.subscribeFacts((fact) => {
        if (fact.type !== 'call-ended' || fact.call.connectedAt === null) return;
        phone.report({ type: 'log-opened', log: { ...log, callId: fact.call.id } });
        phone.report({ type: 'log-wrap-up', callId: fact.call.id, endsAt: 0 });
    });
}
