import type { AgentPage } from './agent-page';
import { answer, expectIdle, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears } from './hearing';
import { summary } from './wire';

/** Presses keys of the call's own keypad. */
async function press(agent: AgentPage, keys: string): Promise<void> {
    const keypad = agent.button('Keypad');
    if ((await agent.phone.locator('[data-digit]:visible').count()) === 0) await keypad.click();
    for (const key of keys) await agent.phone.locator(`[data-digit='${key}']:visible`).click();
}

test('# and an extension: the PBX transfers without asking', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    const before = (await sato.wire()).length;
    await press(sato, '#');
    await expectHears(suzuki, 'holdMusic');
    await press(sato, yamada.extension);
    await expect(yamada.says('Phase_Inbound')).toBeVisible();
    await answer(yamada);
    await expectHears(yamada, 'suzuki');
    await expectHears(suzuki, 'yamada');
    await expectIdle(sato);
    // RFC 4733: the digits are in the audio. That they go by INFO where the PBX does not take them so is tested in tests/calls.
    expect(summary((await sato.wire()).slice(before), /^(INFO|REFER|BYE)$/)).toEqual(['← BYE', '→ 200 BYE']);
    await suzuki.button('Hang_Up').click();
    await expectIdle(yamada);
});

test('* and an extension: the PBX lets the agent talk to the target first; hanging up transfers', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    await press(sato, '*');
    await expectHears(suzuki, 'holdMusic');
    await press(sato, yamada.extension);
    await answer(yamada);
    await expectHears(sato, 'yamada');
    await expectHears(yamada, 'sato');
    await sato.button('Hang_Up').click();
    await expectIdle(sato);
    await expectHears(yamada, 'suzuki');
    await expectHears(suzuki, 'yamada');
    await suzuki.button('Hang_Up').click();
    await expectIdle(yamada);
});
