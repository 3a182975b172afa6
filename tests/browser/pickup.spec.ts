import { expectIdle, ready } from './conversation';
import { expect, test } from './fixtures';
import { expectHears } from './hearing';
import { summary } from './wire';

test('a colleague’s ringing call is picked up, from the group or by his extension', async ({ open, pbx }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    for (const target of ['', suzuki.extension]) {
        const caller = await pbx.ring({ extension: suzuki.extension, callerNumber: '0663450101', says: 'tone' });
        await expect(suzuki.says('Phase_Inbound')).toBeVisible();
        await sato.number.fill(target);
        await sato.button('Pick_Up').click();

        await expect(sato.says('Phase_Connected')).toBeVisible();
        expect(await caller.answered()).toBe(true);
        await expectHears(sato, 'customer');
        await expect(sato.phone.getByText('06-6345-0101').first(), 'the caller is named').toBeVisible();
        await expectIdle(suzuki);
        expect(summary(await suzuki.wire()).slice(-3)).toEqual(['→ 200 CANCEL', '→ 487 INVITE', '← ACK']);
        await sato.button('Hang_Up').click();
        await expectIdle(sato);
    }
});

test('nothing rings: a clear text', async ({ open }) => {
    const [sato] = await ready(open, 'sato');
    await sato.button('Pick_Up').click();
    await expect(sato.says('Ending_Nothing_To_Pick_Up').first()).toBeVisible();
    await sato.phone.getByRole('button', { name: sato.text('Dismiss') }).click();
    await expect(sato.says('Ending_Nothing_To_Pick_Up')).toHaveCount(0);
    await sato.dial('*81002');
    await expect(sato.says('Ending_Nothing_To_Pick_Up').first()).toBeVisible();
    await expectIdle(sato);
});
