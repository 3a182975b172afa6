import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { problemLines, problemText } from 'c/denwaSettingText';
import copy from '@salesforce/label/c.Denwa_Copy';
import heading from '@salesforce/label/c.Denwa_Settings_Wrong';
import hint from '@salesforce/label/c.Denwa_Settings_Wrong_Hint';
import type { SettingProblem } from '../../../../../src/telephony/setting-problem';

interface Row {
    readonly key: string;
    readonly title: string;
    readonly lines: readonly string[];
}

/** The items in Setup that an administrator has to put right. */
export default class DenwaSettingProblems extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { copy, heading, hint };
    @api problems: readonly SettingProblem[] = [];

    get rows(): readonly Row[] {
        return this.problems.map((problem) => ({ key: problem.key, title: problem.title, lines: problemLines(problem) }));
    }

    handleCopy(): void {
        send(this, { type: 'copy-text', text: this.problems.map(problemText).join('\n\n') });
    }
}
