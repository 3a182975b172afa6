import { readFile } from 'node:fs/promises';
import { accountOfUser } from '../../scripts/org-accounts';
import { alice, bob, outsideNumbers } from '../../test-pbx';
import { knownCustomers } from '../../workbench';
import type { AgentPage } from './agent-page';
import { expectAccessible } from './axe';
import { answer, expectIdle, nameTarget, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears, tones } from './hearing';

const { contactWithMobile } = knownCustomers;
const CALLER = '09087654321';

test.use({
    org: {
        sipAccount: (userId) => {
            const account = accountOfUser(userId);
            return account?.extension === alice.number ? null : account;
        },
        callCenterOverrides: {
            '/denwaPanel/denwaStatuses': 'ready *45; not-ready/lunch *46; not-ready/外出中 message:status; signed-out *47'
        }
    }
});

/** A part of the panel by its name. */
function region(agent: AgentPage, label: string) {
    return agent.phone.getByRole('region', { name: agent.text(label), exact: true });
}

/** Whoever is dialled by click-to-dial talks, and has no tone of its own. */
async function expectSomething(agent: AgentPage): Promise<void> {
    await expect.poll(() => agent.hears(), { message: `${agent.user} hears something`, intervals: [100] }).not.toBeNull();
}

test('a working day, by role and name only', async ({ open, pbx }) => {
    // Axe checks a dozen screens.
    test.slow();
    const [suzuki, yamada] = await ready(open, 'suzuki', 'yamada');
    const sato = await open({ user: 'sato', tone: tones.sato, firstRun: true, path: `/lightning/r/Contact/${contactWithMobile.id}/view` });
    const status = sato.phone.getByRole('combobox', { name: sato.text('Agent_Status') });
    const paused = async (): Promise<boolean | undefined> =>
        (await pbx.queueMembers()).find(({ agent }) => agent === sato.extension)?.paused;

    await test.step('sign in', async () => {
        await sato.openPanel();
        await expect(sato.button('Sign_In')).toBeVisible();
        await expectAccessible(sato, 'sign-in');
        await sato.phone.getByLabel(sato.text('Extension')).fill(alice.number);
        await sato.phone.getByLabel(sato.text('Password')).fill(alice.password);
        await sato.button('Sign_In').click();
        await sato.ready();
    });

    await test.step('the check list of the first run', async () => {
        const checks = region(sato, 'Check_List');
        await expect(checks).toBeVisible();
        await expectAccessible(sato, 'check list');
        const microphone = checks.getByRole('button', { name: sato.text('Check_Microphone') });
        if (await microphone.isVisible()) await microphone.click();
        await expect(checks.getByText(sato.text('Check_All_Done'))).toBeVisible();
        await checks.getByRole('button', { name: sato.text('Check_Done') }).click();
        await expect(sato.button('Dial')).toBeVisible();
        await expectAccessible(sato, 'dial pad');
    });

    await test.step('a status takes effect on the queue', async () => {
        await expect.poll(paused, 'signing in logs into the queue').toBe(false);
        await status.selectOption({ label: sato.text('Status_Lunch') });
        await expect.poll(paused, 'by feature code').toBe(true);
        await status.selectOption({ label: sato.text('Status_Ready') });
        await expect.poll(paused).toBe(false);
    });

    await test.step('click-to-dial, hold', async () => {
        await sato.phoneNumber(contactWithMobile.phone).first().click();
        await expect(sato.says('Phase_Connected')).toBeVisible();
        await expectSomething(sato);
        await expectAccessible(sato, 'in a call');
        await sato.button('Hold').click();
        await expect(sato.says('Phase_Held')).toBeVisible();
        await expectHears(sato);
        await expectAccessible(sato, 'on hold');
    });

    await test.step('ask a colleague, hand the customer over', async () => {
        await nameTarget(sato, suzuki.extension);
        await expectAccessible(sato, 'transfer');
        await sato.button('Consult').click();
        await answer(suzuki);
        await expectHears(sato, 'suzuki');
        await expectAccessible(sato, 'consultation');
        await sato.button('Complete_Transfer').click();
        await expectIdle(sato);
        await expectAccessible(sato, 'transferred');
        await expectSomething(suzuki);
        await suzuki.button('Hang_Up').click();
        await expectIdle(suzuki);
    });

    await test.step('park and retrieve', async () => {
        await talk(yamada, sato);
        await sato.button('Park').click();
        await expect(sato.button('Retrieve')).toBeVisible();
        await expectHears(yamada, 'holdMusic');
        await expectAccessible(sato, 'parked call');
        await sato.button('Retrieve').click();
        await expectHears(sato, 'yamada');
        await sato.button('Hang_Up').click();
        await expectIdle(yamada);
    });

    await test.step('a call is answered by keyboard; the headset and the status change while it lasts', async () => {
        const caller = await pbx.ring({ extension: sato.extension, callerNumber: CALLER, says: 'tone' });
        await expect(sato.button('Answer')).toBeVisible();
        await expectAccessible(sato, 'inbound');
        await sato.tabTo(sato.button('Answer'));
        await sato.page.keyboard.press('Enter');
        await expectHears(sato, 'customer');

        await sato.unplugMicrophone();
        await expect.poll(() => sato.liveMicrophones(), { message: 'another microphone takes over' }).toBe(1);
        const frame = await sato.frame();
        const another = await frame.evaluateHandle(() => {
            const given = navigator.mediaDevices.getUserMedia;
            navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Gone', 'NotFoundError'));
            return given;
        });
        await sato.unplugMicrophone();
        await expect(sato.says('Microphone_Title')).toBeVisible();
        await expectHears(sato, 'customer');
        await expectAccessible(sato, 'without a microphone');
        await frame.evaluate((given) => {
            navigator.mediaDevices.getUserMedia = given;
        }, another);

        await status.selectOption({ label: '外出中' });
        await expect(sato.phone.getByText(sato.text('Status_Pending', '外出中'))).toBeVisible();
        expect(await paused(), 'not during the call').toBe(false);
        await sato.tabTo(sato.button('Hang_Up'));
        await sato.page.keyboard.press('Enter');
        expect((await caller.ended()).answered).toBe(true);
        await expectIdle(sato);
        await expect.poll(paused, 'by message, after the call').toBe(true);
        await expect(status).toHaveValue('2');
    });

    await test.step('two presses in the history dial again', async () => {
        await sato.dial(outsideNumbers.busy);
        await expect(sato.says('Ending_Busy')).toBeVisible();
        await sato.button('History').click();
        const last = region(sato, 'History').getByRole('listitem').filter({ hasText: '03-1234-0003' });
        await expectAccessible(sato, 'history');
        await last.getByRole('button').first().click();
        await expect(sato.number).toHaveValue(/^03-?1234-?0003$/);
        const before = (await pbx.dialled()).length;
        await sato.button('Dial').click();
        await expect.poll(async () => (await pbx.dialled()).slice(before).map(({ number }) => number)).toEqual([outsideNumbers.busy]);
        await expect(sato.says('Ending_Busy')).toBeVisible();
    });

    await test.step('the log is saved, without a secret and without numbers', async () => {
        await sato.button('Settings').click();
        await expectAccessible(sato, 'settings');
        const download = sato.page.waitForEvent('download');
        await sato.button('Log_File_Save').click();
        const log = await readFile(await (await download).path(), 'utf8');
        expect(log).toContain('Call ended');
        for (const secret of [alice.password, bob.password, CALLER]) expect(log).not.toContain(secret);
        expect(log).not.toMatch(/response="|nonce="|ice-pwd:(?!\[)/i);
    });

    await test.step('sign out', async () => {
        await sato.button('Settings').click();
        await sato.button('Sign_Out').click();
        await expect(sato.button('Sign_In')).toBeVisible();
        await expect
            .poll(async () => (await pbx.queueMembers()).some(({ agent, paused: away }) => agent === sato.extension && !away))
            .toBe(false);
    });
});
