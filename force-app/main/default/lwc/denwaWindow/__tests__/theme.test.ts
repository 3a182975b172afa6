import { themeOf } from '../theme';

describe('the theme of a surface', () => {
    it.each<[string, 'light' | 'dark']>([
        ['rgb(255, 255, 255)', 'light'],
        ['rgb(36, 36, 36)', 'dark'],
        ['rgba(3, 35, 77, 1)', 'dark'],
        ['rgb(176, 196, 223)', 'light'],
        ['color(srgb 0.1 0.1 0.1)', 'light'],
        ['', 'light']
    ])('of %s is %s', (color, theme) => {
        expect(themeOf(color)).toBe(theme);
    });
});
