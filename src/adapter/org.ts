import type { CallLogEntry } from '../crm/call-log';
import type { CallLogStore, SavedCallLog } from '../crm/call-log-store';
import type { CallerCandidate, CallerDirectory } from '../crm/caller-directory';
import { CrmError } from '../crm/crm-error';
import type { Disposition } from '../telephony/crm';
import { ACCOUNT_PROBLEMS, AccountError } from './account-error';
import { invokeAction, type VisualforceRemoting } from './visualforce';

/** The account that the org holds for the running user. */
export interface OrgAccount {
    readonly extension: string;
    readonly authorizationName: string;
    /** Empty where `ha1` stands in its place. */
    readonly password: string;
    readonly ha1?: string;
    readonly displayName: string | null;
    /** Milliseconds since the Unix epoch; left out for credentials that stay. */
    readonly expiresAt?: number;
}

/** Where the phone's credentials come from, before anybody is asked to type some. */
export interface CredentialProvider {
    /** Null: the person has to type them. Rejects when it cannot be asked, answers nonsense, or has to be put right (AccountError). */
    account(): Promise<OrgAccount | null>;
}

/** The remote actions of the page, by the names that the platform has for them. */
export interface OrgActions {
    readonly getSettings: string;
    readonly findByPhone: string;
    readonly saveLog: string;
}

/** The Apex controller of the page. Its answers are checked here, because a changed class must not break a call. */
export class Org implements CredentialProvider, CallerDirectory, CallLogStore {
    readonly #remoting: VisualforceRemoting | undefined;
    readonly #actions: OrgActions;

    constructor(remoting: VisualforceRemoting | undefined, actions: OrgActions) {
        this.#remoting = remoting;
        this.#actions = actions;
    }

    async account(): Promise<OrgAccount | null> {
        const settings = await this.#settings(null);
        const { sipAccount: account, accountProblem } = settings;
        if (isObject(accountProblem)) throw accountError(accountProblem) ?? malformed(this.#actions.getSettings);
        if (account === null || account === undefined) return null;
        if (!isObject(account) || typeof account.extension !== 'string') throw malformed(this.#actions.getSettings);
        const { extension, authorizationName, password, ha1, displayName, expiresAt } = account;
        if (typeof password !== 'string' && typeof ha1 !== 'string') throw malformed(this.#actions.getSettings);
        return {
            extension,
            authorizationName: typeof authorizationName === 'string' ? authorizationName : extension,
            password: typeof password === 'string' ? password : '',
            ...(typeof ha1 === 'string' && { ha1 }),
            displayName: typeof displayName === 'string' ? displayName : null,
            ...(typeof expiresAt === 'number' && { expiresAt })
        };
    }

    async findByPhone(spellings: readonly string[]): Promise<readonly CallerCandidate[]> {
        const found = await this.#invoke(this.#actions.findByPhone, [spellings]);
        if (!Array.isArray(found) || !found.every(isCandidate)) throw malformed(this.#actions.findByPhone);
        return found.map(readCandidate);
    }

    /** The values of a picklist of Task; empty where the field is none. */
    async dispositions(field: string): Promise<readonly Disposition[]> {
        const { dispositions } = await this.#settings(field);
        if (!Array.isArray(dispositions) || !dispositions.every(isDisposition)) throw malformed(this.#actions.getSettings);
        return dispositions.map(({ value, label }) => ({ value, label }));
    }

    async save(entry: CallLogEntry): Promise<SavedCallLog> {
        const saved = await this.#invoke(this.#actions.saveLog, [JSON.stringify(entry)]);
        if (!isObject(saved) || typeof saved.id !== 'string') throw malformed(this.#actions.saveLog);
        const { id, ignoredFields } = saved;
        return { id, ignoredFields: Array.isArray(ignoredFields) ? ignoredFields.filter((field) => typeof field === 'string') : [] };
    }

    async #settings(dispositionField: string | null): Promise<Readonly<Record<string, unknown>>> {
        const settings = await this.#invoke(this.#actions.getSettings, [dispositionField]);
        if (!isObject(settings)) throw malformed(this.#actions.getSettings);
        return settings;
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

function accountError({ reason, provider }: Readonly<Record<string, unknown>>): AccountError | null {
    const known = ACCOUNT_PROBLEMS.find((problem) => problem === reason);
    return known ? new AccountError(known, typeof provider === 'string' ? provider : '') : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}

/** What every candidate has. Remoting leaves out what is null. */
type FoundRecord = Pick<CallerCandidate, 'id' | 'objectType' | 'name' | 'phones'> & Readonly<Record<string, unknown>>;

function isCandidate(value: unknown): value is FoundRecord {
    return (
        isObject(value) &&
        typeof value.id === 'string' &&
        typeof value.objectType === 'string' &&
        typeof value.name === 'string' &&
        Array.isArray(value.phones) &&
        value.phones.every((phone: unknown) => isObject(phone) && typeof phone.field === 'string' && typeof phone.value === 'string')
    );
}

function readCandidate({ id, objectType, name, phones, company, lastActivity, openCases, contactId }: FoundRecord): CallerCandidate {
    return {
        id,
        objectType,
        name,
        phones,
        company: typeof company === 'string' ? company : null,
        lastActivity: typeof lastActivity === 'string' ? lastActivity : null,
        openCases: typeof openCases === 'number' ? openCases : 0,
        ...(typeof contactId === 'string' && { contactId })
    };
}

function isDisposition(value: unknown): value is Disposition {
    return isObject(value) && typeof value.value === 'string' && typeof value.label === 'string';
}
