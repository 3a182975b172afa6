import type { CallerCandidate, CallerDirectory } from '../crm/caller-directory';
import { CrmError } from '../crm/crm-error';
import { invokeAction, type VisualforceRemoting } from './visualforce';

/** The account that the org holds for the running user, or null when it holds none and the person has to type it. */
export interface OrgAccount {
    readonly extension: string;
    readonly authorizationName: string;
    readonly password: string;
    readonly displayName: string | null;
}

/** The Apex controller of the page. Its answers are checked here, because a changed class must not break a call. */
export class Org implements CallerDirectory {
    readonly #remoting: VisualforceRemoting | undefined;
    readonly #actions: { readonly getSettings: string; readonly findByPhone: string };

    constructor(remoting: VisualforceRemoting | undefined, actions: { readonly getSettings: string; readonly findByPhone: string }) {
        this.#remoting = remoting;
        this.#actions = actions;
    }

    async account(): Promise<OrgAccount | null> {
        const settings = await this.#invoke(this.#actions.getSettings, []);
        if (!isObject(settings)) throw malformed(this.#actions.getSettings);
        const account = settings.sipAccount;
        if (account === null || account === undefined) return null;
        if (!isObject(account) || typeof account.extension !== 'string' || typeof account.password !== 'string') {
            throw malformed(this.#actions.getSettings);
        }
        return {
            extension: account.extension,
            authorizationName: typeof account.authorizationName === 'string' ? account.authorizationName : account.extension,
            password: account.password,
            displayName: typeof account.displayName === 'string' ? account.displayName : null
        };
    }

    async findByPhone(spellings: readonly string[]): Promise<readonly CallerCandidate[]> {
        const found = await this.#invoke(this.#actions.findByPhone, [spellings]);
        if (!Array.isArray(found) || !found.every(isCandidate)) throw malformed(this.#actions.findByPhone);
        return found;
    }

    async #invoke(action: string, parameters: readonly unknown[]): Promise<unknown> {
        if (!this.#remoting) {
            throw new CrmError('crm-unavailable', 'This page is not a Visualforce page. Open the phone from the Salesforce utility bar.');
        }
        return invokeAction(this.#remoting, action, parameters);
    }
}

function malformed(action: string): CrmError {
    return new CrmError('misused', `${action} answered in an unexpected form. Deploy page, class and static resource of one version.`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}

function isCandidate(value: unknown): value is CallerCandidate {
    return (
        isObject(value) &&
        typeof value.id === 'string' &&
        typeof value.objectType === 'string' &&
        typeof value.name === 'string' &&
        Array.isArray(value.phones) &&
        value.phones.every((phone: unknown) => isObject(phone) && typeof phone.field === 'string' && typeof phone.value === 'string')
    );
}
