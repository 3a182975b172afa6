import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { showSelected } from 'c/denwaSelect';
import { statusText } from 'c/denwaStatusText';
import { format } from 'c/denwaText';
import agentStatus from '@salesforce/label/c.Denwa_Agent_Status';
import notTold from '@salesforce/label/c.Denwa_Status_Not_Told';
import pending from '@salesforce/label/c.Denwa_Status_Pending';
import timeInStatus from '@salesforce/label/c.Denwa_Status_Time';
import type { AgentStatus, AgentStatusState } from '../../../../../src/telephony/agent-status';

/** Whether the agent takes calls, and since when. What is chosen during a call follows it. */
export default class DenwaAgentStatus extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { agentStatus, timeInStatus };
    @api state!: AgentStatusState;
    /** Those to choose from. */
    @api statuses: readonly AgentStatus[] = [];

    get options(): readonly { readonly value: number; readonly text: string; readonly selected: boolean }[] {
        return this.statuses.map((status, value) => ({ value, text: statusText(status), selected: value === this.currentIndex }));
    }

    /** The one thing to know besides the status. */
    get note(): string {
        if (this.state.pending) return format(pending, statusText(this.state.pending));
        return this.state.told === 'failed' ? notTold : '';
    }

    override renderedCallback(): void {
        showSelected(this);
    }

    handleChange(event: Event): void {
        const select = event.target as HTMLSelectElement;
        const status = this.statuses[Number(select.value)];
        // It shows what is, not what is wished: during a call the wish has to wait.
        showSelected(this);
        if (status) send(this, { type: 'set-status', status });
    }

    private get currentIndex(): number {
        const { kind, reason } = this.state.current;
        return this.statuses.findIndex((status) => status.kind === kind && status.reason === reason);
    }
}
