import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type BrowserContext } from '@playwright/test';
import { chromiumPath, chromiumSwitches } from './chromium';

/** Milliseconds for the browser to say where it listens. */
const START_LIMIT = 15_000;

/** A browser with a profile on disk, which can be killed as a crash would, and started again with what it had stored. */
export class MortalBrowser {
    readonly #profile: string;
    #process: ChildProcess | null = null;

    private constructor(profile: string) {
        this.#profile = profile;
    }

    static async withNewProfile(): Promise<MortalBrowser> {
        return new MortalBrowser(await mkdtemp(path.join(tmpdir(), 'denwa-profile-')));
    }

    /** The one context of the profile; unlike those that Playwright makes, it stores on disk. */
    async start(): Promise<BrowserContext> {
        const portFile = path.join(this.#profile, 'DevToolsActivePort');
        await rm(portFile, { force: true });
        this.#process = spawn(
            chromiumPath,
            [
                ...chromiumSwitches('granted'),
                '--headless=new',
                '--ignore-certificate-errors',
                '--remote-debugging-port=0',
                `--user-data-dir=${this.#profile}`,
                'about:blank'
            ],
            // A group of its own: all of the browser's processes die at once.
            { stdio: 'ignore', detached: true }
        );
        const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile)}`);
        const [context] = browser.contexts();
        if (!context) throw new Error('The browser has no context');
        return context;
    }

    /** SIGKILL: nothing in the browser gets the chance to do anything. */
    async kill(): Promise<void> {
        const killed = this.#process;
        this.#process = null;
        if (killed?.pid === undefined || killed.exitCode !== null || killed.signalCode !== null) return;
        const gone = once(killed, 'exit');
        process.kill(-killed.pid, 'SIGKILL');
        await gone;
        // A killed browser cannot take back its claim to the profile, and the next one would believe it.
        await rm(path.join(this.#profile, 'SingletonLock'), { force: true });
    }

    async discard(): Promise<void> {
        await this.kill();
        await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
}

async function portIn(file: string): Promise<string> {
    const deadline = performance.now() + START_LIMIT;
    for (;;) {
        try {
            const [port = ''] = (await readFile(file, 'utf8')).split('\n');
            if (port !== '') return port;
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        }
        if (performance.now() > deadline) throw new Error('The browser did not start');
        await delay(20);
    }
}
