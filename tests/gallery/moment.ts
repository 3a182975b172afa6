/** When it is in the gallery, in milliseconds since the Unix epoch. */
export const MOMENT = Date.parse('2026-04-01T10:15:00+09:00');

export const TIME_ZONE = 'Asia/Tokyo';

/** So many seconds before it. */
export function secondsAgo(seconds: number): number {
    return MOMENT - seconds * 1000;
}
