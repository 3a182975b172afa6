import type { Preferences, ShortcutAction } from './preferences';

type Check = (value: unknown) => boolean;

/** Browsers name devices with 64 characters. */
const LONGEST_DEVICE_ID = 200;
const LONGEST_NUMBER = 40;
/** As c/denwaKeyCombo names them. A letter or a digit alone, or with Shift, is typing. */
export const KEYS =
    /^(?=(?:Ctrl|Alt|(?:Shift\+)?Meta)\+|(?:Shift\+)?F\d)(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:Meta\+)?(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4]))$/;
const ACTIONS = ['answer', 'hang-up', 'hold', 'mute'] as const satisfies readonly ShortcutAction[];

const isFlag: Check = (value) => typeof value === 'boolean';
const isDevice = nullOr(isText(LONGEST_DEVICE_ID));

const CHECKS: Readonly<Record<keyof Preferences, Check>> = {
    zoom: isWholeNumber(50, 200),
    language: nullOr(isOneOf('ja', 'en')),
    theme: nullOr(isOneOf('light', 'dark')),
    microphone: isDevice,
    speaker: isDevice,
    ringer: isDevice,
    ringVolume: isWholeNumber(0, 100),
    autoAnswerSeconds: nullOr(isWholeNumber(0, 60)),
    shortcuts: isShortcuts,
    notifiedNumber: nullOr(isText(LONGEST_NUMBER)),
    keypadShown: isFlag,
    welcomed: isFlag
};

/** Those members of what may be anything that are preferences within their ranges. Whether a device or a number exists is not asked. */
export function readPreferences(given: unknown): Partial<Preferences> {
    if (!isObject(given)) return {};
    const right = Object.entries(CHECKS).filter(([name, isRight]) => Object.hasOwn(given, name) && isRight(given[name]));
    return Object.fromEntries(right.map(([name]) => [name, given[name]]));
}

/** One for each action, and no two with the same keys. */
function isShortcuts(value: unknown): boolean {
    if (!isObject(value) || Object.keys(value).length !== ACTIONS.length) return false;
    const all = ACTIONS.map((action) => value[action]);
    const used = all.filter((keys) => keys !== '');
    return used.every((keys) => typeof keys === 'string' && KEYS.test(keys)) && new Set(used).size === used.length;
}

function isWholeNumber(least: number, most: number): Check {
    return (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isText(longest: number): Check {
    return (value) => typeof value === 'string' && value !== '' && value.length <= longest;
}

function isOneOf(...words: readonly string[]): Check {
    return (value) => typeof value === 'string' && words.includes(value);
}

function nullOr(isRight: Check): Check {
    return (value) => value === null || isRight(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}
