/** The text of a Custom Label with its placeholders `{0}`, `{1}` … filled in. A translation may place them in any order. */
export function format(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d)\}/g, (_placeholder, index: string) => String(values[Number(index)] ?? ''));
}

/** Per cent, as the page's language writes it. */
export function percent(value: number): string {
    return new Intl.NumberFormat(document.documentElement.lang || undefined, { style: 'percent' }).format(value / 100);
}
