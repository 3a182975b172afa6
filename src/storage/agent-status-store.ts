import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { KeptStatus } from '../telephony/agent-status';

export interface AgentStatusParts {
    /** Where the browser keeps storage from the frame, even this throws. */
    readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
    readonly logger: Logger;
}

const KEY = 'denwa.agent-status';

/** Keeps the agent's status as long as the browser's tab. Where the browser keeps nothing, each page begins with the first status. */
export class SessionStorageAgentStatus {
    readonly #parts: AgentStatusParts;

    constructor(parts: AgentStatusParts) {
        this.#parts = parts;
    }

    load(account: string): KeptStatus | null {
        const read = (storage: Pick<Storage, 'getItem'>): KeptStatus | null => readStatus(storage.getItem(KEY) ?? 'null', account);
        return this.#attempt(read) ?? null;
    }

    save(account: string, { status, since }: KeptStatus): void {
        this.#attempt((storage) => storage.setItem(KEY, JSON.stringify({ account, kind: status.kind, reason: status.reason, since })));
    }

    forget(): void {
        this.#attempt((storage) => storage.removeItem(KEY));
    }

    #attempt<T>(act: (storage: ReturnType<AgentStatusParts['storage']>) => T): T | undefined {
        try {
            return act(this.#parts.storage());
        } catch (error) {
            this.#parts.logger.warn('The agent status is not kept', { error: describeError(error) });
            return undefined;
        }
    }
}

/** Whether the status is still offered is asked by whoever takes it. */
function readStatus(text: string, account: string): KeptStatus | null {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return null;
    const { account: owner, kind, reason, since } = found as Readonly<Record<string, unknown>>;
    if (owner !== account || (kind !== 'ready' && kind !== 'not-ready' && kind !== 'wrap-up')) return null;
    return { status: { kind, reason: typeof reason === 'string' ? reason : null }, since: Number.isFinite(since) ? Number(since) : null };
}
