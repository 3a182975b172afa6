/**
 * Makes the lists of a component show what its template says. Once somebody has chosen from a list, the browser heeds the attribute
 * `selected` no more (HTML, the option element: dirtiness), and a choice that was not taken over would stay on show.
 */
export function showSelected(component: { querySelectorAll(selectors: 'option'): Iterable<HTMLOptionElement> }): void {
    for (const option of component.querySelectorAll('option')) {
        if (option.hasAttribute('selected')) option.selected = true;
    }
}
