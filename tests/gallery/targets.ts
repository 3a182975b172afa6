/** CSS pixels (WCAG 2.2, 2.5.8), without the exception for targets with room around them. */
const LEAST = 24;
/** Of a layout that divides its width by three. */
const TOLERANCE = 0.1;

/** What is pressed and is smaller than a fingertip needs. `zoom` in percent: whoever halves the panel wants its targets halved. */
export function smallTargets(root: HTMLElement, zoom: number): readonly string[] {
    const least = (LEAST * Math.min(zoom, 100)) / 100 - TOLERANCE;
    return [...root.querySelectorAll<HTMLElement>('button, select, input, textarea, summary, a[href]')]
        .map(pressed)
        .filter((element) => element.checkVisibility())
        .flatMap((element) => {
            const { width, height } = element.getBoundingClientRect();
            const name = [element.localName, ...element.classList].join('.');
            return width >= least && height >= least ? [] : [`${name} is a target of ${width.toFixed(1)} × ${height.toFixed(1)} px`];
        });
}

/** A box to tick is pressed by its words, too. */
function pressed(element: HTMLElement): HTMLElement {
    const ticked = element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type);
    return (ticked && (element.labels?.[0] ?? element.closest('label'))) || element;
}
