import { decideDial, decideExactly, type DialDecision, type DialOption } from '../phone-number/dial-plan';
import type { DialPreview, DialQuestion } from '../telephony/dial-question';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

/** What a call is dialled about. */
export type DialContext = Pick<DialQuestion, 'record' | 'consultationOf'>;

/** A number that is settled. */
export interface ChosenNumber extends DialContext {
    readonly option: Pick<DialOption, 'dialString' | 'number' | 'kind'>;
    readonly extension: string | null;
}

/** Stands between a number and its call: shows what would be dialled, and asks where a wrong guess would reach the wrong person or cost money. */
export class DialPad {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'newId' | 'dialPlan' | 'settings'>;

    constructor(store: Store, parts: Pick<SoftphoneParts, 'newId' | 'dialPlan' | 'settings'>) {
        this.#store = store;
        this.#parts = parts;
    }

    preview(number: string): void {
        this.#store.apply({ type: 'number-previewed', preview: number.trim() === '' ? null : this.#previewOf(number) }, 'agent');
    }

    /** Null: it has been asked, or told why nothing can be dialled. */
    decide(number: string, exactly: boolean, context: DialContext): ChosenNumber | null {
        const plan = this.#parts.dialPlan();
        const decision = exactly ? decideExactly(number, plan) : decideDial(number, plan);
        if (decision.dialString !== null) {
            const extension = extensionOf(decision);
            if (exactly || !this.#needsConfirmation(decision)) return { option: decision, extension, ...context };
            this.#ask({ number, reason: 'confirm', options: [optionOf(decision)], extension, ...context });
        } else if (decision.candidates.length > 0) {
            this.#ask({ number, reason: 'ambiguous', options: decision.candidates, extension: null, ...context });
        } else {
            this.#store.raise(decision.rule, number);
        }
        return null;
    }

    /** Null: the question is not asked any more, or has no such option. */
    choose(questionId: string, dialString: string): ChosenNumber | null {
        const { question } = this.#store.state.dialPad;
        if (question?.id !== questionId) return null;
        const option = question.options.find((candidate) => candidate.dialString === dialString);
        if (!option) return null;
        const { extension, record, consultationOf } = question;
        return { option, extension, record, consultationOf };
    }

    dismiss(questionId: string): void {
        if (this.#store.state.dialPad.question?.id === questionId) this.decided();
    }

    /** A call begins, or the agent leaves: nothing is asked any more. */
    decided(): void {
        this.#store.apply({ type: 'dial-decided' }, 'agent');
    }

    #ask(question: Omit<DialQuestion, 'id'>): void {
        this.#store.apply({ type: 'dial-asked', question: { id: this.#parts.newId(), ...question } }, 'agent');
    }

    #previewOf(number: string): DialPreview {
        const plan = this.#parts.dialPlan();
        const decision = decideDial(number, plan);
        const exactly = decideExactly(number, plan);
        const isDecided = decision.dialString !== null;
        return {
            number,
            option: isDecided ? optionOf(decision) : null,
            extension: isDecided ? extensionOf(decision) : null,
            problem: isDecided ? null : decision.rule,
            candidates: decision.candidates,
            exactly: exactly.dialString === null || exactly.dialString === decision.dialString ? null : optionOf(exactly),
            needsConfirmation: isDecided && this.#needsConfirmation(decision)
        };
    }

    /** Nothing ever stands between a person and an emergency number. */
    #needsConfirmation({ kind }: Pick<DialOption, 'kind'>): boolean {
        return kind !== 'emergency' && this.#parts.settings().confirmedKinds.includes(kind);
    }
}

type Decided = Extract<DialDecision, { readonly dialString: string }>;

/** What is to be keyed in after the answer: not what was dialled already. */
function extensionOf({ kind, extension }: Decided): string | null {
    return kind === 'extension' ? null : extension;
}

function optionOf({ dialString, number, shown, kind, warnings }: Decided): DialOption {
    return { dialString, number, shown, kind, warnings };
}
