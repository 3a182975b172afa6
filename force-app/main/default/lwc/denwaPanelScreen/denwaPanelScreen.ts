import { isOffered } from 'c/denwaCallOrder';
import { credentialProblem } from 'c/denwaPanelFacts';
import type { CallLog } from '../../../../../src/telephony/call-log';
import type { CallSnapshot, SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/** Those that come in a script of their own. */
export type LateScreen = 'sign-in' | 'history' | 'settings' | 'check-list' | 'log';

export type Screen = 'loading' | 'dial-pad' | 'inbound' | 'active' | LateScreen;

/** What the agent has chosen to see; `call` is the dial pad where there is no call. */
export type View = 'call' | 'dial-pad' | Exclude<LateScreen, 'sign-in'>;

export interface Seen {
    readonly snapshot: SoftphoneSnapshot | undefined;
    readonly view: View;
    /** The call that occupies the agent. */
    readonly call: CallSnapshot | undefined;
    /** The log that the agent looks at after its call. */
    readonly log: CallLog | undefined;
}

/** A call goes before what the agent has opened, except where the agent has turned away from it; credentials before what needs them. */
export function screenOf({ snapshot, view, call, log }: Seen): Screen {
    if (!snapshot) return 'loading';
    if (call && view === 'call') return isOffered(call) ? 'inbound' : 'active';
    if (view === 'settings' || view === 'check-list') return view;
    if (!call && (snapshot.agent.status === 'signed-out' || credentialProblem(snapshot))) return 'sign-in';
    if (view === 'log' && log) return 'log';
    return view === 'history' ? 'history' : 'dial-pad';
}

export function isLate(screen: Screen): screen is LateScreen {
    return screen === 'sign-in' || screen === 'history' || screen === 'settings' || screen === 'check-list' || screen === 'log';
}

/** What a screen that comes later is told. */
export function propertiesOf(screen: Screen, { snapshot, log }: Seen): object {
    switch (screen) {
        case 'sign-in': {
            const agent = snapshot?.agent;
            const extension = agent?.status === 'signed-in' ? agent.extension : '';
            return { extension, problem: snapshot && credentialProblem(snapshot) };
        }
        case 'history':
            return { entries: snapshot?.history };
        case 'log':
            return { log, crm: snapshot?.crm };
        default:
            return { snapshot };
    }
}
