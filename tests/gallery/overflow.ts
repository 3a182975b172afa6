/** What `scrollWidth` rounds up. */
const TOLERANCE = 1;

/** The elements whose content is wider than they are, or cut off where nothing says so; but for fields, whose text scrolls with the caret. */
export function horizontalOverflows(root: HTMLElement): readonly string[] {
    const elements = [document.documentElement, root, ...root.querySelectorAll<HTMLElement>('*:not(input, textarea, select, svg, svg *)')];
    return elements.filter(overflows).map(describe);
}

function overflows(element: HTMLElement): boolean {
    const { display, overflowX, textOverflow } = getComputedStyle(element);
    // Inline elements have no width of their own; an ellipsis says that there is more; assistive text is one pixel wide.
    if (display.startsWith('inline') && element.clientWidth === 0) return false;
    if (textOverflow === 'ellipsis' || (overflowX === 'hidden' && element.clientWidth <= 1)) return false;
    return element.scrollWidth > element.clientWidth + TOLERANCE;
}

function describe(element: HTMLElement): string {
    const name = [element.localName, ...element.classList].join('.');
    const text = element.innerText.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${name} is ${element.clientWidth} px wide, its content ${element.scrollWidth} px: "${text}"`;
}
