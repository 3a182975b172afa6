import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { AmiConnection } from './ami';
import { isRunning, startAsterisk, stopAsterisk } from './asterisk-process';
import { dialplanSeconds } from './dialplan-seconds';
import { cacheDirectory, ensureInstallation } from './installation';
import { OutsideCaller, type InboundCall } from './outside-caller';
import { PbxError } from './pbx-error';
import {
    parseBridges,
    parseChannels,
    parseDialled,
    parseIsInUse,
    parseLogProblems,
    parseParkedCalls,
    parsePresented,
    parseQueueMembers,
    parseRecordingName,
    type Channel,
    type DialledNumber,
    type ParkedCall,
    type PresentedNumber,
    type QueueMember,
    type Recording
} from './records';
import { choosePorts, loadInstance, prepareRunDirectory, saveInstance, type HoldMusic, type Instance, type Ports } from './run-directory';
import { until } from './until';

export interface StartOptions {
    /**
     * Names the run directory, which then stays after the stop and is taken over, running Asterisk included, by the next start of that
     * name. Without a name the instance gets a directory of its own that goes with it.
     */
    readonly name?: string;
    /** those not given are chosen free */
    readonly ports?: Partial<Ports>;
    /** true: goes on running when this process ends (default: false) */
    readonly outlivesParent?: boolean;
    /** what callers on hold, parked and waiting callers hear (default: 'tone') */
    readonly holdMusic?: HoldMusic;
    /** gets one line per long step */
    readonly progress?: (line: string) => void;
}

/**
 * A running Asterisk with the accounts of accounts.ts and the outside world of outside-numbers.ts.
 *
 *     const pbx = await TestPbx.start();
 *     const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
 *     await caller.answered();
 *     await pbx.stop();
 */
export class TestPbx {
    /** SIP over WebSocket, plain and with a self-signed certificate for localhost */
    readonly wsUrl: string;
    readonly wssUrl: string;
    readonly ports: Ports;
    readonly pid: number;
    /** configuration, log, records and recordings of this instance */
    readonly runDirectory: string;
    readonly #isTemporary: boolean;
    readonly #ami: AmiConnection;

    private constructor(runDirectory: string, isTemporary: boolean, instance: Instance, ami: AmiConnection) {
        this.runDirectory = runDirectory;
        this.#isTemporary = isTemporary;
        this.ports = instance.ports;
        this.pid = instance.pid;
        this.wsUrl = `ws://127.0.0.1:${instance.ports.ws}/ws`;
        this.wssUrl = `wss://127.0.0.1:${instance.ports.wss}/ws`;
        this.#ami = ami;
    }

    /** Starts an instance and returns when it takes calls. Fetches Asterisk first where that has not been done yet. */
    static async start({
        name,
        ports: givenPorts = {},
        outlivesParent = false,
        holdMusic = 'tone',
        progress = () => undefined
    }: StartOptions = {}): Promise<TestPbx> {
        const installation = await ensureInstallation(progress);
        const runDirectory = name ? namedDirectory(name) : await temporaryDirectory();
        try {
            await stopRecorded(runDirectory);
            const ports = await choosePorts(givenPorts);
            const managerSecret = randomBytes(16).toString('hex');
            await prepareRunDirectory(runDirectory, installation, ports, managerSecret, holdMusic);
            const asterisk = await startAsterisk(installation, runDirectory, outlivesParent);
            const instance = { pid: asterisk.pid ?? 0, ports, managerSecret };
            await saveInstance(runDirectory, instance);
            return new TestPbx(runDirectory, !name, instance, await booted(asterisk, instance, runDirectory));
        } catch (error) {
            await stopRecorded(runDirectory);
            if (!name) await rm(runDirectory, { recursive: true, force: true });
            throw error;
        }
    }

    /** Stops the instance of that name, whoever started it and whatever state it is in. @returns whether there was one */
    static async stopNamed(name: string): Promise<boolean> {
        return stopRecorded(namedDirectory(name));
    }

    /** The running instance of that name, started by another process; undefined if there is none. */
    static async find(name: string): Promise<TestPbx | undefined> {
        const runDirectory = namedDirectory(name);
        const instance = await loadInstance(runDirectory);
        if (!instance || !(await isRunning(instance.pid, runDirectory))) return undefined;
        const ami = await AmiConnection.open(instance.ports.manager, instance.managerSecret, AbortSignal.timeout(10_000));
        return new TestPbx(runDirectory, false, instance, ami);
    }

