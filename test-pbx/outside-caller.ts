import { randomUUID } from 'node:crypto';
import { agents, directNumber, queueExtension } from './accounts';
import { connectionClosed, first, type AmiConnection } from './ami';
import { PbxError } from './pbx-error';

/** A call from the outside world to an agent or to the queue. */
export interface InboundCall {
    /** an agent's number, e.g. `1001`, or `queueExtension`: the queue answers, plays hold music and rings its agents */
    readonly extension: string;
    /** digits, `+` allowed in front; left out: the caller withholds the number (anonymous) */
    readonly callerNumber?: string;
    readonly callerName?: string;
    /** what the caller dialled, the header X-Dialled-Number (default: the extension's direct number) */
    readonly dialledNumber?: string;
    /** the header X-Business-Label; without it the INVITE has none, except that of the queue */
    readonly label?: string;
    /** the header X-Queue-Name of a call to an agent; the queue itself gives its own name */
    readonly queue?: string;
    /** asks the agent's phone to answer by itself; true: by both headers (not for the queue) */
    readonly autoAnswer?: boolean | 'call-info' | 'alert-info';
    /** what the agent hears after answering (default: speech) */
    readonly says?: 'speech' | 'tone';
    /** how long the caller waits for an agent's answer (default: 30); the queue has no end */
    readonly ringSeconds?: number;
}

/** How an inbound call ended. */
export interface InboundCallEnd {
    readonly answered: boolean;
    /** ITU-T Q.850 cause as the PBX saw it; 0 when the PBX itself went away */
    readonly cause: number;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** ITU-T Q.850: somebody hung up */
const normalClearing = '16';

/** The caller's side of an inbound call: ringing → answered → ended, or ringing → ended. */
export class OutsideCaller {
    /** the uniqueId of the caller's leg, as in `recordings()` and `channels()` */
    readonly id: string;
    readonly #ami: AmiConnection;
    readonly #answered: Promise<boolean>;
    readonly #ended: Promise<InboundCallEnd>;

    private constructor(ami: AmiConnection, id: string) {
        this.#ami = ami;
        this.id = id;
        let answered = false;
        let reportAnswered: (answered: boolean) => void;
        this.#answered = new Promise((resolve) => (reportAnswered = resolve));
        this.#ended = new Promise((resolve) => {
            const stop = ami.listen((event) => {
                const name = first(event, 'Event');
                const isThisCall = name === 'UserEvent' && first(event, 'Call') === id;
                if (isThisCall && first(event, 'UserEvent') === 'InboundCallAnswered') {
                    answered = true;
                    reportAnswered(true);
                }
                if ((isThisCall && first(event, 'UserEvent') === 'InboundCallEnded') || name === connectionClosed) {
                    stop();
                    reportAnswered(false);
                    resolve({ answered, cause: Number(first(event, 'Cause')) });
                }
            });
        });
    }

    /** Places the call; returns once the PBX has taken it. */
    static async place(ami: AmiConnection, call: InboundCall): Promise<OutsideCaller> {
        const { extension, callerNumber = '', callerName = '', dialledNumber, says = 'speech', ringSeconds = 30 } = call;
        const { label = '', queue = '', autoAnswer = false } = call;
        const extensions = [...agents.map(({ number }) => number), queueExtension];
        if (!extensions.includes(extension)) {
            throw new PbxError('bad-argument', `'${extension}' is no agent and no queue: ring one of ${extensions.join(', ')}`);
        }
        for (const number of [callerNumber, dialledNumber ?? '']) {
            if (!/^(\+?\d{1,32})?$/.test(number)) throw new PbxError('bad-argument', `'${number}' is no telephone number: give digits`);
        }
        // a line break would start another header of the INVITE
        if (/[\r\n]/.test(callerName + label + queue)) throw new PbxError('bad-argument', 'a name or label must not contain a line break');
        const caller = new OutsideCaller(ami, randomUUID());
        const variables = {
            CALL: caller.id,
            CALLER_NUMBER: callerNumber,
            // a name may hold any character, also those that the manager interface and the dialplan read as their own
            CALLER_NAME: base64(callerName),
            CALL_LABEL: base64(label),
            CALL_QUEUE: base64(queue),
            CALLED_NUMBER: dialledNumber ?? directNumber(extension),
            CALLER_SAYS: says,
            CALLER_WAITS: String(ringSeconds),
            AUTO_ANSWER: autoAnswer === true ? 'both' : autoAnswer || ''
        };
        await ami.action([
            ['Action', 'Originate'],
            // n: the Local channel stays between the two sides, so that each can be hung up and recorded
            ['Channel', `Local/${extension}@inbound/n`],
            ['ChannelId', caller.id],
            ['Context', 'caller'],
            ['Exten', 's'],
            ['Priority', '1'],
            // the dialplan ends the ringing; this is for the case that it does not
            ['Timeout', String((ringSeconds + 10) * 1000)],
            ['Async', 'true'],
            ...Object.entries(variables).map(([name, value]) => ['Variable', `${name}=${value}`] as const)
        ]);
        return caller;
    }

    /** True as soon as the agent, or the queue, answers; false when the call ends without that. */
    answered(): Promise<boolean> {
        return this.#answered;
    }

    ended(): Promise<InboundCallEnd> {
        return this.#ended;
    }

    /** The caller hangs up, whether the agent has answered or not; returns when the call has ended. */
    async hangUp(): Promise<InboundCallEnd> {
        try {
            await this.#ami.action([
                ['Action', 'Hangup'],
                ['Channel', this.id],
                ['Cause', normalClearing]
            ]);
        } catch (error) {
            // the call, or the whole PBX, was gone already
            if (!(error instanceof PbxError && ['refused-by-pbx', 'not-running'].includes(error.reason))) throw error;
        }
        return this.#ended;
    }
}
