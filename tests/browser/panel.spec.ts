import { readFile } from 'node:fs/promises';
import { notifiedNumbers, outsideNumbers } from '../../test-pbx';
import type { AgentPage } from './agent-page';
import { expectAccessible } from './axe';
import { answer, expectIdle, ready, talk } from './conversation';
import { expect, test } from './fixtures';

const [NOTIFIED] = notifiedNumbers;

test.use({
    org: {
        callCenterOverrides: {
            '/denwaPanel/denwaStatuses': 'ready *45; not-ready/lunch *46; not-ready/外出中 message:status; signed-out *47',
            '/denwaPanel/denwaNotifiedNumbers': `${NOTIFIED} 代表`,
            '/denwaPanel/denwaEchoExtension': '*43'
        }
    }
});

function screen(agent: AgentPage, label: string) {
    return agent.phone.getByRole('region', { name: agent.text(label), exact: true });
}

test('the check list of the first run comes once, in English too; settings and history are a press away', async ({ open }) => {
    const agent = await open({ user: 'smith', firstRun: true });
    await agent.ready();
    await agent.openPanel();
    const checks = screen(agent, 'Check_List');
    await expect(checks.getByRole('status')).toHaveText(/./);
    await expectAccessible(agent, 'check list');
    // A press unlocks sound, and the microphone may be asked for by its own button.
    const microphone = checks.getByRole('button', { name: agent.text('Check_Microphone') });
    if (await microphone.isVisible()) await microphone.click();
    await expect(checks.getByText(agent.text('Check_All_Done'))).toBeVisible();
    await checks.getByRole('button', { name: agent.text('Check_Done') }).click();
    await expect(agent.button('Dial')).toBeVisible();

    await agent.button('Settings').click();
    const settings = screen(agent, 'Settings');
    await expect(settings).toBeVisible();
    await expectAccessible(agent, 'settings');
    await agent.button('Settings').click();
    await agent.phone.getByRole('button', { name: agent.text('History') }).click();
    await expectAccessible(agent, 'history');

    await agent.page.reload();
    await agent.ready();
    await agent.openPanel();
    await expect(agent.button('Dial'), 'the check list came once').toBeVisible();
});

test('signing out of a call and reloading ask first', async ({ open }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(suzuki, sato);
    for (const [button, question] of [
        ['Sign_Out', 'Sign_Out_Confirm'],
        ['Reload', 'Reload_Confirm']
    ] as const) {
        await sato.button(button).click();
        const asked = sato.phone.getByRole('alertdialog', { name: sato.text(question) });
        await expect(asked).toBeVisible();
        await expectAccessible(sato, question);
        await asked.getByRole('button', { name: sato.text('Cancel') }).click();
        await expect(asked).toHaveCount(0);
        await expect(sato.says('Phase_Connected'), 'the call goes on').toBeVisible();
    }
    await sato.button('Sign_Out').click();
    await sato.phone
        .getByRole('alertdialog')
        .getByRole('button', { name: sato.text('Sign_Out') })
        .click();
    await expect(sato.button('Sign_In')).toBeVisible();
    await expectIdle(suzuki);
});

test('an agent at lunch is still at lunch after a reload, for the queue too', async ({ open, pbx }) => {
    const [agent] = await ready(open, 'sato');
    const status = agent.phone.getByRole('combobox', { name: agent.text('Agent_Status') });
    const chosen = (): Promise<string> => status.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '');
    const takesCalls = async (): Promise<boolean> =>
        (await pbx.queueMembers()).some((member) => member.agent === agent.extension && !member.paused);
    await expect.poll(takesCalls, 'signing in logs into the queue').toBe(true);
    await status.selectOption({ label: agent.text('Status_Lunch') });
    await expect.poll(takesCalls).toBe(false);
    const told = (await pbx.dialled()).length;

    await agent.button('Reload').click();
    await expect.poll(async () => (await pbx.dialled()).slice(told).map(({ number }) => number)).toEqual(['*47', '*46']);
    await agent.ready();
    await agent.openPanel();
    await expect.poll(chosen).toBe(agent.text('Status_Lunch'));
    expect(await takesCalls()).toBe(false);

    await status.selectOption({ label: agent.text('Status_Ready') });
    await expect.poll(takesCalls).toBe(true);
    await agent.button('Sign_Out').click();
    await agent.page.reload();
    await agent.ready();
    await agent.openPanel();
    await expect.poll(chosen, 'whoever signs out begins anew').toBe(agent.text('Status_Ready'));
});

