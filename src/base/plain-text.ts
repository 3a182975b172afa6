/**
 * Text from outside as it can be shown, sent on and cut: one line of whole, visible characters, at most `longest` UTF-16 units. What turns the
 * direction of writing could disguise the text around it.
 */
export function plainText(text: string, longest: number): string {
    const visible = text
        .slice(0, 10 * longest)
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
        .trim();
    return visible.slice(0, longest).replace(/\p{Cs}$/u, '');
}
