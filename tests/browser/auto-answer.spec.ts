import { expectIdle, ready } from './conversation';
import { expect, test } from './fixtures';
import { expectHears, expectTone } from './hearing';
import { summary } from './wire';

test.describe('where the setting allows it', () => {
    test.use({ org: { callCenterOverrides: { '/denwaCalls/denwaAutoAnswer': 'true' } } });

    test('a call that the PBX starts for the agent answers itself, by either header', async ({ open, pbx }) => {
        const [sato] = await ready(open, 'sato');
        for (const autoAnswer of ['call-info', 'alert-info'] as const) {
            const before = (await sato.wire()).length;
            const caller = await pbx.ring({ extension: sato.extension, callerNumber: '0663450101', says: 'tone', autoAnswer });
            await expect(sato.says('Phase_Connected')).toBeVisible();
            expect(await caller.answered()).toBe(true);
            await expectTone(sato, 'beep');
            await expectHears(sato, 'customer');
            // It need not ring before it answers itself.
            const wire = summary((await sato.wire()).slice(before)).filter((message) => message !== '→ 180 INVITE');
            expect(wire).toEqual(['← INVITE', '→ 100 INVITE', '→ 200 INVITE', '← ACK']);
            await sato.button('Hang_Up').click();
            await expectIdle(sato);
        }
    });

    test('an ordinary call rings, and a call in progress is not pushed aside', async ({ open, pbx }) => {
        const [sato] = await ready(open, 'sato');
        await pbx.ring({ extension: sato.extension, callerNumber: '0663450101', says: 'tone' });
        await sato.button('Answer').click();
        await expectHears(sato, 'customer');
        const second = await pbx.ring({ extension: sato.extension, callerNumber: '09012345678', autoAnswer: true });
        await expect(sato.button('Answer')).toBeVisible();
        await expectHears(sato, 'customer');
        await second.hangUp();
        await sato.button('Hang_Up').click();
        await expectIdle(sato);
    });
});

test('by default it rings', async ({ open, pbx }) => {
    const [sato] = await ready(open, 'sato');
    const caller = await pbx.ring({ extension: sato.extension, callerNumber: '0663450101', autoAnswer: true });
    await expect(sato.says('Phase_Inbound')).toBeVisible();
    await sato.button('Decline').click();
    expect((await caller.ended()).answered).toBe(false);
});
