import { describe, expect, it } from '@jest/globals';
import { Appearance, panelSize } from './appearance';

function setUp() {
    const page: { readonly dataset: Record<string, string> } = { dataset: {} };
    const root = { style: { zoom: '', height: '' } };
    const resized: number[] = [];
    const scheme = { matches: false };
    let schemeChanged = (): void => undefined;
    const appearance = new Appearance({
        page,
        root,
        darkScheme: {
            get matches() {
                return scheme.matches;
            },
            addEventListener: (_type: string, listener: unknown) => (schemeChanged = listener as () => void)
        },
        resizePanel: (zoom) => resized.push(zoom)
    });
    return {
        appearance,
        style: root.style,
        resized,
        theme: () => page.dataset['denwaTheme'],
        systemIsDark: (isDark: boolean) => {
            scheme.matches = isDark;
            schemeChanged();
        }
    };
}

describe('the theme', () => {
    it('is that of the system, until the page around tells its own, until the agent chooses one', () => {
        const { appearance, theme, systemIsDark } = setUp();
        expect(theme()).toBe('light');
        systemIsDark(true);
        expect(theme()).toBe('dark');
        appearance.lookLike('light');
        expect(theme()).toBe('light');
        appearance.choose({ zoom: 100, theme: 'dark' });
        expect(theme()).toBe('dark');
        appearance.lookLike('light');
        systemIsDark(false);
        expect(theme()).toBe('dark');
        appearance.choose({ zoom: 100, theme: null });
        expect(theme()).toBe('light');
    });
});

describe('the zoom', () => {
    it('fills the frame from the start, and leaves the panel as it is', () => {
        const { appearance, style, resized } = setUp();
        appearance.choose({ zoom: 100, theme: null });
        expect(style).toEqual({ zoom: '1', height: '100vh' });
        expect(resized).toEqual([]);
    });

    it('fills the frame at every size, and asks for the panel once per change', () => {
        const { appearance, style, resized } = setUp();
        appearance.choose({ zoom: 200, theme: null });
        appearance.choose({ zoom: 200, theme: 'dark' });
        expect(style).toEqual({ zoom: '2', height: '50vh' });
        appearance.choose({ zoom: 50, theme: null });
        expect(style).toEqual({ zoom: '0.5', height: '200vh' });
        appearance.choose({ zoom: 100, theme: null });
        expect(resized).toEqual([200, 50, 100]);
    });

    it('goes by the size that the administrator has given to the panel', () => {
        const items = new Map([
            ['/reqGeneralInfo/reqSoftphoneWidth', '400'],
            ['/reqGeneralInfo/reqSoftphoneHeight', '600']
        ]);
        expect(panelSize(items, 150)).toEqual({ width: 600, height: 900 });
        expect(panelSize(new Map([['/reqGeneralInfo/reqSoftphoneWidth', 'wide']]), 200)).toEqual({ width: 680, height: 960 });
    });
});
