/**
 * Who caused a fact: the person at the panel, the CRM around it (click-to-dial, a console command), or the other side of the line.
 * A CRM connector must not report back to the CRM what the CRM itself asked for.
 */
export type Origin = 'agent' | 'crm' | 'remote';
