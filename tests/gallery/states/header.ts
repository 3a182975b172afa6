import type DenwaAccountBar from 'c/denwaAccountBar';
import type DenwaAgentStatus from 'c/denwaAgentStatus';
import type DenwaConfirm from 'c/denwaConfirm';
import type DenwaHeader from 'c/denwaHeader';
import type { AgentStatus, AgentStatusOption, AgentStatusState } from '../../../src/telephony/agent-status';
import type { SoftphoneState } from '../../../src/telephony/state';
import { secondsAgo } from '../moment';
import { anOfferedCall, aPhone, aTalk, officeOf } from './data';
import { gallery, type Gallery, type Language, type StateOf } from './gallery';

const lunch: AgentStatus = { kind: 'not-ready', reason: 'lunch' };

/** What a call center's agents choose from. */
export const statuses: readonly AgentStatusOption[] = [
    { kind: 'ready', reason: null, signal: null },
    { ...lunch, signal: null },
    { kind: 'not-ready', reason: 'meeting', signal: null },
    { kind: 'wrap-up', reason: null, signal: null }
];

export function aStatus(overrides: Partial<AgentStatusState> = {}): AgentStatusState {
    return { current: { kind: 'ready', reason: null }, since: secondsAgo(754), pending: null, told: 'told', ...overrides };
}

/** The head of the panel. */
export function headerGalleries(language: Language): readonly Gallery[] {
    const { agent, company, longName } = officeOf(language);
    const registered = {
        agent: { status: 'signed-in', extension: '1001', displayName: agent },
        connection: { status: 'connected' },
        registration: { status: 'registered' }
    } as const;
    const head = (state: Partial<SoftphoneState>): StateOf<DenwaHeader> => ({
        properties: { snapshot: aPhone({ ...registered, agentStatus: aStatus(), ...state }, { statuses }) }
    });
    const status = (state: Partial<AgentStatusState>): StateOf<DenwaAgentStatus> => ({ properties: { state: aStatus(state), statuses } });
    return [
        gallery<DenwaHeader>('denwaHeader', {
            'agent with a status': head({}),
            'caller rings': head({ calls: [anOfferedCall()] }),
            'sign-out asked': { ...head({ calls: [aTalk()] }), press: ['.sign-out'] },
            'reload asked': { ...head({ calls: [aTalk()] }), press: ['.reload'] },
            'no statuses': { properties: { snapshot: aPhone(registered) } },
            'settings shown': { properties: { snapshot: aPhone(registered), settingsShown: true } }
        }),
        gallery<DenwaAccountBar>('denwaAccountBar', {
            ready: { properties: registered },
            'in a call': { properties: { ...registered, inCall: true } },
            'missed calls': { properties: { ...registered, missedCalls: 3 } },
            'many missed calls': { properties: { ...registered, missedCalls: 120 } },
            'history shown': { properties: { ...registered, historyShown: true } },
            'no name': { properties: { ...registered, agent: { status: 'signed-in', extension: '1001', displayName: null } } },
            'long name': { properties: { ...registered, agent: { status: 'signed-in', extension: '1001', displayName: longName } } },
            'signed out': {
                properties: { agent: { status: 'signed-out' }, connection: { status: 'offline' }, registration: { status: 'unregistered' } }
            },
            connecting: { properties: { ...registered, connection: { status: 'connecting', attempt: 0 } } },
            registering: { properties: { ...registered, registration: { status: 'registering' } } },
            unreachable: {
                properties: {
                    ...registered,
                    connection: { status: 'recovering', problem: 'unreachable', attempt: 2, retryAt: secondsAgo(-12) }
                }
            },
            'connection lost': {
                properties: { ...registered, connection: { status: 'recovering', problem: 'closed', attempt: 1, retryAt: secondsAgo(-3) } }
            },
            refused: {
                properties: { ...registered, registration: { status: 'rejected', problem: 'wrong-credentials', statusCode: 401 } }
            },
            'refused with a status': {
                properties: { ...registered, registration: { status: 'rejected', problem: 'refused', statusCode: 503 } }
            }
        }),
        gallery<DenwaAgentStatus>('denwaAgentStatus', {
            ready: status({}),
            'not ready': status({ current: lunch }),
            'wrap-up': status({ current: { kind: 'wrap-up', reason: null } }),
            pending: status({ pending: lunch }),
            'PBX not told': status({ told: 'failed' }),
            'own reason': {
                properties: {
                    state: aStatus({ current: { kind: 'not-ready', reason: longName } }),
                    statuses: [...statuses, { kind: 'not-ready', reason: longName }]
                }
            }
        }),
        gallery<DenwaConfirm>('denwaConfirm', {
            short: { properties: { text: `${agent}?`, yes: 'OK' } },
            long: { properties: { text: `${longName} – ${company.name}?`, yes: company.name } }
        })
    ];
}
