import type { KeptStatus } from '../telephony/agent-status';

/** Where the status outlives a reload of the page, and nothing longer: the next login begins with the first status. Never throws. */
export interface AgentStatusStore {
    /** Null: this account has left none here. */
    load(account: string): KeptStatus | null;
    save(account: string, kept: KeptStatus): void;
    forget(): void;
}
