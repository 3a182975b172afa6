import { assertNever } from '../base/assert-never';
import { agentTransition, type AgentEvent, type AgentState } from './agent';
import { agentStatusTransition, type AgentStatusEvent, type AgentStatusState } from './agent-status';
import { audioTransition, initialAudio, type AudioEvent, type AudioState } from './audio';
import { callTransition, type Call, type CallEvent, type CallId } from './call';
import { callLogsTransition, type CallLog, type CallLogEvent } from './call-log';
import { connectionTransition, type ConnectionEvent, type ConnectionState } from './connection';
import { crmTransition, type CrmEvent, type CrmState } from './crm';
import { dialPadTransition, type DialPadEvent, type DialPadState } from './dial-question';
import { historyTransition, type HistoryEntry, type HistoryEvent } from './history';
import { noticesTransition, type Notice, type NoticeEvent } from './notice';
import { parkedCallsTransition, type ParkedCall, type ParkedCallEvent } from './parked-call';
import { defaultPreferences, preferencesTransition, type Preferences, type PreferencesEvent } from './preferences';
import { registrationTransition, type RegistrationEvent, type RegistrationState } from './registration';

/** All that the phone knows: independent regions, each with its own diagram in its own file. */
export interface SoftphoneState {
    readonly agent: AgentState;
    readonly agentStatus: AgentStatusState | null;
    readonly preferences: Preferences;
    readonly connection: ConnectionState;
    readonly registration: RegistrationState;
    readonly audio: AudioState;
    /** In the order in which they started. */
    readonly calls: readonly Call[];
    /** Calls that this phone parked and that nobody is known to have retrieved, oldest first. */
    readonly parkedCalls: readonly ParkedCall[];
    /** Newest first. */
    readonly history: readonly HistoryEntry[];
    /** Calls missed since the agent last looked. */
    readonly missedCalls: number;
    readonly notices: readonly Notice[];
    readonly dialPad: DialPadState;
    readonly crm: CrmState;
    /** Logs of calls that are running, or not yet saved, or just saved, oldest first. */
    readonly callLogs: readonly CallLog[];
}

export type CallsEvent =
    CallEvent | { readonly type: 'call-started'; readonly call: Call } | { readonly type: 'call-dismissed'; readonly callId: CallId };

export type MissedCallsEvent = { readonly type: 'missed-call' } | { readonly type: 'missed-seen' };

export type SoftphoneEvent =
    | AgentEvent
    | AgentStatusEvent
    | PreferencesEvent
    | MissedCallsEvent
    | ConnectionEvent
    | RegistrationEvent
    | AudioEvent
    | CallsEvent
    | ParkedCallEvent
    | HistoryEvent
    | NoticeEvent
    | DialPadEvent
    | CrmEvent
    | CallLogEvent;

/** What the CRM room finds out and decides. */
export type CrmReport = Extract<CallEvent, { readonly type: 'call-record' | 'call-matches' | 'call-pop' }> | CrmEvent | CallLogEvent;

export const initialState: SoftphoneState = {
    agent: { status: 'signed-out' },
    agentStatus: null,
    preferences: defaultPreferences,
    connection: { status: 'offline' },
    registration: { status: 'unregistered' },
    audio: initialAudio,
    calls: [],
    parkedCalls: [],
    history: [],
    missedCalls: 0,
    notices: [],
    dialPad: { preview: null, question: null },
    crm: { viewed: null, dispositions: [], clickToDial: 'off' },
    callLogs: []
};

