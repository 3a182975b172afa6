import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { retryDelay } from '../base/retry-delay';
import { CrmError } from '../crm/crm-error';
import type { NoticeCode } from '../telephony/notice';
import type { SettingProblem } from '../telephony/setting-problem';
import { ACCOUNT_PROBLEMS, AccountError } from './account-error';
import type { OrgAccount } from './org';
import type { PbxSettings } from './pbx-settings';
import { readSettings, type Settings } from './settings';

export interface StartUpParts {
    /** The items of the call center definition. */
    readonly settings: () => Promise<ReadonlyMap<string, string>>;
    readonly account: () => Promise<OrgAccount | null>;
    /** The PBX is known: from now on a person can sign in by hand. */
    readonly onPbx: (pbx: PbxSettings) => void;
    readonly onSettings: (settings: Settings, problems: readonly SettingProblem[]) => void;
    readonly onAccount: (pbx: PbxSettings, account: OrgAccount) => void;
    readonly raise: (code: NoticeCode, detail: string) => void;
    /** What was raised is over. */
    readonly withdraw: (codes: readonly NoticeCode[]) => void;
    /** The first attempt is through, whatever came of it: the panel can stop saying that it loads. */
    readonly onSettled: () => void;
    readonly clock: Pick<Clock, 'after'>;
    readonly logger: Logger;
}

const OVER_WITH_AN_ANSWER: readonly NoticeCode[] = ['account-unreadable', ...ACCOUNT_PROBLEMS];

/**
 * Asks the org for the PBX and the account. A page that is still loading may be silent and a network may fail, so it asks again; wrong
 * settings and a page outside of Salesforce stay what they are until the page is loaded anew.
 */
export class StartUp {
    readonly #parts: StartUpParts;
    #failures = 0;
    #settled = false;

    constructor(parts: StartUpParts) {
        this.#parts = parts;
    }

    async run(): Promise<void> {
        const { settings, account, onPbx, onSettings, onAccount, onSettled, raise, withdraw, logger } = this.#parts;
        try {
            // Asked together: neither has to wait for the other's way to the org and back.
            const [items, known] = await Promise.allSettled([settings(), account()]);
            const { settings: read, pbx, problems } = readSettings(valueOf(items));
            onSettings(read, problems);
            for (const { key, value, takes } of problems) logger.warn('A setting is wrong', { key, value, takes: takes.form });
            if (problems.length > 0) raise('settings-invalid', problems.map(({ title }) => title).join(' / '));
            if (pbx) {
                onPbx(pbx);
                const found = valueOf(known);
                if (found) onAccount(pbx, found);
            }
            if (this.#failures > 0) withdraw(OVER_WITH_AN_ANSWER);
        } catch (error) {
            this.#onFailure(error);
        }
        if (!this.#settled) onSettled();
        this.#settled = true;
    }

    #onFailure(error: unknown): void {
        const { raise, clock, logger } = this.#parts;
        this.#failures += 1;
        logger.error('The org did not say what this phone needs', { error: describeError(error), failures: this.#failures });
        if (error instanceof CrmError && error.reason === 'crm-unavailable') return raise('crm-unavailable', '');
        if (error instanceof AccountError) raise(error.reason, error.provider);
        else raise('account-unreadable', '');
        clock.after(retryDelay(this.#failures), () => void this.run());
    }
}

function valueOf<T>(outcome: PromiseSettledResult<T>): T {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
}
