/** What a key press tells of itself: a `KeyboardEvent`. */
export type KeyPress = Pick<
    KeyboardEvent,
    'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'repeat' | 'isComposing' | 'getModifierState'
>;

const LETTER_OR_DIGIT = /^[a-z0-9]$/i;
const FUNCTION_KEY = /^F(?:[1-9]|1\d|2[0-4])$/;
const PLACE = /^(?:Key|Digit)([A-Z0-9])$/;

/**
 * The keys that are pressed together, such as `Ctrl+Alt+A` or `F4`: modifiers in the order Ctrl, Alt, Shift, Meta, then a letter, a digit or a
 * function key. Null for what is typing, for what an input method is composing, and for a key that is merely held down.
 */
export function keyComboOf(press: KeyPress): string | null {
    const { ctrlKey, altKey, shiftKey, metaKey, repeat, isComposing } = press;
    // AltGr reports itself as Ctrl and Alt together on Windows, but it types (UI Events, modifier AltGraph).
    if (repeat || isComposing || press.getModifierState('AltGraph')) return null;
    const key = nameOf(press);
    if (key === null || !(ctrlKey || altKey || metaKey || FUNCTION_KEY.test(key))) return null;
    const modifiers = [ctrlKey ? ['Ctrl'] : [], altKey ? ['Alt'] : [], shiftKey ? ['Shift'] : [], metaKey ? ['Meta'] : []];
    return [...modifiers.flat(), key].join('+');
}

/** What stands on the key where it can be told; otherwise its place on an English keyboard: Alt on a Mac, or Shift, makes another character of it. */
function nameOf({ key, code, ctrlKey, altKey, metaKey }: KeyPress): string | null {
    if (LETTER_OR_DIGIT.test(key)) return key.toUpperCase();
    if (FUNCTION_KEY.test(key)) return key;
    // An input method takes the key (`Process`); on a Mac, Alt alone types what is not on the key (`å`, `Dead`).
    if (key === 'Process' || (altKey && !ctrlKey && !metaKey)) return null;
    return PLACE.exec(code)?.[1] ?? null;
}
