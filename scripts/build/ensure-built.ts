import { spawn } from 'node:child_process';
import { projectRoot } from './paths';
import { isBuildUpToDate } from './up-to-date';

/** Runs `npm run build` unless its result is newer than everything it reads. Rejects when the build fails. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
    if (await isBuildUpToDate()) return say('The static resource is up to date');
    say('Building the static resource');
    const child = spawn('npm', ['run', '--silent', 'build'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (code !== 0) throw new Error('The build failed; npm run build shows why');
}
