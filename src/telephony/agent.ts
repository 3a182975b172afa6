/**
 * Whose phone this is.
 *
 *     signed-out ──sign-in──▶ signed-in ──sign-out──▶ signed-out
 *
 * Signed in means: an account was given. Whether it works is told by the connection and registration regions.
 */
export type AgentState =
    { readonly status: 'signed-out' } | { readonly status: 'signed-in'; readonly extension: string; readonly displayName: string | null };

export type AgentEvent =
    | { readonly type: 'agent-signed-in'; readonly extension: string; readonly displayName: string | null }
    | { readonly type: 'agent-signed-out' };

export function agentTransition(_state: AgentState, event: AgentEvent): AgentState {
    switch (event.type) {
        case 'agent-signed-in':
            return { status: 'signed-in', extension: event.extension, displayName: event.displayName };
        case 'agent-signed-out':
            return { status: 'signed-out' };
    }
}
