import { describeError } from '../base/errors';
import { isSameStatus, type AgentStatus, type KeptStatus, type StatusSignal } from '../telephony/agent-status';
import type { CallId } from '../telephony/call';
import { isRegistered, liveCalls } from '../telephony/selectors';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

type Parts = Pick<SoftphoneParts, 'signalling' | 'agentStatus' | 'clock' | 'logger' | 'settings'>;

/**
 * Keeps the agent's status, over a reload too, and tells the PBX of it: each one once, in order, when the phone is registered and no call is
 * up. A status is what the agent says and hinders no call.
 */
export class AgentStatusKeeper {
    readonly #store: Store;
    readonly #parts: Parts;
    /** What follows again upon the wrap-up that the phone began; null: the agent has chosen the status. */
    #interrupted: AgentStatus | null = null;
    /** The calls since the line was last free. */
    readonly #calls = new Set<CallId>();
    #untold: StatusSignal | null = null;
    /** Grows with each status: an answer about an earlier one means nothing any more. */
    #generation = 0;
    #kept: KeptStatus | null = null;

    constructor(store: Store, parts: Parts) {
        this.#store = store;
        this.#parts = parts;
    }

    /** The agent has signed in, or is back after a reload and goes on where the page before was left. */
    enter(account: string): void {
        const { clock, settings, agentStatus } = this.#parts;
        const { statuses } = settings();
        const kept = agentStatus.load(account);
        const same = kept && statuses.find((offered) => isSameStatus(offered, kept.status));
        const status = same ?? statuses[0];
        if (status) this.#change(status, { since: Math.min((same && kept.since) ?? Infinity, clock.now()) });
    }

    /** The agent signs out, or the page goes away: then the next one finds the status. */
    leave(next: 'nobody' | 'next-page'): void {
        const { agent, agentStatus } = this.#store.state;
        const { logger, settings } = this.#parts;
        const { signOutSignal } = settings();
        if (next === 'nobody') this.#forget();
        if (agentStatus) {
            this.#begin(null, null);
            logger.info('Left the status');
            this.#store.apply({ type: 'status-left' }, 'agent');
        }
        if (agent.status === 'signed-in' && signOutSignal) void this.#ask(signOutSignal);
    }

    choose(status: AgentStatus): void {
        const { settings, logger } = this.#parts;
        const { agentStatus } = this.#store.state;
        const option = settings().statuses.find((offered) => isSameStatus(offered, status));
        if (!agentStatus || !option) return logger.warn('A status that is not offered', { kind: status.kind });
        const isCurrent = isSameStatus(option, agentStatus.current);
        if (isCurrent || this.#isInCall()) {
            const pending = isCurrent ? null : plain(option);
            this.#store.apply({ type: 'status-pending', status: pending }, 'agent');
        } else this.#change(option);
    }

    /** Does what calls and wrap-up stood in the way of. */
    settle(): void {
        const { state } = this.#store;
        this.#keep();
        for (const { id } of liveCalls(state)) this.#calls.add(id);
        if (this.#isInCall()) return;
        // The log of the last call is yet to begin its wrap-up, by a report that waits in front of this.
        if (this.#calls.size > 0) return this.#store.perform(() => this.#callsEnded());
        this.#moveOn();
        if (this.#untold && isRegistered(this.#store.state)) void this.#tell(this.#untold);
    }

    /** Begins the wrap-up where a call has left something to write; not for a log that the agent has turned away from already. */
    #callsEnded(): void {
        if (this.#isInCall()) return;
        const { agentStatus, callLogs } = this.#store.state;
        const mayWrapUp = callLogs.some(({ callId, status }) => status === 'wrap-up' && this.#calls.has(callId));
        this.#calls.clear();
        const wrapUp = this.#parts.settings().statuses.find(({ kind }) => kind === 'wrap-up');
        if (!agentStatus || !wrapUp || !mayWrapUp) return;
        const { current, pending } = agentStatus;
        if (current.kind !== 'wrap-up' && pending?.kind !== 'wrap-up') this.#change(wrapUp, { interrupted: current, pending });
    }

    /** To what waited, and out of the wrap-up when every log is done. */
    #moveOn(): void {
        const { agentStatus, callLogs } = this.#store.state;
        if (!agentStatus) return;
        if (this.#interrupted && callLogs.some(({ status }) => status === 'wrap-up')) return;
        const next = agentStatus.pending ?? this.#interrupted;
        if (next) this.#change(next);
    }

    #change(status: AgentStatus, { interrupted = null, pending = null, since = this.#parts.clock.now() }: Circumstances = {}): void {
        const { logger, settings } = this.#parts;
        const signal = settings().statuses.find((offered) => isSameStatus(offered, status))?.signal ?? null;
        const { kind, reason } = status;
        logger.info('Entered a status', { kind, reason });
        this.#begin(signal, interrupted);
        const told = signal ? 'telling' : 'nothing';
        this.#store.apply({ type: 'status-entered', status: { kind, reason }, pending, at: since, told }, 'agent');
    }

    /** What the agent has chosen: a wrap-up that the phone began ends with the page. */
    #keep(): void {
        const { agent, agentStatus } = this.#store.state;
        if (!agentStatus || agent.status === 'signed-out') return;
        const { current, pending, since } = agentStatus;
        const next = pending ?? this.#interrupted;
        const status = next ?? current;
        const kept = { status, since: next ? null : since };
        if (this.#kept && isSameStatus(this.#kept.status, status) && this.#kept.since === kept.since) return;
        this.#kept = kept;
        this.#parts.agentStatus.save(agent.extension, kept);
    }

    #forget(): void {
        this.#kept = null;
        this.#parts.agentStatus.forget();
    }

    #begin(signal: StatusSignal | null, interrupted: AgentStatus | null): void {
        this.#generation++;
        this.#untold = signal;
        this.#interrupted = interrupted;
    }

    async #tell(signal: StatusSignal): Promise<void> {
        const generation = this.#generation;
        this.#untold = null;
        const isTold = await this.#ask(signal);
        this.#store.perform(() => {
            if (generation !== this.#generation) return;
            this.#store.apply({ type: 'status-told', told: isTold ? 'told' : 'failed' }, 'remote');
            if (!isTold) this.#store.raise('status-not-told', '');
        });
    }

    async #ask(signal: StatusSignal): Promise<boolean> {
        try {
            return await this.#parts.signalling.tellStatus(signal);
        } catch (error) {
            this.#parts.logger.error('The status could not be told', { error: describeError(error) });
            return false;
        }
    }

    #isInCall(): boolean {
        return liveCalls(this.#store.state).length > 0;
    }
}

/** Of a status that begins. */
interface Circumstances {
    readonly interrupted?: AgentStatus | null;
    readonly pending?: AgentStatus | null;
    /** Milliseconds since the Unix epoch. */
    readonly since?: number;
}

function plain({ kind, reason }: AgentStatus): AgentStatus {
    return { kind, reason };
}
