import type { Office } from '../office';

export const situations = [
    'normal',
    'target busy',
    'target unknown',
    'target does not answer',
    'other side hangs up in the middle',
    'WebSocket lost in the middle'
] as const;

export type Situation = (typeof situations)[number];

/** What an agent does, and what comes of it in each situation. A situation that cannot arise is left out. */
export interface Operation {
    readonly name: string;
    readonly outcomes: Readonly<Partial<Record<Situation, Outcome>>>;
}

export interface Outcome {
    /** For the table in docs/call-operations.md. */
    readonly text: string;
    /** Brings the situation about and asserts what the text says. Hanging up, and that nothing is left, is for the caller. */
    readonly check: (office: Office) => Promise<void>;
}
