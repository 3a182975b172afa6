import { knownCustomers } from '../../workbench';
import { expect, test } from './fixtures';

const { contactWithMobile } = knownCustomers;
const form = `/lightning/r/Contact/${contactWithMobile.id}/edit`;

test('shortcuts work while the agent types in a record, and the title of the page tells who calls', async ({ open, pbx }) => {
    const agent = await open({ path: form });
    await agent.ready();
    const title = await agent.page.title();
    const field = agent.page.getByRole('dialog').getByRole('textbox').first();
    await field.fill('山田 花');

    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678', callerName: 'Tanaka', says: 'tone' });
    await expect.poll(() => agent.page.title(), { message: 'the title tells the caller' }).toBe(agent.text('Phone_Ringing', 'Tanaka'));
    await expect.poll(() => agent.page.title(), { message: 'and takes turns with its own' }).toBe(title);
    await expect(field, 'the agent is not interrupted').toBeFocused();

    await field.press('Control+Alt+a');
    expect(await caller.answered()).toBe(true);
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await expect(agent.page).toHaveTitle(title);

    await field.press('Control+Alt+m');
    await expect(agent.button('Unmute')).toBeVisible();
    await field.press('Control+Alt+m');
    await expect(agent.button('Mute')).toBeVisible();
    await field.press('Control+Alt+h');
    await expect(agent.says('Phase_Held')).toBeVisible();
    await field.press('Control+Alt+h');
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await field.pressSequentially('子');
    await field.press('Control+Alt+e');
    await expect(agent.says('Ending_Hung_Up')).toBeVisible();
    await expect(field, 'nothing was typed but what was to be').toHaveValue('山田 花子');
    await expect(field).toBeFocused();
    expect(await agent.page.evaluate(() => window.workbench.lostForms)).toEqual([]);
});

test('the title is as it was when the caller gives up', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    const title = await agent.page.title();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678', callerName: 'Tanaka' });
    await expect.poll(() => agent.page.title()).toBe(agent.text('Phone_Ringing', 'Tanaka'));
    await caller.hangUp();
    await expect(agent.says('Phase_Inbound')).toBeHidden();
    await expect(agent.page).toHaveTitle(title);
});

test('a shortcut works in the panel too', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    await agent.openPanel();
    await agent.number.focus();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678', says: 'tone' });
    await expect(agent.says('Phase_Inbound')).toBeVisible();
    await agent.page.keyboard.press('Control+Alt+a');
    expect(await caller.answered()).toBe(true);
    await expect(agent.says('Phase_Connected')).toBeVisible();
});

test('the phone is as dark as the page around it', async ({ open }) => {
    const agent = await open({ path: '/?theme=dark' });
    await agent.ready();
    const page = agent.phone.locator('html');
    await expect(page).toHaveAttribute('data-denwa-theme', 'dark');
    await agent.page.evaluate(() => document.body.classList.replace('slds-color-scheme--dark', 'slds-color-scheme--light'));
    await expect(page).toHaveAttribute('data-denwa-theme', 'light');
});
