import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { aboutOption, whyNotDial } from 'c/denwaDialText';
import { format } from 'c/denwaText';
import cancel from '@salesforce/label/c.Denwa_Cancel';
import confirm from '@salesforce/label/c.Denwa_Question_Confirm';
import extensionLabel from '@salesforce/label/c.Denwa_Question_Extension';
import which from '@salesforce/label/c.Denwa_Question_Which';
import type { DialQuestion } from '../../../../../src/telephony/dial-question';

interface Row {
    readonly dialString: string;
    readonly shown: string;
    readonly about: string;
    readonly isWarning: boolean;
}

/** Asks which of several numbers is meant, or whether a number is really meant, before anything is dialled. */
export default class DenwaDialQuestion extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { cancel };
    @api question!: DialQuestion;
    @api canDial = false;
    @api registered = false;

    get heading(): string {
        return this.question.reason === 'confirm' ? confirm : which;
    }

    get extension(): string | null {
        const { extension } = this.question;
        return extension === null ? null : format(extensionLabel, extension);
    }

    get rows(): readonly Row[] {
        return this.question.options.map((option) => ({
            dialString: option.dialString,
            shown: option.shown,
            about: aboutOption(option),
            isWarning: option.warnings.length > 0
        }));
    }

    get cannotDial(): 'true' | 'false' {
        return this.canDial ? 'false' : 'true';
    }

    get dialHint(): string | undefined {
        return whyNotDial(this.canDial, this.registered);
    }

    /**
     * To the likeliest number, which then is one press away. Not so where the question is whether the call is meant at all: an Enter that was
     * pressed twice in the dial pad must not pay for a call, so that it cancels, and the number is still in the dial pad.
     */
    @api
    focus(): void {
        const first = this.question.reason === 'confirm' ? null : this.querySelector<HTMLButtonElement>(".option[aria-disabled='false']");
        (first ?? this.querySelector<HTMLButtonElement>('.cancel'))?.focus();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.isComposing) this.handleCancel();
        // The Enter that asked may still be held down.
        else if (event.key === 'Enter' && event.repeat) event.preventDefault();
    }

    handleChoose(event: Event): void {
        const { dialString } = (event.currentTarget as HTMLElement).dataset;
        if (this.canDial && dialString !== undefined) send(this, { type: 'choose-number', questionId: this.question.id, dialString });
    }

    handleCancel(): void {
        send(this, { type: 'dismiss-question', questionId: this.question.id });
    }
}
