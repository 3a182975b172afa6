import { answer, expectIdle, nameTarget, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears } from './hearing';
import { summary, transferReports } from './wire';

test('the caller is handed over when the target answers', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    const before = (await sato.wire()).length;
    await nameTarget(sato, yamada.extension);
    await sato.button('Transfer_Now').click();
    await expect(yamada.says('Phase_Inbound')).toBeVisible();
    await expect(yamada.phone.getByText(suzuki.extension).first(), 'the target sees the caller').toBeVisible();
    await answer(yamada);
    await expectIdle(sato);
    await expectHears(suzuki, 'yamada');
    await expectHears(yamada, 'suzuki');
    const messages = (await sato.wire()).slice(before);
    expect(summary(messages, /^(REFER|BYE)$/), 'it hangs up as soon as the PBX has told').toEqual([
        '→ REFER',
        '← 202 REFER',
        '→ BYE',
        '← 200 BYE'
    ]);
    expect(transferReports(messages)).toEqual(['100', '200']);
    await sato.phone.getByRole('button', { name: sato.text('History') }).click();
    const entry = sato.phone
        .getByRole('region', { name: sato.text('History') })
        .getByRole('listitem')
        .first();
    await expect(entry).toContainText(sato.text('History_Result_Transferred'));
    await suzuki.button('Hang_Up').click();
    await expectIdle(yamada);
});

test('a colleague who talks is found out before anything is asked of the PBX; “transfer anyway” rings him', async ({ open, pbx }) => {
    const [sato, suzuki, smith] = await ready(open, 'sato', 'suzuki', 'smith');
    await suzuki.dial('0312340001');
    await expect(suzuki.says('Phase_Connected')).toBeVisible();
    await pbx.ring({ extension: sato.extension, callerNumber: '0663450101', says: 'tone' });
    await answer(sato);
    const before = (await sato.wire()).length;

    await nameTarget(sato, suzuki.extension);
    await sato.button('Transfer_Now').click();
    await expect(sato.phone.getByText(sato.text('Transfer_Busy', suzuki.extension)).first()).toBeVisible();
    expect(summary((await sato.wire()).slice(before), /^REFER$/)).toEqual([]);
    await expectHears(sato, 'customer');

    await sato.button('Transfer_Anyway').click();
    await expect(suzuki.button('Answer'), 'he is offered a second call').toBeVisible();
    await suzuki.button('Answer').click();
    await expectIdle(sato);
    await expectHears(suzuki, 'customer');
    await expectIdle(smith);
});

test('a number that does not exist: the caller stays', async ({ open, pbx }) => {
    const [sato] = await ready(open, 'sato');
    await pbx.ring({ extension: sato.extension, callerNumber: '0663450101', says: 'tone' });
    await answer(sato);
    await nameTarget(sato, '8101');
    await sato.button('Transfer_Now').click();
    await expect(sato.phone.getByText(sato.text('Transfer_Not_Found', '8101')).first()).toBeVisible();
    await expectHears(sato, 'customer');
    await sato.button('Hang_Up').click();
});

test('nobody answers: the caller comes back and the panel says why', async ({ open, pbx }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await pbx.cli('dialplan set global TRANSFER_RING_SECONDS 2');
    await pbx.ring({ extension: sato.extension, callerNumber: '0663450101', says: 'tone' });
    await answer(sato);
    await nameTarget(sato, suzuki.extension);
    await sato.button('Transfer_Now').click();
    await expect(suzuki.says('Phase_Inbound')).toBeVisible();
    await expect(sato.phone.getByText(sato.text('Returned_Transfer')).first()).toBeVisible();
    await expect(sato.phone.getByText(sato.text('Transfer_No_Answer', suzuki.extension)).first()).toBeVisible();
    await expectIdle(suzuki);
    await answer(sato);
    await expectHears(sato, 'customer');
    await sato.button('Hang_Up').click();
    await expectIdle(sato);
});
