import { expect } from '@playwright/test';
import type { AgentPage } from './agent-page';
import { callIdOf } from './wire';

interface ExpectedTask {
    /** As it stands in the subject. */
    readonly number: string;
    /** In the words of the org. */
    readonly callType: string;
    readonly disposition: string;
    /** Seconds, by the test's own watch. */
    readonly talked: number;
}

/** The timeline holds one Task of the only call that this page has had, and it tells what was on the wire. */
export async function checkTask(agent: AgentPage, { number, callType, disposition, talked }: ExpectedTask): Promise<void> {
    const task = agent.timeline.filter({ hasText: number });
    await expect(task).toHaveCount(1);
    const callId = callIdOf(await agent.wire());
    expect(callId, 'there was an INVITE').not.toBe('');
    await expect(task.locator('[data-field=CallObject]')).toHaveText(callId);
    await expect(task.locator('[data-field=CallType]')).toHaveText(callType);
    await expect(task.locator('[data-field=CallDisposition]')).toHaveText(disposition);
    const duration = (await task.locator('[data-field=CallDurationInSeconds]').textContent()) ?? '';
    const [, minutes = 'NaN', seconds = 'NaN'] = /^(\d+):(\d\d)$/.exec(duration.trim()) ?? [];
    expect(Math.abs(Number(minutes) * 60 + Number(seconds) - talked), `${duration} is about ${talked} s`).toBeLessThanOrEqual(1);
}
