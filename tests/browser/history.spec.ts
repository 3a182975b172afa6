import { answer, expectIdle, ready } from './conversation';
import { expect, test } from './fixtures';

test('the history keeps what became of each call, across a reload', async ({ open, pbx }) => {
    const [sato] = await ready(open, 'sato');
    const missed = await pbx.ring({ extension: sato.extension, callerNumber: '0663450101' });
    await expect(sato.says('Phase_Inbound')).toBeVisible();
    await missed.hangUp();
    await expect(sato.says('Ending_Missed')).toBeVisible();
    const declined = await pbx.ring({ extension: sato.extension, callerNumber: '09012345678' });
    await sato.button('Decline').click();
    await declined.ended();
    const answered = await pbx.ring({ extension: sato.extension, callerNumber: '0312345678' });
    await answer(sato);
    await answered.hangUp();
    await expectIdle(sato);
    await sato.dial('0312340003');
    await expect(sato.says('Ending_Busy')).toBeVisible();

    const entries = async (): Promise<readonly string[]> => {
        await sato.phone.getByRole('button', { name: sato.text('History') }).click();
        const rows = sato.phone.getByRole('region', { name: sato.text('History') }).getByRole('listitem');
        await expect(rows).toHaveCount(4);
        return rows.allInnerTexts();
    };
    const results = ['Dialled', 'Answered', 'Declined', 'Missed'].map((result) => sato.text(`History_Result_${result}`));
    for (const [index, text] of (await entries()).entries()) expect(text).toContain(results[index] ?? 'nothing');

    await sato.page.reload();
    await sato.ready();
    await sato.openPanel();
    for (const [index, text] of (await entries()).entries()) expect(text).toContain(results[index] ?? 'nothing');

    await sato.phone.getByText('03-1234-0003').first().click();
    await expect(sato.number, 'one press puts the number into the input').toHaveValue(/^03-?1234-?0003$/);
});
