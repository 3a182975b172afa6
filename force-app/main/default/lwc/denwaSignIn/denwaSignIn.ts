import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import extension from '@salesforce/label/c.Denwa_Extension';
import password from '@salesforce/label/c.Denwa_Password';
import refusedForbidden from '@salesforce/label/c.Denwa_Refused_Forbidden';
import refusedUnknownAccount from '@salesforce/label/c.Denwa_Refused_Unknown_Account';
import refusedWrongCredentials from '@salesforce/label/c.Denwa_Refused_Wrong_Credentials';
import required from '@salesforce/label/c.Denwa_Required';
import signIn from '@salesforce/label/c.Denwa_Sign_In';
import signInHint from '@salesforce/label/c.Denwa_Sign_In_Hint';
import type { RegistrationProblem } from '../../../../../src/telephony/registration';

/** The refusals that other credentials can cure. */
export type CredentialProblem = Exclude<RegistrationProblem, 'refused'>;

const problems: Record<CredentialProblem, string> = {
    'wrong-credentials': refusedWrongCredentials,
    'unknown-account': refusedUnknownAccount,
    forbidden: refusedForbidden
};

/** Asks for the telephone's account. The password lives in its input element only, and there until it is sent. */
export default class DenwaSignIn extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { extension, password, required, signIn, signInHint };
    /** The extension that was tried last. */
    @api extension = '';
    /** Why the PBX refused it. */
    @api problem: CredentialProblem | undefined;

    get problemText(): string | undefined {
        return this.problem && problems[this.problem];
    }

    @api
    focus(): void {
        this.querySelector<HTMLInputElement>(this.extension ? '.password' : '.extension')?.focus();
    }

    handleSubmit(event: Event): void {
        event.preventDefault();
        const extensionInput = this.querySelector<HTMLInputElement>('.extension');
        const passwordInput = this.querySelector<HTMLInputElement>('.password');
        if (!extensionInput || !passwordInput) return;
        const account = { extension: extensionInput.value, password: passwordInput.value };
        passwordInput.value = '';
        send(this, { type: 'sign-in', ...account });
    }
}
