import type { StatusSignal } from '../telephony/agent-status';
import { soundOf } from '../telephony/call-sound';
import type { CallId } from '../telephony/call';
import type { PhoneCommand } from '../telephony/command';
import type { SoftphoneFact } from '../telephony/fact';
import { callsInTheWay, liveCalls, type CallAbilities } from '../telephony/selectors';
import type { SoftphoneSnapshot } from '../telephony/snapshot';

/** What can be seen of a phone from outside. What is left out is not looked at. */
export interface Observation {
    readonly snapshot: SoftphoneSnapshot;
    /** The snapshot of the step before. */
    readonly previous?: SoftphoneSnapshot;
    /** Everything that was told so far. */
    readonly facts?: readonly SoftphoneFact[];
    readonly tone?: string;
    /** The calls that the PBX has with the phone. Only where nothing is on its way between the two. */
    readonly pbx?: readonly { readonly callId: CallId; readonly up: boolean; readonly held: boolean }[];
    readonly statuses?: {
        /** What the PBX was to hear of each status, in the order in which they were entered. */
        readonly entered: readonly StatusSignal[];
        /** What it was told, and how many calls it had with the phone then. */
        readonly told: readonly { readonly signal: StatusSignal; readonly calls: number }[];
    };
}

/** What must never be the case, in words; nothing when all is well. */
export function violations({ snapshot, previous, facts, tone, pbx, statuses }: Observation): readonly string[] {
    return [
        ...oneVoice(snapshot),
        ...noStarvation(snapshot),
        ...conferenceOfTwo(snapshot),
        ...alwaysHangUp(snapshot),
        ...(previous ? endedIsFinal(previous, snapshot) : []),
        ...(facts ? factsOnce(snapshot, facts) : []),
        ...(tone === undefined ? [] : toneOf(snapshot, tone)),
        ...(pbx ? agreement(snapshot, pbx) : []),
        ...(statuses ? statusesOnce(statuses) : [])
    ];
}

/** Which ability allows the command; null: it needs none. */
export function abilityFor(command: PhoneCommand): keyof CallAbilities | null {
    switch (command.type) {
        case 'answer':
        case 'decline':
        case 'hold':
        case 'resume':
        case 'mute':
        case 'transfer':
        case 'consult':
        case 'swap':
        case 'merge':
        case 'park':
            return command.type;
        case 'hang-up':
            return 'hangUp';
        case 'send-digits':
            return 'sendDigits';
        case 'complete-transfer':
            return 'completeTransfer';
        default:
            return null;
    }
}

function oneVoice(snapshot: SoftphoneSnapshot): readonly string[] {
    const open = soundOf(snapshot).filter(({ microphone, speaker }) => microphone || speaker);
    const isMember = (callId: CallId): boolean => snapshot.calls.some(({ id, inConference }) => id === callId && inConference);
    const isOne = open.length < 2 || (open.length === 2 && open.every(({ callId }) => isMember(callId)));
    return isOne ? [] : [`Several calls have audio: ${open.map(({ callId }) => callId).join(', ')}`];
}

function noStarvation(snapshot: SoftphoneSnapshot): readonly string[] {
    return liveCalls(snapshot)
        .filter(({ awaiting }) => awaiting !== null)
        .flatMap((call) => {
            const others = callsInTheWay(snapshot, call);
            if (others.length === 0) return [`${call.id} awaits ${call.awaiting} with nobody in the way`];
            const left = others.filter(({ phase, localHold }) => phase !== 'connected' || localHold === 'none');
            return left.map(({ id }) => `${call.id} awaits ${call.awaiting}, and nobody puts ${id} on hold`);
        });
}

function conferenceOfTwo(snapshot: SoftphoneSnapshot): readonly string[] {
    const members = liveCalls(snapshot).filter(({ inConference }) => inConference);
    return members.length === 0 || members.length === 2 ? [] : [`A conference of ${members.length}`];
}

