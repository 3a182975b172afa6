import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { accounts, customer, directNumber, directNumberPrefix, notifiedNumberPrefix, notifiedNumbers, queueExtension } from './accounts';
import { dialplanSeconds } from './dialplan-seconds';
import type { Installation } from './installation';
import { outsideNumbers } from './outside-numbers';
import { PbxError } from './pbx-error';
import { render } from './template';
import { formatWav, tone } from './wav';

const run = promisify(execFile);

/** TCP ports on 127.0.0.1 */
export interface Ports {
    readonly ws: number;
    readonly wss: number;
    readonly manager: number;
}

/** What others must know to reach a running instance; kept in its run directory. */
export interface Instance {
    readonly pid: number;
    readonly ports: Ports;
    readonly managerSecret: string;
}

const instanceFile = (runDirectory: string) => path.join(runDirectory, 'instance.json');

export async function saveInstance(runDirectory: string, instance: Instance): Promise<void> {
    await writeFile(instanceFile(runDirectory), JSON.stringify(instance), { mode: 0o600 });
}

export async function loadInstance(runDirectory: string): Promise<Instance | undefined> {
    try {
        return JSON.parse(await readFile(instanceFile(runDirectory), 'utf8')) as Instance;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
    }
}

/** The given ports, which must be free, and free ones for the others. All are held at the same time, so that they differ. */
export async function choosePorts(given: Partial<Ports>): Promise<Ports> {
    const attempts = await Promise.allSettled([given.ws, given.wss, given.manager].map((port = 0) => listen(port)));
    const servers = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? attempt.value : []));
    const [ws = 0, wss = 0, manager = 0] = servers.map((server) => (server.address() as net.AddressInfo).port);
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    for (const attempt of attempts) if (attempt.status === 'rejected') throw attempt.reason;
    return { ws, wss, manager };
}

function listen(port: number): Promise<net.Server> {
    const server = net.createServer();
    return new Promise((resolve, reject) => {
        server.once('error', (error) => reject(new PbxError('port-taken', `port ${port} is not free: ${error.message}`, { cause: error })));
        server.listen(port, '127.0.0.1', () => resolve(server));
    });
}

/** Writes everything an instance needs into an empty or former run directory. Records of a former run are removed. */
export async function prepareRunDirectory(
    runDirectory: string,
    installation: Installation,
    ports: Ports,
    managerSecret: string,
    holdMusic: HoldMusic
): Promise<void> {
    // sun_path of a Unix socket holds 108 bytes (unix(7)); Asterisk makes one for its console
    if (Buffer.byteLength(path.join(runDirectory, 'asterisk.ctl')) > 107) {
        throw new PbxError(
            'bad-argument',
            `${runDirectory} is too long a path for Asterisk: put the project into a directory with a shorter one`
        );
    }
    await rm(runDirectory, { recursive: true, force: true });
    for (const part of ['etc', 'keys', 'lib/keys', 'spool', 'log/cel-custom', 'recordings']) {
        await mkdir(path.join(runDirectory, part), { recursive: true });
    }
    await Promise.all([
        writeConfiguration(runDirectory, installation.moduleDirectory, {
            runDirectory,
            moduleDirectory: installation.moduleDirectory,
            dataDirectory: installation.dataDirectory,
            wsPort: String(ports.ws),
            wssPort: String(ports.wss),
            managerPort: String(ports.manager),
            managerSecret,
            machineAddress: machineAddress(),
            accounts: await renderAccounts(),
            ...dialplanSeconds,
            customerNumber: customer.number,
            directNumberPrefix,
            notifiedNumbers: notifiedNumbers.join('&'),
            notifiedNumberPrefix,
            prefixedNumber: notifiedNumbers[1],
            queueNumber: directNumber(queueExtension),
            holdMusicDirectory: await prepareHoldMusic(runDirectory, installation, holdMusic),
            ...Object.fromEntries(Object.entries(outsideNumbers).map(([name, number]) => [`numbers.${name}`, number]))
        }),
        makeCertificate(path.join(runDirectory, 'keys'))
    ]);
}

/** 'tone': a steady tone of `holdToneFrequency`, which a test recognises; 'music': the distribution's music. */
export type HoldMusic = 'tone' | 'music';

/** Hz; tests tell what they hear by its frequency */
export const holdToneFrequency = 620;

/** @returns the directory whose files callers on hold, parked and waiting callers hear */
async function prepareHoldMusic(runDirectory: string, { dataDirectory }: Installation, holdMusic: HoldMusic): Promise<string> {
    if (holdMusic === 'music') return path.join(dataDirectory, 'moh');
    const directory = path.join(runDirectory, 'hold-music');
    await mkdir(directory);
    await writeFile(path.join(directory, 'tone.wav'), formatWav(tone(holdToneFrequency, 10)));
    return directory;
}

const templates = path.join(import.meta.dirname, 'conf');
const accountTemplate = 'pjsip-account.conf';

/** Asterisk asks for these files and logs an error where one is missing; its defaults are right. */
const filesLeftEmpty = ['acl.conf', 'ccss.conf', 'pjproject.conf', 'stasis.conf', 'udptl.conf'];

async function writeConfiguration(runDirectory: string, moduleDirectory: string, values: Readonly<Record<string, string>>): Promise<void> {
    const files = (await readdir(templates)).filter((file) => file !== accountTemplate);
    await Promise.all(
        files.map(async (file) => {
            const template = await readFile(path.join(templates, file), 'utf8');
            const text = render(template, values);
            await writeFile(
                path.join(runDirectory, 'etc', file),
                file === 'modules.conf' ? withoutAbsentModules(text, moduleDirectory) : text
            );
        })
    );
    await Promise.all(filesLeftEmpty.map((file) => writeFile(path.join(runDirectory, 'etc', file), '')));
}

/** Asterisk 16 has not split its modules as finely as 22, and takes a module that it does not have for an error. */
function withoutAbsentModules(text: string, moduleDirectory: string): string {
    const isAbsent = (line: string) => {
        const module = /^load = (\S+)$/.exec(line)?.[1];
        return module !== undefined && !existsSync(path.join(moduleDirectory, module));
    };
    return text
        .split('\n')
        .filter((line) => !isAbsent(line))
        .join('\n');
}

async function renderAccounts(): Promise<string> {
    const template = await readFile(path.join(templates, accountTemplate), 'utf8');
    return accounts.map((account) => render(template, { ...account })).join('');
}

/** The address that rtp.conf maps to loopback: any but loopback itself will do, since no packet is ever sent to it. */
function machineAddress(): string {
    const address = Object.values(os.networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .find(({ family, address }) => family === 'IPv4' && !address.startsWith('127.'));
    if (!address) {
        throw new PbxError(
            'no-network-address',
            'This machine has no network address besides 127.0.0.1, which Asterisk does not use for calls.\n' +
                'Connect it to a network, or give it an address of its own: sudo ip addr add 10.99.0.1/32 dev lo'
        );
    }
    return address.address;
}

async function makeCertificate(directory: string): Promise<void> {
    const [key, certificate] = [path.join(directory, 'pbx.key'), path.join(directory, 'pbx.crt')];
    const names = 'subjectAltName=DNS:localhost,DNS:*.localhost,IP:127.0.0.1';
    const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', '-subj', '/CN=localhost'];
    try {
        await run('openssl', ['req', ...options, '-addext', names, '-keyout', key, '-out', certificate]);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        throw new PbxError('missing-program', "'openssl' is missing: install it with 'apt-get install openssl'", { cause: error });
    }
    await chmod(key, 0o600);
}
