import type { AgentPage } from './agent-page';
import { answer, expectIdle, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears } from './hearing';
import { summary, transferReports } from './wire';

/** The slot that the panel shows. */
async function slotOn(agent: AgentPage): Promise<string> {
    const slot = agent.phone.getByText(/^7[0-2]\d$/).first();
    await expect(slot).toBeVisible();
    return (await slot.textContent()) ?? '';
}

test('one press parks; the slot is shown large until it is dismissed; a colleague dials it', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    const before = (await sato.wire()).length;
    await sato.button('Park').click();
    const slot = await slotOn(sato);
    await expectIdle(sato);
    await expectHears(suzuki, 'holdMusic');
    const messages = (await sato.wire()).slice(before);
    expect(summary(messages, /^(REFER|BYE)$/)).toEqual(['→ REFER', '← 202 REFER', '→ BYE', '← 200 BYE']);
    expect(summary(messages, /^MESSAGE$/)).toEqual(['← MESSAGE', '→ 200 MESSAGE']);
    expect(transferReports(messages)).toEqual(['100', '200']);
    await expect(sato.phone.getByRole('timer', { name: sato.text('Parked_Recall') }), 'the countdown to the recall runs').toHaveText(
        /^0[45]:\d\d$/
    );

    await yamada.dial(slot);
    await expect(yamada.says('Phase_Connected')).toBeVisible();
    await expectHears(yamada, 'suzuki');
    await expectHears(suzuki, 'yamada');
    await expect(yamada.phone.getByText(suzuki.extension).first(), 'whoever was parked is named').toBeVisible();
    expect(await slotOn(sato)).toBe(slot);
    await sato.phone.getByRole('button', { name: sato.text('Dismiss_Parked') }).click();
    await expect(sato.phone.getByText(slot, { exact: true })).toHaveCount(0);
    await suzuki.button('Hang_Up').click();
    await expectIdle(yamada);
});

test('one press retrieves', async ({ open }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(suzuki, sato);
    await sato.button('Park').click();
    const slot = await slotOn(sato);
    await sato.button('Retrieve').click();
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki, 'sato');
    await expect(sato.phone.getByText(slot, { exact: true }), 'it is parked no more').toHaveCount(0);
    await sato.button('Hang_Up').click();
    await expectIdle(suzuki);
});

test('nobody retrieves: the call comes back and says from which slot', async ({ open, pbx }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await pbx.cli('dialplan set global PARK_SECONDS 3');
    await talk(suzuki, sato);
    await sato.button('Park').click();
    const slot = await slotOn(sato);
    await expect(sato.phone.getByText(sato.text('Returned_Park', slot)).first()).toBeVisible();
    await answer(sato);
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki, 'sato');
    await sato.button('Hang_Up').click();
    await expectIdle(suzuki);
});
