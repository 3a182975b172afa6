import type { Call } from '../telephony/call';
import { callType, type CallLogRules } from './call-log';

/** Whether an ended call leaves a Task behind: the settings say which do, and some reached nobody or belong to another phone. */
export function leavesTask(call: Call, { dialPlan, settings }: Pick<CallLogRules, 'dialPlan' | 'settings'>): boolean {
    if (isWithoutLog(call) || (call.connectedAt === null && !settings.unanswered)) return false;
    switch (callType(call, dialPlan)) {
        case 'Internal':
            return settings.internal;
        case 'Inbound':
            return settings.inbound;
        case 'Outbound':
            return settings.outbound;
    }
}

/** The phone that answered logs the call; the others of its ring group would only repeat it. And what was never dialled reached nobody. */
function isWithoutLog({ direction, dialog, ending }: Call): boolean {
    switch (ending?.cause) {
        case 'answered-elsewhere':
        case 'nothing-to-pick-up':
        case 'hold-failed':
            return true;
        case 'cancelled':
            return direction === 'outbound' && dialog === null;
        default:
            return false;
    }
}
