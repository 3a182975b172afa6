import { ready } from './conversation';
import { expect, test } from './fixtures';

test('a phone that cannot be loaded says so, and starts at a press', async ({ open }) => {
    const agent = await open({ user: 'sato' });
    await agent.ready();
    await agent.page.route('**/denwa-phone.js', (route) => route.abort());
    await agent.page.reload();
    await agent.openPanel();
    await expect(agent.phone.getByRole('alert')).toContainText('ソフトフォンを読み込めませんでした');
    await expect(agent.phone.getByRole('alert')).toContainText('The softphone could not be loaded');
    await agent.page.unroute('**/denwa-phone.js');
    await agent.phone.getByRole('link', { name: /Try again/ }).click();
    await agent.ready();
    await expect(agent.phone.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
});

test('so does one of which nothing can be loaded', async ({ open }) => {
    const agent = await open({ user: 'sato' });
    await agent.ready();
    await agent.page.route('**/denwa.js', (route) => route.abort());
    await agent.page.reload();
    await agent.openPanel();
    await expect(agent.phone.getByRole('alert'), 'by itself').toContainText('The softphone could not be loaded', { timeout: 15_000 });
});

test('a screen that cannot be loaded says so, and comes at a press; the phone works meanwhile', async ({ open, pbx }) => {
    const agent = await open({ user: 'smith' });
    await agent.ready();
    await agent.page.route('**/denwa-late.js', (route) => route.abort());
    await agent.page.reload();
    await agent.ready();
    await agent.openPanel();
    const history = agent.phone.getByRole('button', { name: agent.text('History') });
    const failed = agent.phone.getByRole('alert').filter({ hasText: agent.text('Screen_Failed') });
    const tryAgain = agent.phone.getByRole('button', { name: agent.text('Try_Again') });
    await history.click();
    await expect(failed).toBeVisible();
    const caller = await pbx.ring({ extension: agent.extension, callerNumber: '09012345678' });
    await expect(agent.says('Phase_Inbound')).toBeVisible();
    await caller.hangUp();
    await expect(agent.says('Phase_Inbound')).toBeHidden();
    await history.click();
    // One stands for the call that was missed, one for the history.
    await expect(failed).toHaveCount(2);
    await agent.page.unroute('**/denwa-late.js');
    await tryAgain.last().click();
    await expect(agent.phone.getByRole('region', { name: agent.text('History') })).toBeFocused();
    await expect(agent.says('Ending_Missed')).toBeVisible();
    await expect(failed).toHaveCount(0);
});

test('the language that the agent chose in this browser goes before that of the org', async ({ open }) => {
    const [agent] = await ready(open, 'sato');
    const frame = agent.page.frames().find((other) => other.url().includes('/apex/'));
    await frame?.evaluate(() => localStorage.setItem('denwa.language', 'en'));
    await agent.page.reload();
    await agent.openPanel();
    await expect(agent.phone.getByRole('button', { name: 'Dial', exact: true })).toBeVisible();
    expect(await agent.phone.locator('html').getAttribute('lang')).toBe('en');
});
