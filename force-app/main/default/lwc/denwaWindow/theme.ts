import type { Theme } from 'c/denwaWindowMessage';

const RGB = /^rgba?\((\d+), (\d+), (\d+)/;

/**
 * Whether a surface of this computed colour is dark: by its luma (ITU-R BT.601), below the middle. A colour that is told in another way than
 * `rgb(…)` counts as light, as the pages of most orgs are.
 */
export function themeOf(color: string): Theme {
    const [, red, green, blue] = RGB.exec(color) ?? [];
    const luma = 0.299 * Number(red ?? 255) + 0.587 * Number(green ?? 255) + 0.114 * Number(blue ?? 255);
    return luma < 128 ? 'dark' : 'light';
}
