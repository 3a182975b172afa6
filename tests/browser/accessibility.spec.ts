import { outsideNumbers } from '../../test-pbx';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

// In Japanese, and with what a call center sets up: working-day.spec.ts.
test('each screen passes axe, in English', async ({ open, pbx }) => {
    // Five runs of axe.
    test.slow();
    const agent = await open({ user: 'smith' });
    await agent.ready();
    await agent.openPanel();
    await expectAccessible(agent, 'dial pad');
    await agent.dial(outsideNumbers.tone);
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await expectAccessible(agent, 'in a call');
    await agent.button('Hang_Up').click();
    await expect(agent.says('Ending_Hung_Up')).toBeVisible();
    await expectAccessible(agent, 'ended');
    const caller = await pbx.ring({ extension: agent.extension, callerNumber: '09012345678' });
    await expect(agent.says('Phase_Inbound')).toBeVisible();
    await expectAccessible(agent, 'inbound');
    await caller.hangUp();
    await agent.button('Sign_Out').click();
    await expect(agent.button('Sign_In')).toBeVisible();
    await expectAccessible(agent, 'sign-in');
});
