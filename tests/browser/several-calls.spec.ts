import { answer, expectIdle, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears, expectTone } from './hearing';
import { summary } from './wire';

test('a second caller: answering holds the first; only one call has audio', async ({ open, pbx }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(suzuki, sato);
    const caller = await pbx.ring({ extension: sato.extension, callerNumber: '0663450101', says: 'tone' });
    await expect(sato.button('Answer')).toBeVisible();
    await expectTone(sato, 'callWaiting');
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki, 'sato');
    const before = (await sato.wire()).length;
    await sato.button('Answer').click();
    expect(await caller.answered()).toBe(true);
    await expectHears(sato, 'customer');
    await expectHears(suzuki, 'holdMusic');
    expect(summary((await sato.wire()).slice(before)), 'first the one is held, then the other answered').toEqual([
        '→ INVITE',
        '← 200 INVITE',
        '→ ACK',
        '→ 200 INVITE',
        '← ACK'
    ]);

    await sato.button('Swap').click();
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki, 'sato');
    await caller.hangUp();
    await expectHears(sato, 'suzuki');
    await sato.button('Hang_Up').click();
    await expectIdle(suzuki);
});

test('a second caller is declined, and the first hears nothing of it', async ({ open, pbx }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(suzuki, sato);
    const caller = await pbx.ring({ extension: sato.extension, callerNumber: '0663450101' });
    await sato.button('Decline').click();
    expect((await caller.ended()).answered).toBe(false);
    await expectHears(suzuki, 'sato');
    await expectHears(sato, 'suzuki');
    await sato.button('Hang_Up').click();
    await expectIdle(sato);
});

test('a second call puts the first on hold by itself', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    await sato.button('New_Call').click();
    await sato.dial(yamada.extension);
    await expectHears(suzuki, 'holdMusic');
    await answer(yamada);
    await expectHears(sato, 'yamada');
    await expectHears(yamada, 'sato');
    await yamada.button('Hang_Up').click();
    await expect(sato.says('Phase_Held')).toBeVisible();
    await suzuki.button('Hang_Up').click();
    await expectIdle(sato);
});
