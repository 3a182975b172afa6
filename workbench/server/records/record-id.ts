const SUFFIX_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An id as the platform makes them: key prefix, pod, serial number in base 62 and the case checksum, 18 characters. */
export function makeRecordId(keyPrefix: string, serial: number): string {
    const short = `${keyPrefix}5h00000${base62(serial).padStart(5, '0')}`;
    return short + checksum(short);
}

/**
 * Three characters that tell upper case from lower case for programs that cannot: one bit for each of five characters, set for a capital.
 * Source: SOAP API developer guide, "ID field type".
 */
function checksum(short: string): string {
    return [0, 5, 10]
        .map((start) => {
            const bits = [...short.slice(start, start + 5)].reduce(
                (sum, char, bit) => sum + (char >= 'A' && char <= 'Z' ? 1 << bit : 0),
                0
            );
            return SUFFIX_ALPHABET.charAt(bits);
        })
        .join('');
}

function base62(serial: number): string {
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    let rest = serial;
    let text = '';
    do {
        text = digits.charAt(rest % 62) + text;
        rest = Math.floor(rest / 62);
    } while (rest > 0);
    return text;
}
