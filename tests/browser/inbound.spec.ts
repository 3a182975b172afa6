import { knownCustomers } from '../../workbench';
import { callerIdOf } from '../../workbench/shared/caller-id';
import { phonesOf } from '../../workbench/shared/records';
import { expect, test } from './fixtures';
import { checkTask } from './task';
import { summary } from './wire';

const { contactWithMobile, contactWithMarkup, lead } = knownCustomers;

test('an inbound call opens the panel, rings, and opens the caller in the top window', async ({ open, pbx }) => {
    const agent = await open({ tone: 440 });
    await agent.ready();

    // The record holds +81 90-1234-5678, the network presents the domestic form.
    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678', says: 'tone' });
    await expect(agent.utilityItem, 'the panel opens by itself').toHaveAttribute('aria-pressed', 'true');
    await expect(agent.says('Phase_Inbound')).toBeVisible();
    await expect(agent.page).toHaveURL(new RegExp(`/lightning/r/Contact/${contactWithMobile.id}/view`));
    await expect(agent.phone.getByText(contactWithMobile.name).first(), 'the panel names the record').toBeVisible();
    expect(new URL((await agent.frame()).url()).pathname, 'the frame stayed where it was').toBe('/apex/Denwa');

    await agent.button('Answer').click();
    expect(await caller.answered()).toBe(true);
    await expect(agent.says('Phase_Connected')).toBeVisible();
    const connected = Date.now();
    await expect
        .poll(async () => Math.abs(((await agent.hears()) ?? 0) - 1004), { message: 'the agent hears the caller' })
        .toBeLessThan(10);

    await expect(agent.phone.getByText(/^00:0[3-9]$/), 'the timer counts').toBeVisible();
    const talked = Math.floor((Date.now() - connected) / 1000);
    await caller.hangUp();
    await expect(agent.says('Ending_Hung_Up_Remote')).toBeVisible();
    await checkTask(agent, { number: '090-1234-5678', callType: '着信', disposition: agent.text('Ending_Hung_Up_Remote'), talked });
    expect(summary(await agent.wire())).toEqual([
        '← INVITE',
        '→ 100 INVITE',
        '→ 180 INVITE',
        '→ 200 INVITE',
        '← ACK',
        '← BYE',
        '→ 200 BYE'
    ]);
});

test('a second agent’s window stays where it is', async ({ open, pbx }) => {
    const called = await open({ user: 'sato' });
    const other = await open({ user: 'suzuki', path: `/lightning/r/Lead/${lead.id}/view` });
    await called.ready();
    await other.ready();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
    await expect(called.page).toHaveURL(new RegExp(contactWithMobile.id));
    await expect(other.page).toHaveURL(new RegExp(lead.id));
    await caller.hangUp();
    await expect(called.says('Ending_Missed')).toBeVisible();
});

test('a caller is recognised whose record holds full-width digits and hyphens', async ({ open, pbx, workbench }) => {
    const fullWidth = workbench.store
        .list('Contact')
        .flatMap((contact) => phonesOf(contact).map(({ value }) => ({ contact, value })))
        .find(({ value }) => /^０[０-９]+－[０-９]+－[０-９]+$/.test(value));
    if (!fullWidth) throw new Error('No contact has a number in full-width characters');
    const agent = await open();
    await agent.ready();
    const caller = await pbx.ring({ extension: '1001', callerNumber: callerIdOf(fullWidth.value) });
    await expect(agent.page).toHaveURL(new RegExp(`/lightning/r/Contact/${fullWidth.contact.id}/view`));
    await caller.hangUp();
});

test('an unknown caller opens a new contact with the number', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '0399990000' });
    const form = agent.page.getByRole('dialog', { name: '新規取引先責任者' });
    await expect(form).toBeVisible();
    await expect(form.getByLabel('電話', { exact: true })).toHaveValue('03-9999-0000');
    await caller.hangUp();
});

test('a withheld number rings without opening anything', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    const url = agent.page.url();
    const caller = await pbx.ring({ extension: '1001' });
    await expect(agent.says('Phase_Inbound')).toBeVisible();
    await expect(agent.says('Withheld_Number').first()).toBeVisible();
    await agent.button('Decline').click();
    await expect(agent.says('Ending_Declined')).toBeVisible();
    expect((await caller.ended()).cause, 'Q.850: call rejected').toBe(21);
    expect(agent.page.url()).toBe(url);
});

test('a caller’s name that looks like markup is shown as text', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '0452220199', callerName: '<img src=x onerror=alert(1)>' });
    await expect(agent.phone.getByText(contactWithMarkup.name).first()).toBeVisible();
    expect(await (await agent.frame()).locator('img, b').count()).toBe(0);
    await caller.hangUp();
    await expect(agent.says('Ending_Missed')).toBeVisible();
});

test.describe('without call waiting', () => {
    test.use({ org: { callCenterOverrides: { '/denwaCalls/denwaCallWaiting': 'false' } } });

    test('a second caller hears busy while the agent talks, and both calls are logged', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        const first = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
        await agent.button('Answer').click();
        await expect(agent.says('Phase_Connected')).toBeVisible();
        const second = await pbx.ring({ extension: '1001', callerNumber: '0663450101' });
        expect((await second.ended()).cause, 'Q.850: user busy').toBe(17);
        await expect(agent.says('Phase_Connected')).toBeVisible();
        await first.hangUp();
        await expect(agent.says('Ending_Hung_Up_Remote')).toBeVisible();
        await expect
            .poll(() => workbench.store.list('Task').map(({ fields }) => fields.WhoId))
            .toEqual(expect.arrayContaining([contactWithMobile.id, lead.id]));
    });
});

test('a call is answered with the keyboard alone', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
    await expect(agent.utilityItem, 'the panel opens by itself').toHaveAttribute('aria-pressed', 'true');
    // The page under the panel changes first, so that the focus has something to stay on.
    await expect(agent.page).toHaveURL(new RegExp(contactWithMobile.id));
    await agent.tabTo(agent.button('Answer'));
    await agent.page.keyboard.press('Enter');
    expect(await caller.answered()).toBe(true);
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await agent.tabTo(agent.button('Hang_Up'));
    await agent.page.keyboard.press('Enter');
    await expect(agent.says('Ending_Hung_Up')).toBeVisible();
    expect((await caller.ended()).answered).toBe(true);
});