test('an outside call presents the number that the agent chose', async ({ open, pbx }) => {
    const [sato] = await ready(open, 'sato');
    await sato.phone.getByRole('combobox', { name: sato.text('Notified_Number') }).selectOption(NOTIFIED);
    await sato.dial(outsideNumbers.tone);
    await expect(sato.says('Phase_Connected')).toBeVisible();
    const invite = (await sato.wire()).find(({ text }) => text.startsWith(`INVITE sip:${outsideNumbers.tone}@`))?.text ?? '';
    expect(invite).toMatch(new RegExp(`^P-Preferred-Identity: <sip:${NOTIFIED}@`, 'm'));
    expect((await pbx.presented()).at(-1)).toMatchObject({ presented: NOTIFIED });
    await sato.button('Hang_Up').click();
    await expectIdle(sato);
});

test('redial: Enter shows the last number, Enter again dials it', async ({ open }) => {
    const [sato] = await ready(open, 'sato');
    await sato.dial(outsideNumbers.busy);
    await expect(sato.says('Ending_Busy')).toBeVisible();
    await expect(sato.number).toHaveValue('');
    await sato.number.press('Enter');
    await expect(sato.number).toHaveValue(outsideNumbers.busy);
    await sato.number.press('Enter');
    await expect(sato.number).toHaveValue('');
    await expect(sato.says('Ending_Busy')).toBeVisible();
});

test('the log is saved without a secret and, if wanted, without numbers; the version can be copied', async ({ open, pbx }) => {
    const [sato] = await ready(open, 'sato');
    const caller = await pbx.ring({ extension: sato.extension, callerNumber: '09087654321' });
    await answer(sato);
    await caller.hangUp();
    await expectIdle(sato);
    await sato.button('Settings').click();

    const save = async (): Promise<string> => {
        const download = sato.page.waitForEvent('download');
        await sato.button('Log_File_Save').click();
        return readFile(await (await download).path(), 'utf8');
    };
    const masked = await save();
    await sato.phone.getByRole('checkbox', { name: sato.text('Log_File_Mask') }).uncheck();
    const whole = await save();
    expect(whole).toContain('Call ended');
    expect(whole).toContain('09087654321');
    expect(masked).not.toContain('09087654321');
    for (const log of [masked, whole]) expect(log).not.toMatch(/response="|nonce="|ice-pwd:(?!\[)/i);

    await sato.button('Copy').click();
    await expect(sato.phone.getByText(sato.text('Notice_Copied'))).toBeVisible();
});

test('zoom and language are the agent’s own, and stay', async ({ open }) => {
    const [sato] = await ready(open, 'sato');
    await sato.button('Settings').click();
    const width = async (): Promise<number> => (await sato.page.locator('iframe').boundingBox())?.width ?? 0;
    const before = await width();
    await sato.phone.getByRole('combobox', { name: sato.text('Zoom') }).selectOption('150');
    await expect.poll(width).toBeCloseTo(before * 1.5, -1);
    await sato.phone.getByRole('combobox', { name: sato.text('Language') }).selectOption('en');
    await sato.button('Reload').click();
    await expect(sato.phone.getByRole('button', { name: 'Settings' })).toBeVisible();
    await expect.poll(width, 'the zoom is still there').toBeCloseTo(before * 1.5, -1);
});
