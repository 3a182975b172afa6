import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const { scripts } = createRequire(import.meta.url)('../../package.json') as { readonly scripts: Readonly<Record<string, string>> };
/** Characters that a check may print. */
const LONGEST_OUTPUT = 10_000_000;

/** Runs every `check:` script of package.json, as many at a time as there are processors, and shows what each of them said. */
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
const failed: string[] = [];

async function runWaiting(): Promise<void> {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const started = performance.now();
        const output = await run(name);
        console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s${output === '' ? '' : `\n${output}`}`);
    }
}

async function run(name: string): Promise<string> {
    try {
        const { stdout, stderr } = await promisify(execFile)('npm', ['run', '--silent', name], { maxBuffer: LONGEST_OUTPUT });
        return (stdout + stderr).trim();
    } catch (error) {
        failed.push(name);
        const { stdout = '', stderr = '', message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
        return (stdout + stderr).trim() || message;
    }
}

await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
if (failed.length > 0) {
    console.error(`Failed: ${failed.join(', ')}`);
    process.exitCode = 1;
}
