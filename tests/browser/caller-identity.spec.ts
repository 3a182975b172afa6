import { knownCustomers } from '../../workbench';
import { answer, expectIdle, nameTarget, ready } from './conversation';
import { expect, test } from './fixtures';

const { contactWithMobile } = knownCustomers;

test('the panel names the caller, the number that was dialled, the business and the queue', async ({ open, pbx }) => {
    const [sato] = await ready(open, 'sato');
    const caller = await pbx.ring({
        extension: sato.extension,
        callerNumber: '0663450101',
        callerName: '高橋 商店',
        dialledNumber: '0350000500',
        label: 'サポート窓口',
        queue: '<b>support</b>'
    });
    await expect(sato.says('Phase_Inbound')).toBeVisible();
    for (const text of ['06-6345-0101', '03-5000-0500', 'サポート窓口', '<b>support</b>']) {
        await expect(sato.phone.getByText(text, { exact: true }).first()).toBeVisible();
    }
    await answer(sato);
    await expect(sato.phone.getByText('サポート窓口', { exact: true }).first(), 'in the call too').toBeVisible();
    await caller.hangUp();
});

test('a customer whom a colleague transfers is named, and the record is open by then', async ({ open, pbx }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await pbx.ring({ extension: sato.extension, callerNumber: '09012345678', says: 'tone' });
    await answer(sato);
    await nameTarget(sato, suzuki.extension);
    await sato.button('Consult').click();
    await expect(suzuki.says('Phase_Inbound')).toBeVisible();
    await expect(suzuki.phone.getByText(sato.extension).first(), 'first the colleague').toBeVisible();
    await expect(suzuki.page, 'the record that it is about').toHaveURL(new RegExp(`/lightning/r/Contact/${contactWithMobile.id}/view`));
    await answer(suzuki);
    await sato.button('Complete_Transfer').click();
    await expectIdle(sato);
    await expect(suzuki.phone.getByText('090-1234-5678').first(), 'then the customer').toBeVisible();
    await suzuki.button('Hang_Up').click();
    await expectIdle(suzuki);
});

test('a queue rings two agents; the one who does not answer has missed nothing', async ({ open, pbx }) => {
    const [suzuki, yamada] = await ready(open, 'suzuki', 'yamada');
    await pbx.ring({ extension: '500', callerNumber: '0663450101', says: 'tone' });
    await expect(suzuki.says('Phase_Inbound')).toBeVisible();
    await expect(yamada.says('Phase_Inbound')).toBeVisible();
    await answer(suzuki);
    await expect(yamada.says('Ending_Answered_Elsewhere').first()).toBeVisible();
    await expectIdle(yamada);
    await yamada.phone.getByRole('button', { name: yamada.text('History') }).click();
    const entries = yamada.phone.getByRole('region', { name: yamada.text('History') }).getByRole('listitem');
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText(yamada.text('History_Result_Answered_Elsewhere'));
    await suzuki.button('Hang_Up').click();
    await expectIdle(suzuki);
});
