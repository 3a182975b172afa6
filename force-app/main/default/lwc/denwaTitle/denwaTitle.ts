import type { Cancel, Clock } from '../../../../../src/base/clock';

/** Milliseconds that each of the two titles stays. The second for people who want less motion. */
const TURN = 1_000;
const CALM_TURN = 4_000;

/**
 * Lets the title of a page take turns with other words, so that they are seen among the tabs of the browser.
 *
 *     own title ──show──▶ words ⇄ own title ──rest──▶ own title
 *
 * Whatever stands there besides these words is the page's own title, though the page may have changed it meanwhile.
 */
export class FlashingTitle {
    readonly #page: { title: string };
    readonly #clock: Pick<Clock, 'after'>;
    readonly #isCalm: () => boolean;
    #own = '';
    #words: string | null = null;
    #cancel: Cancel = () => undefined;

    /** `page`: the document; `isCalm`: whether the person wants less motion. */
    constructor(page: { title: string }, clock: Pick<Clock, 'after'>, isCalm: () => boolean) {
        this.#page = page;
        this.#clock = clock;
        this.#isCalm = isCalm;
    }

    show(text: string): void {
        // As the browser gives a title back (HTML, document.title): otherwise it would not be known again.
        const words = text.replace(/[\t\n\f\r ]+/g, ' ').trim();
        if (words === this.#words) return;
        this.rest();
        this.#words = words;
        this.takeTurns(words);
    }

    rest(): void {
        this.#cancel();
        if (this.#page.title === this.#words) this.#page.title = this.#own;
        this.#words = null;
    }

    private takeTurns(words: string): void {
        if (this.#page.title === words) {
            this.#page.title = this.#own;
        } else {
            this.#own = this.#page.title;
            this.#page.title = words;
        }
        this.#cancel = this.#clock.after(this.#isCalm() ? CALM_TURN : TURN, () => this.takeTurns(words));
    }
}
