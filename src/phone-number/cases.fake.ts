import type { CaseGroup } from './case-group.fake';
import { casesOfNumbers } from './cases-of-numbers.fake';
import { casesOfText } from './cases-of-text.fake';
import type { DialRule, NumberKind, NumberProblem } from './decision';
import type { DialPlan } from './plan';

/** What a text dials, or what it asks about, and the source that says so. For the unit tests and the benchmark. */
export interface NumberCase {
    readonly text: string;
    /** Null: it asks. */
    readonly dialString: string | null;
    readonly kind: NumberKind | null;
    readonly rule: DialRule | NumberProblem;
    readonly extension: string | null;
    /** Dial strings to choose from. */
    readonly candidates: readonly string[];
    /** What differs from the default plan. */
    readonly plan: Partial<DialPlan>;
    readonly source: string;
}

export const numberCases: readonly NumberCase[] = [...casesOfText, ...casesOfNumbers].flatMap(casesOf);

function casesOf({ source, plan = {}, dialled = [], asked = [] }: CaseGroup): readonly NumberCase[] {
    return [
        ...dialled.map(([text, dialString, kind, rule, extension = null]) => {
            return { text, dialString, kind, rule, extension, candidates: [], plan, source };
        }),
        ...asked.map(([text, rule, ...candidates]) => {
            return { text, dialString: null, kind: null, rule, extension: null, candidates, plan, source };
        })
    ];
}
