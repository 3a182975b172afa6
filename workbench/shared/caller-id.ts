/**
 * The caller ID that a telephone network presents for a number as a CRM stores it: digits alone, `+` kept in front of a foreign number,
 * Japanese numbers with their trunk 0, no extension or remark behind. A text without digits, such as `anonymous`, stays as it is.
 */
export function callerIdOf(stored: string): string {
    const number = stored.normalize('NFKC').replace(/(?:内線|ext|x|\(代).*$/i, '');
    const digits = number.replace(/\D/g, '');
    if (digits === '') {
        return stored.trim();
    }
    if (!number.trim().startsWith('+')) {
        return digits;
    }
    return digits.startsWith('81') ? `0${digits.slice(2).replace(/^0/, '')}` : `+${digits}`;
}
