/** A reason is one of those that the panel has words for (`lunch`, `break`, `meeting`, `training`, `away`), or the administrator's own words. */
export interface AgentStatus {
    readonly kind: 'ready' | 'not-ready' | 'wrap-up';
    readonly reason: string | null;
}

/** How the PBX is told of a status: by calling a feature code, or by a MESSAGE to an extension. */
export type StatusSignal =
    { readonly by: 'call'; readonly dialString: string } | { readonly by: 'message'; readonly extension: string; readonly text: string };

/** A status that the administrator offers, and what the PBX hears of it. */
export interface AgentStatusOption extends AgentStatus {
    readonly signal: StatusSignal | null;
}

/**
 * Whether the agent takes calls, as the agent says. Null: signed out, or the settings name no statuses.
 *
 *     null ──sign-in──▶ ready | not-ready ──chosen, no call──▶ another one
 *                         │  ▲       └──chosen during a call──▶ pending ──the last call has ended──▶ that one
 *             call ended, │  │ its logs are saved, or the agent chooses
 *             log open    ▼  │
 *                        wrap-up
 */
export interface AgentStatusState {
    readonly current: AgentStatus;
    /** Milliseconds since the Unix epoch. */
    readonly since: number;
    /** What follows when the last call, or the wrap-up, has ended; null: in a call nothing, after wrap-up what was before. */
    readonly pending: AgentStatus | null;
    /** What the PBX knows of the current one. `nothing`: there is nothing to tell. */
    readonly told: 'nothing' | 'telling' | 'told' | 'failed';
}

/** The status that an agent comes back to after a reload. */
export interface KeptStatus {
    readonly status: AgentStatus;
    /** Milliseconds since the Unix epoch; null: it has not begun yet. */
    readonly since: number | null;
}

export type AgentStatusEvent =
    | {
          readonly type: 'status-entered';
          readonly status: AgentStatus;
          readonly pending: AgentStatus | null;
          readonly at: number;
          readonly told: 'nothing' | 'telling';
      }
    | { readonly type: 'status-pending'; readonly status: AgentStatus | null }
    | { readonly type: 'status-told'; readonly told: 'told' | 'failed' }
    | { readonly type: 'status-left' };

export function agentStatusTransition(state: AgentStatusState | null, event: AgentStatusEvent): AgentStatusState | null {
    switch (event.type) {
        case 'status-entered':
            return { current: event.status, since: event.at, pending: event.pending, told: event.told };
        case 'status-pending':
            return state === null || state.pending === event.status ? state : { ...state, pending: event.status };
        case 'status-told':
            return state?.told === 'telling' ? { ...state, told: event.told } : state;
        case 'status-left':
            return null;
    }
}

export function isSameStatus(a: AgentStatus, b: AgentStatus): boolean {
    return a.kind === b.kind && a.reason === b.reason;
}