    /** Runs a command of the Asterisk console and returns what it prints. */
    async cli(command: string): Promise<string> {
        const response = await this.#ami.action([
            ['Action', 'Command'],
            ['Command', command]
        ]);
        return (response.get('Output') ?? []).join('\n');
    }

    /** Calls an agent from the outside world. */
    ring(call: InboundCall): Promise<OutsideCaller> {
        return OutsideCaller.place(this.#ami, call);
    }

    async channels(): Promise<readonly Channel[]> {
        return parseChannels(await this.cli('core show channels concise'));
    }

    /**
     * Waits until so many calls hear each other. A caller is told of the answer an instant before the PBX has joined the two, and until then
     * it refuses to transfer them (400 in the NOTIFY).
     */
    async joined(calls: number): Promise<void> {
        await until(
            () => `the test PBX to join ${calls} calls`,
            async () => parseBridges(await this.cli('bridge show all')) >= calls
        );
    }

    /** The callers in the parking lot, by slot. */
    async parked(): Promise<readonly ParkedCall[]> {
        return parseParkedCalls(await this.cli('parking show default'));
    }

    /** Waits until callers are parked in these slots and in no other. The parker's phone is told its slot an instant before. */
    async parkedIn(slots: readonly string[]): Promise<void> {
        const expected = [...slots].sort().join();
        let taken = '';
        await until(
            () => `the parked calls '${expected}', there were '${taken}'`,
            async () => {
                taken = (await this.parked())
                    .map(({ slot }) => slot)
                    .sort()
                    .join();
                return taken === expected;
            }
        );
    }

    /** Everything that phones have dialled since the start, oldest first, as the PBX received it. */
    async dialled(): Promise<readonly DialledNumber[]> {
        return parseDialled(await this.#readLog('cel-custom/dialled.csv'));
    }

    /** What agents' calls presented to the outside world since the start, oldest first. */
    async presented(): Promise<readonly PresentedNumber[]> {
        return parsePresented(await this.#readLog('cel-custom/presented.csv'));
    }

    /** The agents who are logged into the queue, by their users. */
    async queueMembers(): Promise<readonly QueueMember[]> {
        const members = parseQueueMembers(
            await this.#ami.list([
                ['Action', 'QueueStatus'],
                ['Queue', 'support']
            ])
        );
        return [...members].sort((a, b) => a.agent.localeCompare(b.agent));
    }

    /** What outside parties said and heard, one file per direction, in no particular order. */
    async recordings(): Promise<readonly Recording[]> {
        const directory = path.join(this.runDirectory, 'recordings');
        return (await readdir(directory)).flatMap((file) => parseRecordingName(path.join(directory, file)) ?? []);
    }

    /** The lines of severity ERROR or WARNING in the PBX's log; none after a start. */
    async logProblems(): Promise<readonly string[]> {
        return parseLogProblems(await this.#readLog('messages'));
    }

    /**
     * Ends all calls, parked and waiting ones too, and sets the queue's agents and the times of the dialplan again. Registrations and records
     * stay.
     */
    async reset(): Promise<void> {
        await this.#resetQueue();
        await until(
            () => 'the test PBX to end its calls',
            async () => {
                if ((await this.channels()).length === 0 && (await this.parked()).length === 0) return true;
                await this.cli('channel request hangup all');
                return false;
            }
        );
        // the queue rings nobody, and a supervisor's code reaches nobody, by the calls but by the phones' states, which follow an instant later
        await until(
            () => 'the test PBX to see that no phone is in use',
            async () => !parseIsInUse(`${await this.cli('pjsip list endpoints')}\n${await this.cli('queue show')}`)
        );
        for (const [name, seconds] of Object.entries(dialplanSeconds)) await this.cli(`dialplan set global ${name} ${seconds}`);
    }

    /** Ends Asterisk; phones see their calls end and their WebSockets close. May be called again. */
    async stop(): Promise<void> {
        this.#ami.close();
        await stopAsterisk(this.pid, this.runDirectory);
        if (this.#isTemporary) await rm(this.runDirectory, { recursive: true, force: true });
    }

    /** Leaves a found instance running, without a hold on it. */
    release(): void {
        this.#ami.close();
    }

    /** Only the agents of conf/queues.conf, and none of them paused. */
    async #resetQueue(): Promise<void> {
        for (const { agent, membership, paused } of await this.queueMembers()) {
            const member = `Local/${agent}@queue-agent`;
            if (membership === 'dynamic') await this.cli(`queue remove member ${member} from support`);
            else if (paused) await this.cli(`queue unpause member ${member} queue support`);
        }
    }

    async #readLog(file: string): Promise<string> {
        try {
            return await readFile(path.join(this.runDirectory, 'log', file), 'utf8');
        } catch (error) {
            // written with its first line
            if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
            throw error;
        }
    }
}

/** Waits until Asterisk takes calls. */
async function booted(asterisk: ChildProcess, { ports, managerSecret }: Instance, runDirectory: string): Promise<AmiConnection> {
    const startup = new AbortController();
    const fail = (what: string) => startup.abort(new PbxError('start-failed', `Asterisk ${what}; ${runDirectory}/log tells why`));
    const ended = () => fail('ended while starting');
    asterisk.once('exit', ended);
    const deadline = setTimeout(() => fail('did not start within 30 s'), 30_000);
    try {
        return await AmiConnection.open(ports.manager, managerSecret, startup.signal);
    } finally {
        asterisk.off('exit', ended);
        clearTimeout(deadline);
    }
}

async function stopRecorded(runDirectory: string): Promise<boolean> {
    const instance = await loadInstance(runDirectory);
    if (!instance || !(await isRunning(instance.pid, runDirectory))) return false;
    await stopAsterisk(instance.pid, runDirectory);
    return true;
}

const instances = path.join(cacheDirectory, 'pbx');

function namedDirectory(name: string): string {
    if (!/^[\w-]{1,30}$/.test(name)) throw new PbxError('bad-argument', `'${name}' cannot name an instance: use letters, digits, - and _`);
    return path.join(instances, name);
}

async function temporaryDirectory(): Promise<string> {
    await mkdir(instances, { recursive: true });
    return mkdtemp(path.join(instances, 'run-'));
}
