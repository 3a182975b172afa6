import { keyComboOf } from 'c/denwaKeyCombo';
import { KEYS } from '../../../../../../src/telephony/read-preferences';

function combo(key: string, code: string, options: KeyboardEventInit = {}): string | null {
    return keyComboOf(new KeyboardEvent('keydown', { key, code, ...options }));
}

const ctrlAlt = { ctrlKey: true, altKey: true };

describe('c/denwaKeyCombo', () => {
    it('names modifiers in one order, and the key behind them', () => {
        expect(combo('a', 'KeyA', ctrlAlt)).toBe('Ctrl+Alt+A');
        expect(combo('A', 'KeyA', { ...ctrlAlt, shiftKey: true, metaKey: true })).toBe('Ctrl+Alt+Shift+Meta+A');
        expect(combo('5', 'Numpad5', { altKey: true })).toBe('Alt+5');
        expect(combo('k', 'KeyK', { metaKey: true })).toBe('Meta+K');
        expect([combo('F4', 'F4'), combo('F24', 'F24', { shiftKey: true })]).toEqual(['F4', 'Shift+F24']);
    });

    it('names only what may be stored as a shortcut', () => {
        const modifiers = [...Array(16).keys()].map((bits) => ({
            ctrlKey: (bits & 1) !== 0,
            altKey: (bits & 2) !== 0,
            shiftKey: (bits & 4) !== 0,
            metaKey: (bits & 8) !== 0
        }));
        const named = modifiers.flatMap((pressed) => [
            combo('a', 'KeyA', pressed),
            combo('7', 'Digit7', pressed),
            combo('F12', 'F12', pressed)
        ]);
        const combos = named.filter((keys) => keys !== null);
        expect(combos).toHaveLength(14 + 14 + 16);
        expect(combos.filter((keys) => !KEYS.test(keys))).toEqual([]);
    });

    it('goes by what stands on the key, whatever the layout', () => {
        expect(combo('a', 'KeyQ', ctrlAlt)).toBe('Ctrl+Alt+A');
    });

    it('goes by the place of the key where modifiers make another character of it', () => {
        expect(combo('å', 'KeyA', ctrlAlt)).toBe('Ctrl+Alt+A');
        expect(combo('Dead', 'KeyE', ctrlAlt)).toBe('Ctrl+Alt+E');
        expect(combo('ち', 'KeyA', ctrlAlt)).toBe('Ctrl+Alt+A');
        expect(combo('!', 'Digit1', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+1');
    });

    it.each<[string, string, string, KeyboardEventInit]>([
        ['a letter', 'a', 'KeyA', {}],
        ['a capital letter', 'A', 'KeyA', { shiftKey: true }],
        ['a digit', '1', 'Digit1', {}],
        ['Enter', 'Enter', 'Enter', {}],
        ['what Alt types on a Mac', 'å', 'KeyA', { altKey: true }],
        ['a dead key of a Mac', 'Dead', 'KeyE', { altKey: true }],
        ['what AltGr types', '€', 'KeyE', { ...ctrlAlt, modifierAltGraph: true }],
        ['a letter with AltGr', 'e', 'KeyE', { ...ctrlAlt, modifierAltGraph: true }]
    ])('is not for typing: %s', (_name, key, code, options) => {
        expect(combo(key, code, options)).toBeNull();
    });

    it('is not for an input method, a key held down, or modifiers alone', () => {
        expect(combo('a', 'KeyA', { ...ctrlAlt, isComposing: true })).toBeNull();
        expect(combo('Process', 'KeyA', ctrlAlt)).toBeNull();
        expect(combo('a', 'KeyA', { ...ctrlAlt, repeat: true })).toBeNull();
        expect(combo('Alt', 'AltLeft', ctrlAlt)).toBeNull();
        expect(combo('ArrowLeft', 'ArrowLeft', { ctrlKey: true })).toBeNull();
    });
});
