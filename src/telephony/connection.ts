/** Why the PBX cannot be reached. */
export type ConnectionProblem = 'unreachable' | 'closed';

/**
 * The signalling flow: one WebSocket to the PBX (RFC 7118).
 *
 *     offline ──connecting──▶ connecting ──established──▶ connected
 *        ▲                        │  ▲                       │
 *        │                   lost │  │ connecting       lost │
 *        │                        ▼  │                       │
 *        └──────closed──────── recovering ◀──────────────────┘
 *
 * `closed` (the agent signed out) leads to offline from every state.
 */
export type ConnectionState =
    | { readonly status: 'offline' }
    | { readonly status: 'connecting'; readonly attempt: number }
    | { readonly status: 'connected' }
    | {
          readonly status: 'recovering';
          readonly problem: ConnectionProblem;
          /** Attempts that failed since the last connection. */
          readonly attempt: number;
          /** When the next attempt starts, in milliseconds since the Unix epoch. */
          readonly retryAt: number;
      };

export type ConnectionEvent =
    | { readonly type: 'connection-connecting'; readonly attempt: number }
    | { readonly type: 'connection-established' }
    | { readonly type: 'connection-lost'; readonly problem: ConnectionProblem; readonly attempt: number; readonly retryAt: number }
    | { readonly type: 'connection-closed' };

export function connectionTransition(state: ConnectionState, event: ConnectionEvent): ConnectionState {
    switch (event.type) {
        case 'connection-connecting':
            return { status: 'connecting', attempt: event.attempt };
        case 'connection-established':
            return state.status === 'connecting' ? { status: 'connected' } : state;
        case 'connection-lost':
            return state.status === 'offline'
                ? state
                : { status: 'recovering', problem: event.problem, attempt: event.attempt, retryAt: event.retryAt };
        case 'connection-closed':
            return { status: 'offline' };
    }
}
