/** How numbers are dialled at this PBX. Plain JSON. */
export interface DialPlan {
    /** Calling code of the country, without plus. What is known about domestic numbers is Japan's ('81'); elsewhere they go out as typed. */
    readonly ownCountry: string;
    /** Stands for the plus of a foreign number. */
    readonly internationalPrefix: string;
    /** Put in front of every number outside of the PBX, last of all; empty where none is needed. */
    readonly outsideLinePrefix: string;
    /** The numbers that the PBX itself knows: digits from the shortest to the longest, or a pattern that matches the whole number. */
    readonly extensions: { readonly shortest: number; readonly longest: number } | { readonly pattern: string };
    /** Pattern of the whole code; only what starts with * or # is tested. Empty: none. */
    readonly featureCodes: string;
    readonly parkingRange: { readonly first: string; readonly last: string } | null;
    /** Never rewritten, never prefixed, never asked about. */
    readonly emergencyNumbers: readonly string[];
    /** Withhold (184) or present (186) the caller's number for one call; the number follows. Empty: not offered. */
    readonly callerIdPrefixes: readonly string[];
}

export const defaultDialPlan: DialPlan = {
    ownCountry: '81',
    internationalPrefix: '010',
    outsideLinePrefix: '',
    extensions: { shortest: 3, longest: 5 },
    featureCodes: '[*#]+\\d[\\d*#]*',
    parkingRange: { first: '701', last: '720' },
    emergencyNumbers: ['110', '118', '119'],
    callerIdPrefixes: ['184', '186']
};

/** Longer texts are never tested against a pattern of the plan, which bounds what a clumsy pattern can cost. */
const LONGEST_TESTED = 20;

export function isExtension(number: string, { extensions }: DialPlan): boolean {
    if (!/^\d{1,16}$/.test(number)) return false;
    if ('pattern' in extensions) return matchesWhole(extensions.pattern, number);
    return number.length >= extensions.shortest && number.length <= extensions.longest;
}

export function isFeatureCode(number: string, { featureCodes }: DialPlan): boolean {
    return /^[*#]/.test(number) && featureCodes !== '' && matchesWhole(featureCodes, number);
}

export function isParkingSlot(number: string, { parkingRange }: DialPlan): boolean {
    // Of one length, so the order of texts is the order of numbers.
    return (
        parkingRange !== null && number.length === parkingRange.first.length && number >= parkingRange.first && number <= parkingRange.last
    );
}

function matchesWhole(pattern: string, text: string): boolean {
    return text.length <= LONGEST_TESTED && new RegExp(`^(?:${pattern})$`, 'u').test(text);
}
