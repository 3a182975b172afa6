import { outsideNumbers, hangsUpAfter } from '../../test-pbx';
import { expect, test } from './fixtures';

/** Neighbours end differently: nothing that the call before left on the panel can pass for the ending of this one. */
const endings: readonly (readonly [name: string, number: string, label: string])[] = [
    ['busy', outsideNumbers.busy, 'Ending_Busy'],
    ['a number that does not exist', outsideNumbers.unassigned, 'Ending_Not_Found'],
    ['unavailable', outsideNumbers.unavailable, 'Ending_Unavailable'],
    ['an extension that does not exist', '1999', 'Ending_Not_Found'],
    ['an agent who is not signed in', '1003', 'Ending_Unavailable'],
    ['declined', outsideNumbers.declines, 'Ending_Declined_Remote'],
    ['no answer', outsideNumbers.noAnswer, 'Ending_No_Answer'],
    ['the other side hangs up', hangsUpAfter(1), 'Ending_Hung_Up_Remote']
];

test('the panel says how a call ended, and the next one can be made', async ({ open }) => {
    const agent = await open();
    await agent.ready();
    for (const [name, number, label] of endings) {
        await test.step(name, async () => {
            await agent.dial(number);
            await expect(agent.says(label)).toBeVisible();
            await expect(agent.button('Dial')).toBeEnabled();
        });
    }
});

test('one agent declines the other', async ({ open }) => {
    const sato = await open({ user: 'sato' });
    const smith = await open({ user: 'smith' });
    await sato.ready();
    await smith.ready();
    await sato.dial('1004');
    await smith.button('Decline').click();
    await expect(sato.says('Ending_Declined_Remote')).toBeVisible();
    await expect(smith.says('Ending_Declined')).toBeVisible();
});

test('an agent gives up while it rings', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    await agent.dial(outsideNumbers.ringsOn);
    await expect(agent.says('Phase_Ringing')).toBeVisible();
    await agent.button('Hang_Up').click();
    await expect(agent.says('Ending_Cancelled')).toBeVisible();
    await expect.poll(() => pbx.channels()).toEqual([]);
});

test('a page that is left in a call hangs up', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    await agent.dial(outsideNumbers.tone);
    await expect(agent.says('Phase_Connected')).toBeVisible();
    expect(await pbx.channels()).not.toEqual([]);
    await agent.page.goto('about:blank');
    await expect.poll(() => pbx.channels()).toEqual([]);
});
