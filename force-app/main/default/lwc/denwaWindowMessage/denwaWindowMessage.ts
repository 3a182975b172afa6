export type Theme = 'light' | 'dark';

/** What the page around the phone tells it. */
export type WindowMessage =
    /** It has just begun to listen. */
    | { readonly from: 'window'; readonly type: 'here' }
    /** A shortcut of the phone was pressed somewhere on the page. */
    | { readonly from: 'window'; readonly type: 'keys'; readonly keys: string }
    | { readonly from: 'window'; readonly type: 'theme'; readonly theme: Theme };

/** What the phone tells the page around it. */
export type PhoneMessage =
    /** It has just begun to listen; whatever was known of a phone before is over. */
    | { readonly from: 'phone'; readonly type: 'here' }
    /** The only keys that it wants to hear of, as `c/denwaKeyCombo` names them. */
    | { readonly from: 'phone'; readonly type: 'shortcuts'; readonly keys: readonly string[] }
    /** A call waits for an answer; `text`: the words for it. */
    | { readonly from: 'phone'; readonly type: 'ringing'; readonly text: string }
    | { readonly from: 'phone'; readonly type: 'quiet' };

type Fields = Readonly<Partial<Record<'from' | 'type' | 'keys' | 'theme' | 'text', unknown>>>;

const MOST_SHORTCUTS = 20;
const LONGEST_KEYS = 40;
const LONGEST_TEXT = 200;

/** Whatever else was sent is null: every component of the page can send on the channel. */
export function readWindowMessage(message: unknown): WindowMessage | null {
    const fields = fieldsOf(message);
    if (fields?.from !== 'window') return null;
    const { type, keys, theme } = fields;
    switch (type) {
        case 'here':
            return { from: 'window', type };
        case 'keys':
            return areKeys(keys) ? { from: 'window', type, keys } : null;
        case 'theme':
            return theme === 'light' || theme === 'dark' ? { from: 'window', type, theme } : null;
        default:
            return null;
    }
}

/** As `readWindowMessage`. */
export function readPhoneMessage(message: unknown): PhoneMessage | null {
    const fields = fieldsOf(message);
    if (fields?.from !== 'phone') return null;
    const { type, keys, text } = fields;
    switch (type) {
        case 'here':
        case 'quiet':
            return { from: 'phone', type };
        case 'shortcuts':
            return Array.isArray(keys) ? { from: 'phone', type, keys: keys.slice(0, MOST_SHORTCUTS).filter(areKeys) } : null;
        case 'ringing':
            return typeof text === 'string' ? { from: 'phone', type, text: text.slice(0, LONGEST_TEXT) } : null;
        default:
            return null;
    }
}

function fieldsOf(message: unknown): Fields | null {
    return typeof message === 'object' && message !== null ? message : null;
}

function areKeys(value: unknown): value is string {
    return typeof value === 'string' && value !== '' && value.length <= LONGEST_KEYS;
}
