import { defaultCallSettings, type CallSettings } from '../telephony/call-settings';

export interface CallSettingsReading {
    readonly settings: CallSettings;
    /** The items, as Setup names them, whose values make no sense; the default stands in for each. */
    readonly invalid: readonly string[];
}

const SECTION = '/denwaCalls/';
/** Stands for “none” in the definition file: whether an empty value deploys is not documented. */
const NONE = '-';
const EXTENSION = /^[\d*#]{1,16}$/;
/** RFC 3261 section 25.1: token. */
const HEADER_NAME = /^[\w.!%*+`'~-]{1,60}$/;

/** Reads the calls section of the call center definition (Setup, Call Centers). A wrong item costs only itself. */
export function readCallSettings(items: ReadonlyMap<string, string>): CallSettingsReading {
    const invalid: string[] = [];
    const read = <Value>(name: string, fallback: Value, parse: (text: string) => Value | undefined): Value => {
        const text = items.get(`${SECTION}${name}`)?.trim() ?? '';
        if (text === '') return fallback;
        const value = parse(text);
        if (value === undefined) invalid.push(name);
        return value === undefined ? fallback : value;
    };
    const { headers, ...defaults } = defaultCallSettings;
    const settings: CallSettings = {
        autoAnswer: read('denwaAutoAnswer', defaults.autoAnswer, yesOrNo),
        callWaiting: read('denwaCallWaiting', defaults.callWaiting, yesOrNo),
        parkExtension: read('denwaParkExtension', defaults.parkExtension, (text) => (text === NONE ? null : matching(text, EXTENSION))),
        parkRecallSeconds: read('denwaParkRecallSeconds', defaults.parkRecallSeconds, (text) => wholeNumber(text, 5, 86_400)),
        pickupCode: read('denwaPickupCode', defaults.pickupCode, (text) => matching(text, EXTENSION)),
        headers: {
            dialledNumber: read('denwaDialledNumberHeader', headers.dialledNumber, headerName),
            businessLabel: read('denwaBusinessLabelHeader', headers.businessLabel, headerName),
            queue: read('denwaQueueHeader', headers.queue, headerName)
        },
        historyLimit: read('denwaHistoryLimit', defaults.historyLimit, (text) => wholeNumber(text, 1, 5_000))
    };
    return { settings, invalid };
}

function yesOrNo(text: string): boolean | undefined {
    switch (text.toLowerCase()) {
        case 'true':
            return true;
        case 'false':
            return false;
        default:
            return undefined;
    }
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
}

function headerName(text: string): string | undefined {
    return matching(text, HEADER_NAME);
}

function matching(text: string, form: RegExp): string | undefined {
    return form.test(text) ? text : undefined;
}
