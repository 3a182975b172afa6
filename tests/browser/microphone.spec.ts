import { outsideNumbers } from '../../test-pbx';
import { expect, test } from './fixtures';

test('a denied microphone: the panel says what to do, and the PBX is spared the call', async ({ open, pbx }) => {
    const agent = await open({ microphone: 'denied' });
    await agent.ready();
    await agent.dial(outsideNumbers.tone);
    await expect(agent.says('Ending_Microphone')).toBeVisible();
    await expect(agent.says('Microphone_Permission_Denied')).toBeVisible();
    await expect(agent.button('Try_Again')).toBeVisible();
    expect(await pbx.channels()).toEqual([]);
});

test('no microphone plugged in: the panel says what to do', async ({ open }) => {
    const agent = await open({ microphone: 'not-plugged-in' });
    await agent.ready();
    await agent.dial(outsideNumbers.tone);
    await expect(agent.says('Microphone_No_Device')).toBeVisible();
});

test('an inbound call that cannot be answered for want of a microphone goes back to the PBX', async ({ open, pbx }) => {
    const agent = await open({ microphone: 'denied' });
    await agent.ready();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
    await agent.button('Answer').click();
    await expect(agent.says('Microphone_Permission_Denied')).toBeVisible();
    expect((await caller.ended()).answered).toBe(false);
});
