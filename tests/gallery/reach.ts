/** Pixels at the edges of what is pressed that may lie under something: borders, rounded corners. */
const EDGE = 3;

/**
 * What cannot be pressed because something else lies on it, even after it was scrolled to (WCAG 2.2, 2.4.11), and what of `needed`
 * (selectors) is not in sight before anybody has scrolled.
 */
export function unreachable(root: HTMLElement, needed: readonly string[]): readonly string[] {
    const hidden = needed.filter((selector) => {
        const element = root.querySelector(selector);
        return !element || coverOf(element) !== null;
    });
    const targets = [...root.querySelectorAll<HTMLElement>('button, select, input, textarea, summary, a[href]')];
    const covered = targets
        .filter((element) => element.checkVisibility())
        .map(pressed)
        .flatMap((element) => {
            element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            const cover = coverOf(element);
            return cover === null ? [] : [`${nameOf(element)} lies under ${cover}`];
        });
    return [...new Set([...hidden.map((selector) => `${selector} is not in sight`), ...covered])];
}

/**
 * What lies on the middle, the upper or the lower edge of the element, or the edge beyond which it is; null: nothing. What a field holds at its
 * ends is its own.
 */
function coverOf(element: Element): string | null {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    // Of what is higher than half of the page, the middle will do.
    const isHigh = bottom - top > window.innerHeight / 2;
    for (const pointY of isHigh ? [y] : [y, Math.min(top + EDGE, y), Math.max(bottom - EDGE, y)]) {
        const hit = document.elementFromPoint(x, pointY);
        if (!hit) return 'the edge of the panel';
        if (!element.contains(hit) && hit.closest('label') !== element) return nameOf(hit);
    }
    return null;
}

/** What only assistive technology sees is pressed by what it names. */
function pressed(element: HTMLElement): Element {
    const isTicked = element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type);
    return (isTicked && (element.labels?.[0] ?? element.closest('label'))) || element;
}

/** Without the classes of the platform and of the compiler. */
function nameOf(element: Element): string {
    return [element.localName, ...[...element.classList].filter((name) => !/^(slds|stage-script)-/.test(name))].join('.');
}
