import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { FRAME_HEIGHT, isUsual, nameOf, type Cell, type Look } from './cells';
import type { Language } from './states/index';

const AXE = readFileSync(
    createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
    'utf8'
);
const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Settings in a narrow panel at 200 % would be several screens long. */
const LONGEST_PICTURE = 3 * FRAME_HEIGHT;

declare global {
    interface Window {
        axe: typeof axe;
    }
}

export interface Picture {
    readonly png: Buffer;
    /** What axe finds, and what sticks out, is too small to press or moves, in words. */
    readonly problems: readonly string[];
}

/** A browser's page in which one cell after another is shown. */
export class Stage {
    readonly #page: Page;
    readonly #url: string;
    #language: Language | undefined;
    #size = '';
    #look: Look | undefined;

    constructor(page: Page, url: string) {
        this.#page = page;
        this.#url = url;
    }

    async picture(cell: Cell): Promise<Picture> {
        await this.#enter(cell);
        const { height, problems } = await this.#page.evaluate((shown) => window.showCell(shown), cell);
        const violations = await this.#violations();
        const pictured = Math.min(Math.max(1, height), LONGEST_PICTURE);
        if (pictured > FRAME_HEIGHT) await this.#resize(cell.width, pictured);
        const png = await this.#page.screenshot({ clip: { x: 0, y: 0, width: cell.width, height: pictured } });
        return { png, problems: named(cell, [...violations, ...problems]) };
    }

    /** What is wrong with a cell that nobody needs a picture of. Axe looks at one size of each state: its rules depend on none. */
    async problems(cell: Cell): Promise<readonly string[]> {
        await this.#enter(cell);
        const problems = await this.#page.evaluate((tried) => window.tryCell(tried), cell);
        return named(cell, isUsual(cell) ? [...problems, ...(await this.#violations())] : problems);
    }

    /** What the cell that is shown is to a screen reader. */
    async outline(): Promise<string> {
        return this.#page.locator('#denwa').ariaSnapshot();
    }

    async #resize(width: number, height: number): Promise<void> {
        const size = `${width} × ${height}`;
        if (size !== this.#size) await this.#page.setViewportSize({ width, height });
        this.#size = size;
    }

    async #wear(look: Look): Promise<void> {
        if (look === this.#look) return;
        this.#look = look;
        await this.#page.emulateMedia({ reducedMotion: 'reduce', forcedColors: look === 'contrast' ? 'active' : 'none' });
    }

    async #enter({ language, look, width }: Cell): Promise<void> {
        await this.#load(language);
        await this.#wear(look);
        await this.#resize(width, FRAME_HEIGHT);
    }

    /** What axe finds in the cell that is shown. */
    async #violations(): Promise<readonly string[]> {
        return this.#page.evaluate(async (tags) => {
            // What scrolling uncovers is large enough; smallTargets measures it.
            const rules = { 'target-size': { enabled: false } };
            const { violations } = await window.axe.run('#denwa', { runOnly: tags, rules, resultTypes: ['violations'] });
            return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
        }, WCAG_2_2_AA);
    }

    async #load(language: Language): Promise<void> {
        if (language === this.#language) return;
        this.#language = language;
        const failure = new Promise<never>((_resolve, reject) => this.#page.once('pageerror', reject));
        await this.#page.goto(`${this.#url}/cell?language=${language}`);
        await Promise.race([this.#page.waitForFunction(() => 'showCell' in window), failure]);
        await this.#page.evaluate(AXE);
    }
}

function named(cell: Cell, problems: readonly string[]): readonly string[] {
    return problems.map((problem) => `${nameOf(cell)}: ${problem}`);
}
