import type { Page } from '@playwright/test';
import { nameOf, type Cell } from './cells';
import { indexedPng } from './indexed-png';
import { sheetMarkup } from './pages';
import type { Gallery, Language } from './states/index';

/** A browser's page on which the pictures of a gallery are laid out and compared. */
export class Desk {
    readonly #page: Page;
    readonly #url: string;

    constructor(page: Page, url: string) {
        this.#page = page;
        this.#url = url;
    }

    /** Lays them out; what follows is about this sheet. */
    async lay(
        gallery: Gallery,
        language: Language,
        rows: readonly (readonly Cell[])[],
        pictures: ReadonlyMap<Cell, Buffer>
    ): Promise<void> {
        const picture = (cell: Cell): string => `<img alt="${nameOf(cell)}" src="${dataUrl(pictures.get(cell) ?? Buffer.alloc(0))}">`;
        if (this.#page.url() !== `${this.#url}/desk`) await this.#page.goto(`${this.#url}/desk`);
        await this.#page.evaluate(
            async (markup) => {
                document.body.innerHTML = markup;
                await Promise.all([...document.images].map((image) => image.decode()));
            },
            sheetMarkup(gallery, language, rows, picture)
        );
    }

    /** Pictures that look different from those on an earlier sheet, in words. */
    changes(before: Buffer): Promise<readonly string[]> {
        return this.#page.evaluate((sheet) => window.differingPictures(sheet), dataUrl(before));
    }

    /** The sheet as a PNG file. */
    async file(): Promise<Buffer> {
        const png = await this.#page.screenshot({ fullPage: true });
        return indexedPng(await this.#page.evaluate((source) => window.indexImage(source), dataUrl(png)));
    }
}

function dataUrl(png: Buffer): string {
    return `data:image/png;base64,${png.toString('base64')}`;
}
