import { isConferenceJoined, isOffered } from 'c/denwaCallOrder';
import { messageText, partyName } from 'c/denwaCallText';
import { format } from 'c/denwaText';
import { transferText } from 'c/denwaTransferText';
import inboundFrom from '@salesforce/label/c.Denwa_Inbound_From';
import parkedSlot from '@salesforce/label/c.Denwa_Parked_Slot';
import parkedSlotUnknown from '@salesforce/label/c.Denwa_Parked_Slot_Unknown';
import type { CallSnapshot, ParkedCallSnapshot, SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/** Where a call has come to, and the words for it. Only another step is worth words: not a name that arrives later. */
interface Step {
    readonly step: string;
    readonly text: string;
}

export type Steps = ReadonlyMap<string, Step>;

/** The present step of each call and of each parked call. */
export function stepsOf({ calls, parkedCalls }: Pick<SoftphoneSnapshot, 'calls' | 'parkedCalls'>): Steps {
    const joined = isConferenceJoined(calls);
    return new Map([
        ...calls.map((call) => [call.id, stepOf(call, joined)] as const),
        ...parkedCalls.map((parked) => [`parked ${parked.id}`, parkedStep(parked)] as const)
    ]);
}

/** What screen readers are to say after the steps have changed; empty when nothing new has happened. */
export function newsOf(before: Steps, now: Steps): string {
    const texts = [...now].filter(([subject, { step }]) => before.get(subject)?.step !== step).map(([, { text }]) => text);
    // Two calls become a three-way call in one step, which is told once.
    return [...new Set(texts)].join(' ');
}

function stepOf(call: CallSnapshot, joined: boolean): Step {
    if (isOffered(call)) return { step: 'offered', text: format(inboundFrom, partyName(call)) };
    if (call.transfer?.status === 'failed') {
        const text = transferText(call.transfer);
        return { step: text, text };
    }
    // The way to a step is no step: what counts is that the call is on hold, or is not any more.
    const localHold = call.localHold === 'holding' ? 'none' : call.localHold === 'resuming' ? 'held' : call.localHold;
    const text = messageText({ ...call, localHold, awaiting: null }, joined);
    return { step: text, text };
}

function parkedStep({ slot }: ParkedCallSnapshot): Step {
    const text = slot === null ? parkedSlotUnknown : format(parkedSlot, slot);
    return { step: text, text };
}
