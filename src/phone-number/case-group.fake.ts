import type { DialRule, NumberKind, NumberProblem } from './decision';
import type { DialPlan } from './plan';

type Dialled = readonly [text: string, dialString: string, kind: NumberKind, rule: DialRule, extension?: string];
type Asked = readonly [text: string, rule: NumberProblem, ...candidates: string[]];

/** Cases that follow from one source. */
export interface CaseGroup {
    readonly source: string;
    readonly plan?: Partial<DialPlan>;
    readonly dialled?: readonly Dialled[];
    readonly asked?: readonly Asked[];
}
