import { defaultDialPlan } from './plan';
import { readText } from './read-text';
import { isPublic, showNumber } from './reading';

export { japaneseGroups } from './number-groups';

/** A number as people write it: 03-1234-5678, +1 212-555-0100. What is no telephone number, or more than one, is shown as it is. */
export function formatNumber(text: string): string {
    const { only, extension, bare } = readText(text, defaultDialPlan);
    if (bare === null) return text.trim();
    if (only === null || !isPublic(only)) return extension === null ? bare : text.trim();
    const shown = showNumber(only);
    return extension === null ? shown : `${shown} #${extension}`;
}
