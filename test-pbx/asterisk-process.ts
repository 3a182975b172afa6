import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Installation } from './installation';
import { PbxError } from './pbx-error';

const run = promisify(execFile);

const asNobody = ['--reuid=nobody', '--regid=nogroup', '--clear-groups'];
/** root without its powers, for a project in a directory that only root can enter */
const asPowerlessRoot = ['--inh-caps=-all', '--bounding-set=-all'];

const configurationFile = (runDirectory: string) => path.join(runDirectory, 'etc/asterisk.conf');

/**
 * Starts Asterisk, never with the powers of root.
 * @param outlivesParent if false, the kernel ends Asterisk with this process, however this process ends
 */
export async function startAsterisk(installation: Installation, runDirectory: string, outlivesParent: boolean): Promise<ChildProcess> {
    const command = [...installation.command, '-f', '-C', configurationFile(runDirectory)];
    const deathSignal = outlivesParent ? [] : ['--pdeathsig=TERM'];
    const identity = process.getuid?.() === 0 ? await unprivilegedIdentity(installation, runDirectory) : [];
    const console = openSync(path.join(runDirectory, 'log/console'), 'a');
    try {
        // a process group of its own: Ctrl-C reaches only the parent, which stops Asterisk in its own order
        const asterisk = spawn('setpriv', [...identity, ...deathSignal, '--no-new-privs', '--', ...command], {
            stdio: ['ignore', console, console],
            detached: true
        });
        asterisk.unref();
        await new Promise((resolve, reject) => {
            asterisk.once('spawn', resolve);
            asterisk.once('error', reject);
        });
        return asterisk;
    } catch (error) {
        throw new PbxError('missing-program', "'setpriv' is missing: install it with 'apt-get install util-linux'", { cause: error });
    } finally {
        closeSync(console);
    }
}

async function unprivilegedIdentity(installation: Installation, runDirectory: string): Promise<readonly string[]> {
    const [loader = ''] = installation.command;
    try {
        await run('setpriv', [...asNobody, '--', 'test', '-x', loader, '-a', '-x', runDirectory]);
    } catch {
        return asPowerlessRoot;
    }
    await run('chown', ['-R', 'nobody:nogroup', runDirectory]);
    return asNobody;
}

/** Whether this process is still the Asterisk of that run directory: it may have ended and its number been given to another. */
export async function isRunning(pid: number, runDirectory: string): Promise<boolean> {
    try {
        const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8');
        return commandLine.split('\0').includes(configurationFile(runDirectory));
    } catch {
        // no such process
        return false;
    }
}

/** Asks Asterisk to end, which says goodbye to its phones; ends it by force where it does not within 5 s. */
export async function stopAsterisk(pid: number, runDirectory: string): Promise<void> {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        const deadline = performance.now() + 5000;
        if (await isRunning(pid, runDirectory)) sendSignal(pid, signal);
        while (performance.now() < deadline) {
            if (!(await isRunning(pid, runDirectory))) return;
            await delay(10);
        }
    }
    throw new PbxError('timeout', `process ${pid} of the test PBX does not end`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
    try {
        process.kill(pid, signal);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EPERM') {
            throw new PbxError('not-permitted', `process ${pid} of the test PBX belongs to another user: stop it as that user`, {
                cause: error
            });
        }
        // it ended in the meantime
        if (code !== 'ESRCH') throw error;
    }
}
