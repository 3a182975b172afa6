import type { DialDecision, DialOption, NumberProblem } from './decision';
import { foldText } from './fold-text';
import { isExtension, type DialPlan } from './plan';
import { readText } from './read-text';
import { toOption } from './reading';
import { SEPARATOR } from './scan-text';

export type { DialDecision, DialOption, DialRule, DialWarning, NumberKind, NumberProblem } from './decision';
export { defaultDialPlan, type DialPlan } from './plan';
export { readDialPlan, type DialPlanReading } from './read-dial-plan';

const LONGEST_TEXT = 255;
const LONGEST_DIAL_STRING = 32;
const SEPARATORS = new RegExp(SEPARATOR, 'gu');

/** What dialling `text`, as a person typed it or a record holds it, will dial. When in doubt it asks instead of dialling the wrong number. */
export function decideDial(text: string, plan: DialPlan): DialDecision {
    const { only, extension, found, guessed, problem } = readText(text, plan);
    if (only) return { ...toOption(only, plan), rule: only.rule, extension, candidates: [] };
    const candidates = [...found, ...guessed].map((reading) => toOption(reading, plan));
    return refuse(candidates.length > 0 ? 'number-ambiguous' : problem, candidates);
}

/**
 * Dials the keys that stand there, whatever the plan thinks of them: only separators and wide characters are folded away. No plus, no words,
 * no rewriting, no outside-line prefix.
 */
export function decideExactly(text: string, plan: DialPlan): DialDecision {
    if (text.length > LONGEST_TEXT) return refuse('number-too-long');
    const keys = foldText(text).replace(SEPARATORS, '');
    if (keys === '') return refuse('number-missing');
    if (!/^[\d*#]+$/.test(keys)) return refuse('number-not-dialable');
    if (keys.length > LONGEST_DIAL_STRING) return refuse('number-too-long');
    // What they are is known where the plan would dial the same.
    const known = decideDial(keys, plan);
    const meant = known.dialString === keys ? known : null;
    return {
        dialString: keys,
        number: meant?.number ?? keys,
        shown: meant?.shown ?? keys,
        kind: meant?.kind ?? 'unknown',
        warnings: meant?.warnings ?? [],
        rule: 'as-typed',
        extension: null,
        candidates: []
    };
}

/** Whether a number belongs to the PBX itself. A 1XY service that is an extension here counts as one: services never call. */
export function isInternalNumber(number: string, plan: DialPlan): boolean {
    const { rule } = decideDial(number, plan);
    switch (rule) {
        case 'extension':
        case 'parking-slot':
        case 'feature-code':
            return true;
        case 'service':
            return isExtension(number, plan);
        default:
            return false;
    }
}

function refuse(rule: NumberProblem, candidates: readonly DialOption[] = []): DialDecision {
    return { dialString: null, number: null, shown: null, kind: null, rule, extension: null, warnings: [], candidates };
}
