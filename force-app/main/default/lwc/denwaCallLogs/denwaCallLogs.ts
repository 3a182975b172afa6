import type { CallLog } from '../../../../../src/telephony/call-log';

/** The logs of calls that are over and that the agent may still write in, the one that is saved next before the others. */
export function waitingLogs(logs: readonly CallLog[]): readonly CallLog[] {
    return logs
        .filter(({ status }) => status === 'wrap-up' || status === 'failed')
        .sort((a, b) => (a.wrapUpEndsAt ?? 0) - (b.wrapUpEndsAt ?? 0));
}

/** The log of a call that has just ended: it waits since this snapshot for what the agent adds. */
export function freshLog(before: readonly CallLog[], now: readonly CallLog[]): CallLog | undefined {
    const known = before.filter(({ status }) => status !== 'open').map(({ callId }) => callId);
    return now.find(({ callId, status }) => status === 'wrap-up' && !known.includes(callId));
}
