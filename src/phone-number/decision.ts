/** Whom a number reaches, as far as its form tells. */
export type NumberKind =
    | 'mobile'
    | 'fixed'
    | 'ip'
    | 'free'
    | '0570'
    | 'premium'
    | 'international'
    | 'emergency'
    | 'extension'
    | 'feature-code'
    | 'service'
    | 'machine'
    | 'unknown';

/**
 * Why a number is dialled as it is.
 * - `subscriber`: a domestic number in its domestic form
 * - `country-code`: a Japanese number whose +81, +810, 81 or 810 became 0
 * - `international`: `+` became the international prefix, or stood so already
 * - `carrier-select`: 00XY, untouched (0081 is a carrier in Japan, not a country code)
 * - `local`: a number inside one area, 6 to 8 digits
 * - `service`: 1XY, such as 117
 * - `as-typed`: keys that the plan knows nothing about
 */
export type DialRule =
    | 'emergency'
    | 'feature-code'
    | 'parking-slot'
    | 'extension'
    | 'service'
    | 'subscriber'
    | 'country-code'
    | 'international'
    | 'carrier-select'
    | 'local'
    | 'as-typed';

export type NumberProblem = 'number-missing' | 'number-not-dialable' | 'number-ambiguous' | 'number-too-long';

/** What an agent may want to know before the call. */
export type DialWarning = 'charged' | 'premium' | 'international' | 'caller-id-withheld' | 'caller-id-shown' | 'may-be-extension';

export interface DialOption {
    /** What goes into the request URI: digits, * and #. */
    readonly dialString: string;
    /** The same without the outside-line prefix: kept for calling back. */
    readonly number: string;
    /** As people write it. */
    readonly shown: string;
    readonly kind: NumberKind;
    readonly warnings: readonly DialWarning[];
}

export type DialDecision =
    | (DialOption & {
          readonly rule: DialRule;
          /**
           * What stood behind 内線 or ext., to be asked for or keyed in after the answer. When `kind` is `extension`, it has been dialled already.
           */
          readonly extension: string | null;
          readonly candidates: readonly [];
      })
    | {
          readonly dialString: null;
          readonly number: null;
          readonly shown: null;
          readonly kind: null;
          readonly rule: NumberProblem;
          readonly extension: null;
          readonly warnings: readonly [];
          /** What the text may have meant, the likeliest first, for the person to choose from. */
          readonly candidates: readonly DialOption[];
      };
