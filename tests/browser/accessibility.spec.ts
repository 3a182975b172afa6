import AxeBuilder from '@axe-core/playwright';
import { outsideNumbers } from '../../test-pbx';
import { expect, test } from './fixtures';
import type { AgentPage } from './agent-page';

async function violations(agent: AgentPage): Promise<readonly string[]> {
    const { violations: found } = await new AxeBuilder({ page: agent.page })
        .include(['iframe', '#denwa'])
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const user of ['sato', 'smith'] as const) {
    test(`each screen passes axe (${user})`, async ({ open, pbx }) => {
        // Five runs of axe.
        test.slow();
        const agent = await open({ user });
        await agent.ready();
        await agent.openPanel();
        expect(await violations(agent), 'dial pad').toEqual([]);
        await agent.dial(outsideNumbers.tone);
        await expect(agent.says('Phase_Connected')).toBeVisible();
        expect(await violations(agent), 'in a call').toEqual([]);
        await agent.button('Hang_Up').click();
        await expect(agent.says('Ending_Hung_Up')).toBeVisible();
        expect(await violations(agent), 'ended').toEqual([]);
        const caller = await pbx.ring({ extension: user === 'sato' ? '1001' : '1004', callerNumber: '09012345678' });
        await expect(agent.says('Phase_Inbound')).toBeVisible();
        expect(await violations(agent), 'inbound').toEqual([]);
        await caller.hangUp();
        await agent.button('Sign_Out').click();
        await expect(agent.button('Sign_In')).toBeVisible();
        expect(await violations(agent), 'sign-in').toEqual([]);
    });
}
