import { describe, expect, it } from '@jest/globals';
import { agentStatusTransition, type AgentStatus, type AgentStatusEvent, type AgentStatusState } from './agent-status';

const ready: AgentStatus = { kind: 'ready', reason: null };
const lunch: AgentStatus = { kind: 'not-ready', reason: 'lunch' };
const entered: AgentStatusEvent = { type: 'status-entered', status: ready, pending: null, at: 10, told: 'telling' };

function after(...events: readonly AgentStatusEvent[]): AgentStatusState | null {
    return events.reduce<AgentStatusState | null>(agentStatusTransition, null);
}

describe('The status of an agent', () => {
    it('begins by being entered, and the PBX hears of it', () => {
        expect(after(entered)).toEqual({ current: ready, since: 10, pending: null, told: 'telling' });
        expect(after(entered, { type: 'status-told', told: 'told' })?.told).toBe('told');
        expect(after(entered, { type: 'status-told', told: 'failed' })?.told).toBe('failed');
    });

    it('takes an answer only while one is awaited', () => {
        const silent = after({ ...entered, told: 'nothing' });
        expect(agentStatusTransition(silent, { type: 'status-told', told: 'failed' })).toBe(silent);
        expect(after({ type: 'status-told', told: 'told' })).toBeNull();
    });

    it('lets another one wait, and forgets it when that is entered or taken back', () => {
        const waiting = after(entered, { type: 'status-pending', status: lunch });
        expect(waiting).toMatchObject({ current: ready, pending: lunch });
        expect(agentStatusTransition(waiting, { type: 'status-pending', status: null })?.pending).toBeNull();
        expect(agentStatusTransition(waiting, { ...entered, status: lunch })).toMatchObject({ current: lunch, pending: null });
        expect(agentStatusTransition(waiting, { type: 'status-pending', status: lunch })).toBe(waiting);
    });

    it('ends when the agent signs out, and nothing waits for nobody', () => {
        expect(after(entered, { type: 'status-left' })).toBeNull();
        expect(after({ type: 'status-pending', status: lunch })).toBeNull();
    });
});
