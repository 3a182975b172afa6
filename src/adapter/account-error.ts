import { DenwaError } from '../base/errors';

/**
 * What an administrator has to put right before the org can hand out an account (DenwaCredentials.ProviderException in Apex).
 *
 * - `credential-provider-unknown`: the custom setting names no class that implements DenwaCredentialProvider
 * - `account-incomplete`: no extension, or an HA1 that is none
 */
export const ACCOUNT_PROBLEMS = ['credential-provider-unknown', 'account-incomplete'] as const;

export type AccountProblem = (typeof ACCOUNT_PROBLEMS)[number];

export class AccountError extends DenwaError<AccountProblem> {
    override readonly name = 'AccountError';
    /** The name in the custom setting; empty where that is not what is wrong. */
    readonly provider: string;

    constructor(reason: AccountProblem, provider: string) {
        super(reason, `The org gives no account: ${reason} ${provider}`.trim());
        this.provider = provider;
    }
}
