import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PbxError } from './pbx-error';

const here = import.meta.dirname;

/** Where everything that is fetched or generated lives; ignored by git. */
export const cacheDirectory = path.join(here, '..', '.cache');

/** An unpacked Asterisk. It runs with its own loader and libraries, because it is newer than the machine's libc. */
export interface Installation {
    /** the command line of the Asterisk program, to be followed by its own options */
    readonly command: readonly string[];
    readonly moduleDirectory: string;
    readonly dataDirectory: string;
}

/**
 * The fetched Asterisk; fetches it first where that has not been done (about 10 s on a good line).
 * @param progress gets one line per step of a fetch
 * @throws PbxError 'fetch-failed'
 */
export async function ensureInstallation(progress: (line: string) => void): Promise<Installation> {
    const directory = path.join(cacheDirectory, 'asterisk');
    const prefix = path.join(directory, 'prefix');
    if (!existsSync(prefix)) await fetchInto(directory, progress);

    const architecture = readdirSync(path.join(prefix, 'usr/lib')).find((name) => name.endsWith('-linux-gnu')) ?? '';
    // Debian 11 still has /lib beside /usr/lib, and keeps the modules outside the architecture's directory
    const libraries = [`usr/lib/${architecture}`, 'usr/lib', `lib/${architecture}`]
        .map((place) => path.join(prefix, place))
        .filter(existsSync);
    const loader = libraries
        .flatMap((place) => readdirSync(place).map((name) => path.join(place, name)))
        .find((file) => /\/ld-(linux.*|2.*)\.so(\.\d+)?$/.test(file));
    const moduleDirectory = libraries.map((place) => path.join(place, 'asterisk/modules')).find(existsSync);
    if (!loader || !moduleDirectory) {
        throw new PbxError('fetch-failed', `${prefix} is not a usable Asterisk: remove that directory and start again`);
    }
    return {
        command: [loader, '--library-path', libraries.join(':'), path.join(prefix, 'usr/sbin/asterisk')],
        moduleDirectory,
        dataDirectory: path.join(prefix, 'usr/share/asterisk')
    };
}

async function fetchInto(directory: string, progress: (line: string) => void): Promise<void> {
    const fetching = spawn(path.join(here, 'fetch-asterisk.sh'), [directory], { stdio: ['ignore', 'pipe', 'pipe'] });
    const complaints: string[] = [];
    createInterface(fetching.stdout).on('line', progress);
    createInterface(fetching.stderr).on('line', (line) => complaints.push(line));
    const exitCode = await new Promise<number | null>((resolve, reject) => {
        fetching.once('error', reject);
        fetching.once('close', resolve);
    });
    if (exitCode !== 0) {
        throw new PbxError('fetch-failed', complaints.join('\n') || `fetching Asterisk ended with code ${String(exitCode)}`);
    }
}
