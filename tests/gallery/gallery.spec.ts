import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect, type TestInfo } from '@playwright/test';
import { isMissingFile } from '../../workbench/server/missing-file';
import { componentsWithTemplate } from './bundle';
import { everySize, isUsual, rowsOf, type Cell } from './cells';
import { Desk } from './desk';
import { TIME_ZONE } from './moment';
import { Stage } from './stage';
import { galleries, languages, unseen } from './states/index';

interface WorkerFixtures {
    readonly stage: Stage;
    readonly desk: Desk;
}

const SHEETS = join(import.meta.dirname, '../../docs/gallery');

const test = base.extend<object, WorkerFixtures>({
    stage: [
        async ({ browser }, use) => {
            const page = await browser.newPage({ timezoneId: TIME_ZONE });
            await use(new Stage(page, url()));
            await page.close();
        },
        { scope: 'worker' }
    ],
    desk: [
        async ({ browser }, use) => {
            const page = await browser.newPage();
            await use(new Desk(page, url()));
            await page.close();
        },
        { scope: 'worker' }
    ]
});

test('every component has its states in the gallery', () => {
    const shown = new Set(galleries('en').map(({ component }) => component));
    expect([...shown, ...Object.keys(unseen)].sort(), 'tests/gallery/states').toEqual(componentsWithTemplate());
});

for (const language of languages) {
    for (const gallery of galleries(language)) {
        test(`${gallery.name}.${language}`, async ({ desk, stage }, info) => {
            const rows = rowsOf(gallery, language);
            const pictures = new Map<Cell, Buffer>();
            const problems: string[] = [];
            const outlines: string[] = [];
            for (const cell of rows.flat().sort((a, b) => a.look.localeCompare(b.look) || a.width - b.width)) {
                const picture = await stage.picture(cell);
                pictures.set(cell, picture.png);
                problems.push(...picture.problems);
                if (isUsual(cell)) outlines.push(`# ${cell.state}\n${await stage.outline()}\n`);
            }
            await desk.lay(gallery, language, rows, pictures);
            expect.soft(problems, 'accessible, within its width, large enough to press, and at rest').toEqual([]);
            expect.soft(outlines.join('\n')).toMatchSnapshot(['outlines', `${gallery.name}.${language}.txt`]);
            expect(await changesOf(desk, `${gallery.name}.${language}.png`, info), 'as in the committed pictures').toEqual([]);
        });
    }
}

for (const language of languages) {
    for (const gallery of galleries(language)) {
        test(`${gallery.name}.${language} in every state at every size`, async ({ stage }) => {
            const problems: string[] = [];
            for (const cell of everySize(gallery, language)) problems.push(...(await stage.problems(cell)));
            expect(problems, 'all of it within reach').toEqual([]);
        });
    }
}

/** Of the gallery that global-setup.ts serves. */
function url(): string {
    const { GALLERY_URL } = process.env;
    if (GALLERY_URL === undefined) throw new Error('Nothing serves the gallery');
    return GALLERY_URL;
}

/** Where the sheet looks different from the committed one, which it replaces if pictures are to be updated. */
async function changesOf(desk: Desk, name: string, info: TestInfo): Promise<readonly string[]> {
    const path = join(SHEETS, name);
    const committed = await readIfThere(path);
    const changes = committed ? await desk.changes(committed) : ['there is no such picture yet'];
    if (changes.length === 0) return [];
    if (['all', 'changed'].includes(info.config.updateSnapshots)) {
        await writeFile(path, await desk.file());
        return [];
    }
    await info.attach(name, { body: await desk.file(), contentType: 'image/png' });
    return changes;
}

async function readIfThere(path: string): Promise<Buffer | null> {
    try {
        return await readFile(path);
    } catch (error) {
        if (isMissingFile(error)) return null;
        throw error;
    }
}
