import away from '@salesforce/label/c.Denwa_Status_Away';
import breakText from '@salesforce/label/c.Denwa_Status_Break';
import lunch from '@salesforce/label/c.Denwa_Status_Lunch';
import meeting from '@salesforce/label/c.Denwa_Status_Meeting';
import notReady from '@salesforce/label/c.Denwa_Status_Not_Ready';
import ready from '@salesforce/label/c.Denwa_Status_Ready';
import training from '@salesforce/label/c.Denwa_Status_Training';
import wrapUp from '@salesforce/label/c.Denwa_Status_Wrap_Up';
import type { AgentStatus } from '../../../../../src/telephony/agent-status';

const KINDS: Readonly<Record<AgentStatus['kind'], string>> = { ready, 'not-ready': notReady, 'wrap-up': wrapUp };

const REASONS: Readonly<Record<string, string>> = { away, break: breakText, lunch, meeting, training };

/** A reason of the administrator's own stands as it is. */
export function statusText({ kind, reason }: AgentStatus): string {
    return reason === null ? KINDS[kind] : (REASONS[reason] ?? reason);
}
