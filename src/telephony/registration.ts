/** Why the PBX refused the registration. */
export type RegistrationProblem = 'wrong-credentials' | 'forbidden' | 'unknown-account' | 'refused';

/**
 * The binding of this phone to its account (RFC 3261 section 10). A lost connection makes the binding stale; it ends no call.
 *
 *     unregistered ──registering──▶ registering ──registered──▶ registered ──registering (refresh: stays)──┐
 *          ▲                            │                          │   ▲─────────────────────────────────┘
 *          │                            ▼ rejected                 │
 *          ├────────────────────── rejected                        │
 *          └──unregistered (connection lost, signed out)───────────┘
 */
export type RegistrationState =
    | { readonly status: 'unregistered' }
    | { readonly status: 'registering' }
    | { readonly status: 'registered' }
    | { readonly status: 'rejected'; readonly problem: RegistrationProblem; readonly statusCode: number };

export type RegistrationEvent =
    | { readonly type: 'registration-registering' }
    | { readonly type: 'registration-registered' }
    | { readonly type: 'registration-rejected'; readonly problem: RegistrationProblem; readonly statusCode: number }
    | { readonly type: 'registration-unregistered' };

export function registrationTransition(state: RegistrationState, event: RegistrationEvent): RegistrationState {
    switch (event.type) {
        case 'registration-registering':
            // A refresh must not make the phone look unreachable while it is not.
            return state.status === 'registered' ? state : { status: 'registering' };
        case 'registration-registered':
            return state.status === 'registered' ? state : { status: 'registered' };
        case 'registration-rejected':
            return { status: 'rejected', problem: event.problem, statusCode: event.statusCode };
        case 'registration-unregistered':
            // The reason of a refusal stays visible after the socket closes.
            return state.status === 'rejected' || state.status === 'unregistered' ? state : { status: 'unregistered' };
    }
}
