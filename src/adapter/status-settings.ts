import type { AgentStatus, AgentStatusOption, StatusSignal } from '../telephony/agent-status';
import type { CallSettings } from '../telephony/call-settings';
import type { Items } from './items';

interface Entry {
    readonly kind: AgentStatus['kind'] | 'signed-out';
    readonly reason: string | null;
    readonly signal: StatusSignal | null;
}

const KINDS: readonly Entry['kind'][] = ['ready', 'not-ready', 'wrap-up', 'signed-out'];
/** `not-ready/lunch *46`. A feature code begins with * or #, which no reason holds; a colon belongs to `message:` alone. */
const ENTRY = /^([a-z-]+)(?:\/([^/:*#]{1,40}?))?(?:\s+(?:([*#][\d*#]{1,15})|message:([\w.-]{1,40})(?::(.{1,200}))?))?$/i;

/** Reads what agents may say of themselves, and what the PBX hears of it. */
export function readStatuses(items: Items): Pick<CallSettings, 'statuses' | 'signOutSignal'> {
    const entries = items.entries('denwaStatuses', 'statuses', readEntry);
    return { statuses: entries.filter(isStatus), signOutSignal: entries.find(({ kind }) => kind === 'signed-out')?.signal ?? null };
}

function readEntry(text: string, earlier: readonly Entry[]): Entry | undefined {
    const [, word = '', reason = null, code, extension, message] = ENTRY.exec(text) ?? [];
    const kind = KINDS.find((known) => known === word.toLowerCase());
    if (kind === undefined || (kind === 'signed-out' && reason !== null)) return undefined;
    if (earlier.some((entry) => entry.kind === kind && entry.reason === reason)) return undefined;
    // The first status is entered by signing in, and after no call there is nothing to wrap up.
    if (kind === 'wrap-up' && !earlier.some(isStatus)) return undefined;
    const said = message ?? (reason === null ? kind : `${kind}/${reason}`);
    return { kind, reason, signal: signalOf(code, extension, said) };
}

function signalOf(code: string | undefined, extension: string | undefined, text: string): StatusSignal | null {
    if (code !== undefined) return { by: 'call', dialString: code };
    return extension === undefined ? null : { by: 'message', extension, text };
}

function isStatus(entry: Entry): entry is Entry & AgentStatusOption {
    return entry.kind !== 'signed-out';
}
