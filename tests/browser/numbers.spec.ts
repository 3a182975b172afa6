import { expect, test } from './fixtures';

const dialled: readonly (readonly [typed: string, received: string, why: string])[] = [
    ['+81 90-1234-0009', '09012340009', 'country code in front of a mobile number'],
    ['+810312340009', '0312340009', 'country code and trunk zero'],
    ['819012340009', '09012340009', 'country code without a plus'],
    ['8103 1234 0009', '0312340009', 'country code and trunk zero without a plus'],
    ['０３－１２３４－０００９', '0312340009', 'full-width digits and hyphens'],
    ['(03) 1234‐0009', '0312340009', 'brackets and a typographic hyphen'],
    ['*8', '*8', 'a feature code'],
    ['8101', '8101', 'an extension that begins with 81'],
    ['8110', '8110', 'an extension that begins with 81'],
    ['110', '110', 'the police'],
    ['119', '119', 'the fire brigade']
];

test('each way of writing a number reaches the PBX as the number that is meant', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    for (const [typed, received, why] of dialled) {
        await test.step(`${typed} reaches the PBX as ${received}: ${why}`, async () => {
            const before = (await pbx.dialled()).length;
            await agent.dial(typed);
            await expect.poll(async () => (await pbx.dialled()).slice(before).map(({ number }) => number)).toEqual([received]);
            const hangUp = agent.button('Hang_Up');
            // Where nobody talks, the call ends by itself.
            await expect(agent.says('Phase_Connected').or(agent.button('Dial'))).toBeVisible();
            if (await hangUp.isVisible()) await hangUp.click();
            await expect(agent.button('Dial')).toBeEnabled();
        });
    }
});

test('what cannot be dialled is named, and nothing reaches the PBX', async ({ open, pbx }) => {
    const before = (await pbx.dialled()).length;
    const agent = await open();
    await agent.ready();
    await agent.dial('電話して');
    await expect(agent.says('Notice_Number_Not_Dialable', '電話して')).toBeVisible();
    await agent.dial('03-1234-5678、090-1234-5678');
    await expect(agent.phone.getByRole('alertdialog')).toContainText(agent.text('Question_Which'));
    expect((await pbx.dialled()).length).toBe(before);
});
