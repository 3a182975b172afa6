import { outsideNumbers } from '../../test-pbx';
import { knownCustomers } from '../../workbench';
import { expect, test } from './fixtures';

const { contactWithMobile } = knownCustomers;

test('what is typed is told as it would be dialled, and as what', async ({ open }) => {
    const agent = await open();
    await agent.ready();
    await agent.openPanel();
    for (const [typed, told] of [
        ['+81 90-1234-5678', '090-1234-5678 · 携帯'],
        ['０３-1234-5678 内線12', '03-1234-5678'],
        ['0570-000-123', '通話料'],
        ['1002', '内線'],
        ['110', '緊急']
    ] as const) {
        await agent.number.fill(typed);
        await expect(agent.phone.locator('.preview-text')).toContainText(told);
    }
    await agent.number.fill('');
    await expect(agent.phone.locator('.preview-text')).toHaveText('');
});

test('a foreign number is confirmed before it is dialled', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    const before = (await pbx.dialled()).length;
    await agent.dial('+1 212 555 0147');
    const question = agent.phone.getByRole('alertdialog');
    await expect(question).toContainText(agent.text('Question_Confirm'));
    expect((await pbx.dialled()).length, 'nothing was dialled yet').toBe(before);
    await agent.page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);

    await agent.number.press('Enter');
    await question.locator('.option').click();
    await expect.poll(async () => (await pbx.dialled()).at(-1)?.number).toBe('01012125550147');
    await agent.button('Hang_Up').click();
    await expect(agent.button('Hang_Up')).toHaveCount(0);
});

test('one key dials exactly as typed, whatever the dial plan makes of it', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    await agent.openPanel();
    await agent.number.fill('81312340001');
    await agent.number.press('Control+Enter');
    await expect.poll(async () => (await pbx.dialled()).at(-1)?.number).toBe('81312340001');
    await expect(agent.button('Hang_Up')).toHaveCount(0);
});

test('a field with two numbers asks which one, and dials for the clicked record', async ({ open, pbx, workbench }) => {
    workbench.store.update(contactWithMobile.id, { MobilePhone: `090-1234-5678 / 03-1234-0009` });
    const agent = await open({ path: `/lightning/r/Contact/${contactWithMobile.id}/view` });
    await agent.ready();
    await agent.phoneNumber('090-1234-5678 / 03-1234-0009').first().click();
    const question = agent.phone.getByRole('alertdialog');
    await expect(question).toContainText(contactWithMobile.name);
    await expect(question.locator('.option')).toHaveCount(2);
    await question.locator('.option', { hasText: '03-1234-0009' }).click();
    await expect.poll(async () => (await pbx.dialled()).at(-1)?.number).toBe(outsideNumbers.talks);
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await agent.button('Hang_Up').click();
    await expect
        .poll(() => workbench.store.list('Task').filter(({ fields }) => fields.WhoId === contactWithMobile.id && fields.CallObject).length)
        .toBe(1);
});

test.describe('behind an outside line', () => {
    test.use({ org: { callCenterOverrides: { '/denwaDialPlan/denwaOutsideLinePrefix': '0' } } });

    test('emergency numbers go out as they are, subscriber numbers with the prefix', async ({ open, pbx }) => {
        const agent = await open();
        await agent.ready();
        for (const [typed, dialled] of [
            ['110', '110'],
            ['03-1234-0009', '00312340009']
        ] as const) {
            await agent.dial(typed);
            await expect.poll(async () => (await pbx.dialled()).at(-1)?.number).toBe(dialled);
            await agent.button('Hang_Up').click();
            await expect(agent.button('Hang_Up')).toHaveCount(0);
        }
    });
});
