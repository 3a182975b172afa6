/** Text from the network as it can be shown: one line of visible characters, not too long. */
export function plainText(text: string, longest: number): string {
    const visible = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim();
    return visible.slice(0, longest);
}
