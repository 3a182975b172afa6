import { first, type AmiMessage } from './ami';

/** A channel of `core show channels concise`: one leg of a call. */
export interface Channel {
    readonly name: string;
    readonly context: string;
    readonly extension: string;
    readonly state: string;
    readonly application: string;
    readonly callerNumber: string;
    /** seconds since the channel was created */
    readonly seconds: number;
    readonly uniqueId: string;
}

/** Left out: the channel that Asterisk keeps for all text messages, which is no leg of any call. */
export function parseChannels(output: string): readonly Channel[] {
    return output.split('\n').flatMap((line) => {
        const fields = line.split('!');
        if (fields.length < 14 || fields[0] === 'Message/ast_msg_queue') return [];
        const [name = '', context = '', extension = '', , state = '', application = '', , callerNumber = ''] = fields;
        return [{ name, context, extension, state, application, callerNumber, seconds: Number(fields[11]), uniqueId: fields[13] ?? '' }];
    });
}

/** A caller in the parking lot. */
export interface ParkedCall {
    /** 701 to 720: dialling it retrieves the call */
    readonly slot: string;
    /** the caller's channel, as in `channels()` */
    readonly channel: string;
}

/** Reads `parking show default`. */
export function parseParkedCalls(output: string): readonly ParkedCall[] {
    return [...output.matchAll(/^ *Space +: +(\d+)\n *Channel +: +(\S+)$/gm)].map(([, slot = '', channel = '']) => ({ slot, channel }));
}

/** Reads `bridge show all`: how many pairs or larger groups of channels hear each other. */
export function parseBridges(output: string): number {
    return [...output.matchAll(/^[0-9a-f-]{36} .* ([2-9]|\d{2,}) (?:basic|base|holding|multimix)\b/gm)].length;
}

/** Reads `pjsip list endpoints` or `queue show`: whether the PBX takes any phone to be in a call. */
export function parseIsInUse(output: string): boolean {
    return /\b(In use|Busy|Ringing|Ring\+Inuse|On Hold)\b/.test(output);
}

/** What a phone dialled, in the PBX's own words. */
export interface DialledNumber {
    /** the dialling account's user, e.g. `1001` */
    readonly by: string;
    readonly number: string;
    /** milliseconds since the epoch */
    readonly at: number;
    /** the PBX's id of the dialling leg */
    readonly uniqueId: string;
}

/** Reads the file written by conf/cel_custom.conf. A leg towards a phone starts without a number (`s`) and is left out. */
export function parseDialled(csv: string): readonly DialledNumber[] {
    return csv.split('\n').flatMap((line) => {
        const row = /^"([\d.]+)","([\d.]+)","PJSIP\/([^"]+)-[0-9a-f]+","([^"]+)"$/.exec(line);
        if (!row) return [];
        const [, at, uniqueId = '', by = '', number = ''] = row;
        return number === 's' ? [] : [{ by, number, at: Math.round(Number(at) * 1000), uniqueId }];
    });
}

/** What an agent's call to the outside world presented there. */
export interface PresentedNumber {
    /** the dialling account's user, e.g. `1001` */
    readonly by: string;
    /** the outside number that was called */
    readonly number: string;
    readonly presented: string;
}

/** Reads the file written by conf/cel_custom.conf. */
export function parsePresented(csv: string): readonly PresentedNumber[] {
    return csv.split('\n').flatMap((line) => {
        const row = /^"APP_START","PJSIP\/([^"]+)-[0-9a-f]+","Local\/(\d+)@outside\/[^"]*","(\d*)"$/.exec(line);
        return row ? [{ by: row[1] ?? '', number: row[2] ?? '', presented: row[3] ?? '' }] : [];
    });
}

/** An agent of the queue. */
export interface QueueMember {
    /** the account's user, e.g. `1002` */
    readonly agent: string;
    /** `dynamic`: has logged in; `static`: by conf/queues.conf */
    readonly membership: 'dynamic' | 'static';
    readonly paused: boolean;
    /** what the agent said about the pause, or nothing */
    readonly reason: string;
}

/** Reads the events that answer the action QueueStatus. */
export function parseQueueMembers(events: readonly AmiMessage[]): readonly QueueMember[] {
    return events.flatMap((event) => {
        const agent = /^Local\/(.+)@queue-agent$/.exec(first(event, 'Location'))?.[1];
        if (agent === undefined) return [];
        const membership = first(event, 'Membership') === 'dynamic' ? 'dynamic' : 'static';
        return [{ agent, membership, paused: first(event, 'Paused') === '1', reason: first(event, 'PausedReason') }];
    });
}

/** The lines of severity ERROR or WARNING of an Asterisk log. */
export function parseLogProblems(log: string): readonly string[] {
    return log.split('\n').filter((line) => /^\[[^\]]*\] (ERROR|WARNING)\[/.test(line));
}

/** One direction of a recorded call of an outside number. */
export interface Recording {
    /** the outside party's number; `anonymous` for a caller that withheld it */
    readonly number: string;
    /** `heard`: what came from our phone; `said`: what was sent to it */
    readonly direction: 'heard' | 'said';
    /** the PBX's id of the outside party's leg; the same for both directions */
    readonly uniqueId: string;
    /** a 8 kHz mono WAV file that grows while the call lasts; see readWav */
    readonly file: string;
}

export function parseRecordingName(file: string): Recording | undefined {
    const name = /([^_/]+)_([^_/]+)_(heard|said)\.wav$/.exec(file);
    if (!name) return undefined;
    const [, uniqueId = '', number = '', direction] = name;
    return { number, direction: direction === 'said' ? 'said' : 'heard', uniqueId, file };
}
