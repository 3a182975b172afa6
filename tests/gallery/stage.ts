import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { FRAME_HEIGHT, nameOf, type Cell, type Look } from './cells';
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
        const page = this.#page;
        await this.#enter(cell.language);
        await this.#wear(cell.look);
        await this.#resize(cell.width, FRAME_HEIGHT);
        const { height, problems, violations } = await page.evaluate(
            async ({ shown, tags }) => {
                const result = await window.showCell(shown);
                // What scrolling uncovers is large enough; smallTargets measures it.
                const rules = { 'target-size': { enabled: false } };
                const { violations } = await window.axe.run('#denwa', { runOnly: tags, rules, resultTypes: ['violations'] });
                return {
                    ...result,
                    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
                };
            },
            { shown: cell, tags: WCAG_2_2_AA }
        );
        const pictured = Math.min(Math.max(1, height), LONGEST_PICTURE);
        if (pictured > FRAME_HEIGHT) await this.#resize(cell.width, pictured);
        const png = await page.screenshot({ clip: { x: 0, y: 0, width: cell.width, height: pictured } });
        return { png, problems: [...violations, ...problems].map((problem) => `${nameOf(cell)}: ${problem}`) };
    }

    /** What is wrong with a cell that nobody needs a picture of; axe looks at it at its usual size only, which no rule depends on. */
    async problems(cell: Cell): Promise<readonly string[]> {
        await this.#enter(cell.language);
        await this.#wear(cell.look);
        await this.#resize(cell.width, FRAME_HEIGHT);
        const problems = await this.#page.evaluate((tried) => window.tryCell(tried), cell);
        return problems.map((problem) => `${nameOf(cell)}: ${problem}`);
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

    async #enter(language: Language): Promise<void> {
        if (language === this.#language) return;
        this.#language = language;
        const failure = new Promise<never>((_resolve, reject) => this.#page.once('pageerror', reject));
        await this.#page.goto(`${this.#url}/cell?language=${language}`);
        await Promise.race([this.#page.waitForFunction(() => 'showCell' in window), failure]);
        await this.#page.evaluate(AXE);
    }
}
