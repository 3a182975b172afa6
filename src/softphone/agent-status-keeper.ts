import { describeError } from '../base/errors';
import { isSameStatus, type AgentStatus, type StatusSignal } from '../telephony/agent-status';
import type { CallId } from '../telephony/call';
import { isRegistered, liveCalls } from '../telephony/selectors';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

/**
 * Keeps the agent's status and tells the PBX of it: each one once, in order, when the phone is registered and no call is up. A status is what
 * the agent says and hinders no call.
 */
export class AgentStatusKeeper {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'logger' | 'settings'>;
    /** What follows again upon the wrap-up that the phone began; null: the agent has chosen the status. */
    #interrupted: AgentStatus | null = null;
    /** The calls since the line was last free. */
    readonly #calls = new Set<CallId>();
    #untold: StatusSignal | null = null;
    /** Grows with each status: an answer about an earlier one means nothing any more. */
    #generation = 0;

    constructor(store: Store, parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'logger' | 'settings'>) {
        this.#store = store;
        this.#parts = parts;
    }

    /** The agent has signed in. */
    enter(): void {
        const [first] = this.#parts.settings().statuses;
        if (first) this.#change(first);
    }

    /** The agent signs out. */
    leave(): void {
        const { agent, agentStatus } = this.#store.state;
        const { logger, settings } = this.#parts;
        const { signOutSignal } = settings();
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
        if (current.kind !== 'wrap-up' && pending?.kind !== 'wrap-up') this.#change(wrapUp, current, pending);
    }

    /** To what waited, and out of the wrap-up when every log is done. */
    #moveOn(): void {
        const { agentStatus, callLogs } = this.#store.state;
        if (!agentStatus) return;
        if (this.#interrupted && callLogs.some(({ status }) => status === 'wrap-up')) return;
        const next = agentStatus.pending ?? this.#interrupted;
        if (next) this.#change(next);
    }

    #change(status: AgentStatus, interrupted: AgentStatus | null = null, pending: AgentStatus | null = null): void {
        const { clock, logger, settings } = this.#parts;
        const signal = settings().statuses.find((offered) => isSameStatus(offered, status))?.signal ?? null;
        const { kind, reason } = status;
        logger.info('Entered a status', { kind, reason });
        this.#begin(signal, interrupted);
        const told = signal ? 'telling' : 'nothing';
        this.#store.apply({ type: 'status-entered', status: { kind, reason }, pending, at: clock.now(), told }, 'agent');
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

function plain({ kind, reason }: AgentStatus): AgentStatus {
    return { kind, reason };
}
