import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { Softphone } from '../softphone/softphone';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import type { CredentialProvider, OrgAccount } from './org';
import type { PbxSettings } from './pbx-settings';

export interface CredentialRenewalParts {
    readonly phone: Pick<Softphone, 'snapshot' | 'subscribe' | 'signIn'>;
    readonly org: CredentialProvider;
    readonly pbx: () => PbxSettings | null;
    readonly clock: Clock;
    readonly logger: Logger;
}

/** Milliseconds before their end at which credentials are renewed, and between attempts. */
const BEFORE_END = 60_000;
/** What `setTimeout` can wait at most: 24.8 days. */
const LONGEST_WAIT = 2_147_483_647;

/**
 * Asks the org for new credentials before those end that it gave, and once after the PBX has refused them. A new sign-in ends calls: it waits
 * until there is none. What a person has typed for another extension stays.
 *
 *     valid ──ends soon | refused──▶ asking ──the same, or nothing──▶ valid (asks again a minute later, where they end)
 *                                       └──new ones──▶ waiting for the last call to end ──▶ signed in: valid
 *
 * Refused again without having been accepted in between: somebody has to sign in by hand, lest the PBX locks the account.
 */
export class CredentialRenewal {
    readonly #parts: CredentialRenewalParts;
    /** What the phone signed in with; null: the org has given nothing so far. */
    #account: OrgAccount | null = null;
    /** To sign in with as soon as no call is up. */
    #next: OrgAccount | null = null;
    #asking = false;
    #mayAskAfterRefusal = true;
    #cancelTimer: Cancel = () => undefined;

    constructor(parts: CredentialRenewalParts) {
        this.#parts = parts;
        parts.phone.subscribe((snapshot) => this.#look(snapshot));
    }

    /** What the org has given: watched over from now on. */
    begin(account: OrgAccount): void {
        this.#account = account;
        this.#expectEnd();
        this.#look(this.#parts.phone.snapshot);
    }

    #look(snapshot: SoftphoneSnapshot): void {
        const { registration, calls } = snapshot;
        if (registration.status === 'registered') this.#mayAskAfterRefusal = true;
        const isRefused = registration.status === 'rejected' && registration.problem !== 'refused';
        if (isRefused && this.#mayAskAfterRefusal && this.#isOurs(snapshot)) {
            this.#mayAskAfterRefusal = false;
            void this.#ask();
        }
        if (this.#next && calls.every(({ phase }) => phase === 'ended')) this.#signIn(this.#next);
    }

    #isOurs({ agent }: SoftphoneSnapshot): boolean {
        return agent.status === 'signed-in' && agent.extension === this.#account?.extension;
    }

    async #ask(): Promise<void> {
        const { phone, org, logger } = this.#parts;
        if (this.#asking) return;
        this.#asking = true;
        try {
            const found = await org.account();
            if (found && this.#account && !isSame(found, this.#account) && this.#isOurs(phone.snapshot)) this.#next = found;
        } catch (error) {
            logger.warn('The org gave no new credentials', { error: describeError(error) });
        }
        this.#asking = false;
        this.#expectEnd();
        this.#look(phone.snapshot);
    }

    #signIn(account: OrgAccount): void {
        const { phone, pbx, logger } = this.#parts;
        this.#next = null;
        const server = pbx();
        if (!server || !this.#isOurs(phone.snapshot)) return;
        this.#account = account;
        this.#expectEnd();
        logger.info('Signing in with renewed credentials');
        phone.signIn({ ...server, ...account });
    }

    #expectEnd(): void {
        const { clock } = this.#parts;
        const expiresAt = (this.#next ?? this.#account)?.expiresAt;
        this.#cancelTimer();
        if (expiresAt === undefined) return;
        const wait = Math.max(expiresAt - clock.now() - BEFORE_END, BEFORE_END);
        this.#cancelTimer = clock.after(Math.min(wait, LONGEST_WAIT), () => void this.#ask());
    }
}

function isSame(one: OrgAccount, other: OrgAccount): boolean {
    return one.password === other.password && one.ha1 === other.ha1 && one.authorizationName === other.authorizationName;
}