function alwaysHangUp({ calls }: SoftphoneSnapshot): readonly string[] {
    return calls.flatMap(({ id, phase, direction, can }) => {
        const isOffered = phase === 'ringing' && direction === 'inbound';
        const isLeaving = phase === 'ending' || phase === 'ended';
        return isLeaving || (isOffered ? can.decline : can.hangUp) ? [] : [`${id} (${phase}) cannot be left`];
    });
}

function endedIsFinal(previous: SoftphoneSnapshot, { calls }: SoftphoneSnapshot): readonly string[] {
    return previous.calls.flatMap(({ id, phase, endedAt, ending }) => {
        const now = calls.find((call) => call.id === id);
        const isSame = now?.endedAt === endedAt && now?.ending?.cause === ending?.cause;
        return phase !== 'ended' || !now || isSame ? [] : [`${id} ended twice`];
    });
}

function factsOnce({ calls }: SoftphoneSnapshot, facts: readonly SoftphoneFact[]): readonly string[] {
    const told = new Map<CallId, string[]>();
    for (const fact of facts) {
        if (fact.type === 'registration-changed' || fact.type === 'call-identified') continue;
        told.set(fact.call.id, [...(told.get(fact.call.id) ?? []), fact.type]);
    }
    const allowed = ['call-started', 'call-started call-connected', 'call-started call-ended', 'call-started call-connected call-ended'];
    // A caller who hears busy is told of by the end alone.
    const wrong = [...told].filter(([, types]) => ![...allowed, 'call-ended'].includes(types.join(' ')));
    const missing = calls.filter(({ id, phase }) => (phase === 'ended') !== (told.get(id)?.includes('call-ended') ?? false));
    const lost = [...told].filter(([id, types]) => !types.includes('call-ended') && !calls.some((call) => call.id === id));
    return [
        ...lost.map(([id]) => `${id} went without an end`),
        ...wrong.map(([id, types]) => `Facts of ${id}: ${types.join(', ')}`),
        ...missing.map(({ id, phase }) => `${id} is ${phase}, and the facts say otherwise`)
    ];
}

function toneOf({ calls }: SoftphoneSnapshot, tone: string): readonly string[] {
    const ringing = calls.filter(({ phase }) => phase === 'ringing');
    const direction = tone === 'ringback' ? 'outbound' : 'inbound';
    const isRight =
        tone === 'none' ? ringing.every((call) => call.direction === 'outbound') : ringing.some((call) => call.direction === direction);
    return isRight ? [] : [`The tone is ${tone} while ${ringing.length} calls ring`];
}

function statusesOnce({ entered, told }: NonNullable<Observation['statuses']>): readonly string[] {
    let next = 0;
    const isInOrder = told.every(({ signal }) => {
        next = entered.indexOf(signal, next) + 1;
        return next > 0;
    });
    const inCall = told.filter(({ calls }) => calls > 0);
    return [...(isInOrder ? [] : ['A status was told twice, or out of order']), ...inCall.map(() => 'A status was told in a call')];
}

function agreement(snapshot: SoftphoneSnapshot, pbx: NonNullable<Observation['pbx']>): readonly string[] {
    // What waits to be dialled the PBX does not know yet.
    const here = liveCalls(snapshot).filter(({ awaiting }) => awaiting !== 'dial');
    const strangers = pbx.filter(({ callId }) => !here.some(({ id }) => id === callId));
    return [
        ...strangers.map(({ callId }) => `Only the PBX knows ${callId}`),
        ...here.flatMap(({ id, phase, localHold }) => {
            const there = pbx.find(({ callId }) => callId === id);
            if (!there) return [`The PBX does not know ${id} (${phase})`];
            const isHeld = localHold === 'held' || localHold === 'resuming';
            const differs = phase === 'connected' && (!there.up || isHeld !== there.held);
            return differs ? [`${id} is ${localHold} here, and ${there.held ? 'held' : 'not held'} at the PBX`] : [];
        })
    ];
}
