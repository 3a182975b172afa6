import type { AgentStatusOption } from '../telephony/agent-status';
import type { PhoneCommand } from '../telephony/command';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import { abilityFor } from './invariants.fake';
import type { Random } from './random.fake';

/** The extensions of everybody but Alice. */
export const OTHERS = ['1002', '1003', '1004', '1005'];

/** What Alice presses, and how often compared to the rest. */
const WEIGHTS: Partial<Record<PhoneCommand['type'], number>> = {
    dial: 2,
    'pick-up': 1,
    answer: 3,
    decline: 1,
    'hang-up': 1,
    hold: 1,
    resume: 2,
    mute: 1,
    'send-digits': 1,
    transfer: 1,
    consult: 2,
    'complete-transfer': 1,
    swap: 2,
    merge: 4,
    park: 1,
    retrieve: 3,
    'dismiss-parked': 1,
    'dismiss-call': 1,
    'clear-history': 1,
    'set-status': 2,
    'set-preferences': 1,
    'measure-microphone': 1,
    'test-sound': 1,
    'echo-call': 1,
    'see-missed': 1,
    reconnect: 1
};
/** Each with a signal of its own. */
export const STATUSES: readonly AgentStatusOption[] = [
    { kind: 'ready', reason: null, signal: { by: 'call', dialString: '*45' } },
    { kind: 'not-ready', reason: 'lunch', signal: { by: 'call', dialString: '*46' } },
    { kind: 'not-ready', reason: 'meeting', signal: { by: 'message', extension: 'status', text: 'meeting' } },
    { kind: 'wrap-up', reason: null, signal: { by: 'call', dialString: '*48' } }
];

export const COMMANDS = Object.entries(WEIGHTS).flatMap(([type, weight]) => Array<string>(weight).fill(type)) as PhoneCommand['type'][];

/** Anything, but more often something that is allowed: of all that can be said few things make sense. */
export function chooseCommand(random: Random, snapshot: SoftphoneSnapshot, slots: readonly string[]): PhoneCommand {
    let chosen = command(random, snapshot, slots);
    for (let again = 0; again < 6 && random.chance(0.8) && isAllowed(chosen, snapshot) === false; again++) {
        chosen = command(random, snapshot, slots);
    }
    return chosen;
}

/** Anything that Alice can say: to a call, a slot or a number that is there, mostly. */
function command(random: Random, { calls, parkedCalls }: SoftphoneSnapshot, slots: readonly string[]): PhoneCommand {
    const type = random.pick(COMMANDS);
    const callId = random.pick([...calls.map(({ id }) => id), ...calls.map(({ id }) => id), 'nobody']);
    const parkedId = random.pick([...parkedCalls.map(({ id }) => id), ...parkedCalls.map(({ id }) => id), 'nobody']);
    const number = random.pick([...OTHERS, ...OTHERS, ...slots, '0312345678', 'call me']);
    switch (type) {
        case 'dial':
        case 'transfer':
        case 'consult':
            return { type, callId, number, anyway: random.chance(0.3) };
        case 'mute':
            return { type, callId, muted: calls.find(({ id }) => id === callId)?.muted !== true };
        case 'send-digits':
            return { type, callId, digits: random.pick(['1', '23', '*', '#']) };
        case 'retrieve':
        case 'dismiss-parked':
            return { type, parkedId };
        case 'pick-up':
            return random.chance(0.5) ? { type } : { type, extension: random.pick(OTHERS) };
        case 'set-status':
            return { type, status: random.pick(STATUSES) };
        case 'set-preferences':
            return { type, preferences: { zoom: random.pick([75, 100, 500]), autoAnswerSeconds: random.pick([null, 0, 3]) } };
        case 'measure-microphone':
            return { type, on: random.chance(0.5) };
        case 'test-sound':
            return { type, output: random.pick(['speaker', 'ringer']) };
        default:
            return { type, callId } as PhoneCommand;
    }
}

/** Null: the command is none about calls. */
export function isAllowed(command: PhoneCommand, { calls, parkedCalls, can }: SoftphoneSnapshot): boolean | null {
    if ('number' in command && command.number === 'call me') return false;
    const ability = abilityFor(command);
    if (ability !== null && 'callId' in command) return calls.find(({ id }) => id === command.callId)?.can[ability] ?? false;
    switch (command.type) {
        case 'dial':
        case 'pick-up':
        case 'echo-call':
            return can.dial;
        case 'retrieve':
            return can.dial && parkedCalls.some(({ id, slot }) => id === command.parkedId && slot !== null);
        default:
            return null;
    }
}
