import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startGallery } from '../tests/gallery/server';
import { galleries, languages } from '../tests/gallery/states/index';

const usage = `Usage: npm run gallery -- [options]

Draws every component in every state, in Japanese and English, the main ones at several widths and zooms and in light, dark and forced colours,
into docs/gallery, and tries all of them at every width and zoom. Fails where axe finds something, something sticks out of the panel, is too
small to press, lies under something else, is out of sight that must not be, or moves in spite of reduced motion.

  --check        compare with the committed pictures instead of replacing them
  --only NAME    sheets with this in their name, such as keypad or panel-calls.ja
  --open         serve the gallery to a browser instead
  --port NUMBER  for --open (default 8090)
  --help`;

const { values } = parseArgs({
    options: {
        check: { type: 'boolean', default: false },
        only: { type: 'string' },
        open: { type: 'boolean', default: false },
        port: { type: 'string', default: '8090' },
        help: { type: 'boolean', default: false }
    }
});

const root = fileURLToPath(new URL('..', import.meta.url));

if (values.help) console.log(usage);
else if (values.open) await open(Number(values.port));
else process.exitCode = await draw(values.check, values.only);

async function open(port: number): Promise<void> {
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port takes a number from 0 to 65535, not '${values.port}'`);
    const { url } = await startGallery(port);
    console.log(`The gallery is at ${url}. Ctrl+C ends it.`);
}

/** The exit code. */
async function draw(check: boolean, only: string | undefined): Promise<number> {
    if (!check) removeLeftOver();
    const options = [
        ...(check ? ['--update-snapshots=none'] : ['--update-snapshots=changed']),
        ...(only === undefined ? [] : ['-g', only])
    ];
    const playwright = spawn('npx', ['playwright', 'test', '--config', 'tests/gallery/playwright.config.ts', ...options], {
        cwd: root,
        stdio: 'inherit'
    });
    const [code] = (await once(playwright, 'exit')) as [number | null];
    return code ?? 1;
}

/** Pictures of what the gallery does not show any more. */
function removeLeftOver(): void {
    const names = new Set(languages.flatMap((language) => galleries(language).map(({ name }) => `${name}.${language}`)));
    for (const folder of [`${root}docs/gallery`, `${root}docs/gallery/outlines`]) {
        mkdirSync(folder, { recursive: true });
        const files = readdirSync(folder).filter((file) => /\.(png|txt)$/.test(file));
        for (const file of files.filter((name) => !names.has(name.replace(/\.\w+$/, '')))) rmSync(`${folder}/${file}`);
    }
}