export function transition(state: SoftphoneState, event: SoftphoneEvent): SoftphoneState {
    switch (event.type) {
        case 'agent-signed-in':
        case 'agent-signed-out':
            return changed(state, 'agent', agentTransition(state.agent, event));
        case 'status-entered':
        case 'status-pending':
        case 'status-told':
        case 'status-left':
            return changed(state, 'agentStatus', agentStatusTransition(state.agentStatus, event));
        case 'preferences-changed':
            return changed(state, 'preferences', preferencesTransition(state.preferences, event));
        case 'missed-call':
            return changed(state, 'missedCalls', state.missedCalls + 1);
        case 'missed-seen':
            return changed(state, 'missedCalls', 0);
        case 'connection-connecting':
        case 'connection-established':
        case 'connection-lost':
        case 'connection-closed':
            return changed(state, 'connection', connectionTransition(state.connection, event));
        case 'registration-registering':
        case 'registration-registered':
        case 'registration-rejected':
        case 'registration-unregistered':
            return changed(state, 'registration', registrationTransition(state.registration, event));
        case 'microphone-ready':
        case 'microphone-unusable':
        case 'playback-blocked':
        case 'playback-allowed':
        case 'audio-devices':
        case 'microphone-input':
        case 'microphone-level':
        case 'sound-tested':
            return changed(state, 'audio', audioTransition(state.audio, event));
        case 'call-started':
        case 'call-dismissed':
        case 'call-ringing':
        case 'call-answering':
        case 'call-connected':
        case 'call-media':
        case 'call-quality':
        case 'call-holding':
        case 'call-held':
        case 'call-resuming':
        case 'call-resumed':
        case 'call-hold-failed':
        case 'call-remote-hold':
        case 'call-muted':
        case 'call-digits':
        case 'call-awaiting':
        case 'call-turn':
        case 'call-answer-failed':
        case 'call-identified':
        case 'call-conference':
        case 'call-transfer-begun':
        case 'call-transfer-requested':
        case 'call-transfer-accepted':
        case 'call-transfer-progressing':
        case 'call-transfer-failed':
        case 'call-slot':
        case 'call-record':
        case 'call-matches':
        case 'call-pop':
        case 'call-ending':
        case 'call-ended':
            return changed(state, 'calls', callsTransition(state.calls, event));
        case 'parked-call-added':
        case 'parked-call-slot':
        case 'parked-call-removed':
            return changed(state, 'parkedCalls', parkedCallsTransition(state.parkedCalls, event));
        case 'history-loaded':
        case 'history-added':
        case 'history-record':
        case 'history-cleared':
            return changed(state, 'history', historyTransition(state.history, event));
        case 'notice-raised':
        case 'notice-dismissed':
            return changed(state, 'notices', noticesTransition(state.notices, event));
        case 'number-previewed':
        case 'dial-asked':
        case 'dial-decided':
            return changed(state, 'dialPad', dialPadTransition(state.dialPad, event));
        case 'crm-viewed':
        case 'crm-dispositions':
        case 'crm-click-to-dial':
            return changed(state, 'crm', crmTransition(state.crm, event));
        case 'log-opened':
        case 'log-edited':
        case 'log-related':
        case 'log-party':
        case 'log-wrap-up':
        case 'log-saving':
        case 'log-saved':
        case 'log-failed':
        case 'log-closed':
            return changed(state, 'callLogs', callLogsTransition(state.callLogs, event));
        default:
            return assertNever(event);
    }
}

/** The same object when nothing changed, so that nobody is told of a change that is none. */
function changed<Region extends keyof SoftphoneState>(
    state: SoftphoneState,
    region: Region,
    value: SoftphoneState[Region]
): SoftphoneState {
    return state[region] === value ? state : { ...state, [region]: value };
}

function callsTransition(calls: readonly Call[], event: CallsEvent): readonly Call[] {
    switch (event.type) {
        case 'call-started':
            // The ending of an earlier call gives way to the new call.
            return [...calls.filter(({ phase }) => phase !== 'ended'), event.call];
        case 'call-dismissed':
            return calls.filter(({ id, phase }) => id !== event.callId || phase !== 'ended');
        default: {
            const next = calls.map((call) => {
                if (call.id === event.callId) return callTransition(call, event);
                // A consultation outlives the call that it was for as an ordinary call.
                const isLeft = event.type === 'call-ended' && call.consultationOf === event.callId && call.phase !== 'ended';
                return isLeft ? { ...call, consultationOf: null } : call;
            });
            return next.every((call, index) => call === calls[index]) ? calls : next;
        }
    }
}
