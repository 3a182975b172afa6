import { answer, expectIdle, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears } from './hearing';
import { summary } from './wire';

test('hold: the other party hears music and is not heard; resume: both hear each other', async ({ open }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(sato, suzuki);
    const before = (await sato.wire()).length;

    await sato.button('Hold').click();
    await expect(sato.says('Phase_Held')).toBeVisible();
    await expect(sato.phone.getByText(sato.text('Time_Held'), { exact: true }), 'the hold timer runs').toBeVisible();
    await expectHears(suzuki, 'holdMusic');
    await expectHears(sato);
    await expect(suzuki.says('Phase_Connected'), 'Asterisk plays the music without telling the phone').toBeVisible();

    await sato.button('Resume').first().click();
    await expect(sato.says('Phase_Connected')).toBeVisible();
    await expectHears(suzuki, 'sato');
    await expectHears(sato, 'suzuki');
    expect(summary((await sato.wire()).slice(before))).toEqual(['→ INVITE', '← 200 INVITE', '→ ACK', '→ INVITE', '← 200 INVITE', '→ ACK']);

    await suzuki.button('Hang_Up').click();
    await expectIdle(sato);
    await expectIdle(suzuki);
});

test('both hold, one resumes: the hold of the other one is respected', async ({ open }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(sato, suzuki);
    await sato.button('Hold').click();
    await expect(sato.says('Phase_Held')).toBeVisible();
    await suzuki.button('Hold').click();
    await expect(suzuki.says('Phase_Held')).toBeVisible();
    await expectHears(sato);
    await expectHears(suzuki);
    await sato.button('Resume').first().click();
    await expect(sato.says('Phase_Connected')).toBeVisible();
    await expectHears(sato, 'holdMusic');
    await expectHears(suzuki);
    await suzuki.button('Resume').first().click();
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki, 'sato');
    await sato.button('Hang_Up').click();
    await expectIdle(suzuki);
});

test('mute is local, and survives hold and a microphone that is unplugged', async ({ open }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(sato, suzuki);
    const before = (await sato.wire()).length;

    await sato.button('Mute').click();
    await expect(sato.button('Unmute')).toBeVisible();
    await expectHears(suzuki);
    await expectHears(sato, 'suzuki');
    expect(summary((await sato.wire()).slice(before)), 'nothing is told to the PBX').toEqual([]);

    await sato.button('Hold').click();
    await expect(sato.says('Phase_Held')).toBeVisible();
    await sato.button('Resume').first().click();
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki);

    await sato.unplugMicrophone();
    await expect.poll(() => sato.liveMicrophones(), { message: 'another microphone takes over' }).toBe(1);
    await expectHears(suzuki);
    await sato.button('Unmute').click();
    await expectHears(suzuki, 'sato');

    await sato.button('Hang_Up').click();
    await expectIdle(sato);
    await expectIdle(suzuki);
});

test('a hold that the connection swallowed is not shown as one', async ({ open }) => {
    const [sato, suzuki] = await ready(open, 'sato', 'suzuki');
    await talk(sato, suzuki);
    await sato.loseConnection('INVITE');
    await sato.button('Hold').click();
    await expect(sato.says('Notice_Hold_Failed')).toBeVisible();
    await expect(sato.says('Phase_Connected')).toBeVisible();
    // The PBX had heard of the hold. It learns what the agent sees as soon as it can be told.
    await sato.connectionIsBack();
    await expectHears(suzuki, 'sato');
    await expectHears(sato, 'suzuki');
    await sato.button('Hold').click();
    await expect(sato.says('Phase_Held')).toBeVisible();
    await sato.button('Hang_Up').click();
    await expectIdle(suzuki);
});

test('the timers of a long call', async ({ open, pbx }) => {
    const [sato] = await ready(open, 'sato');
    await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
    await answer(sato);
    await expect(sato.phone.getByText(/^00:0[2-9]$/)).toBeVisible();
    await sato.button('Hold').click();
    await expect(sato.phone.getByRole('timer', { name: sato.text('Time_Held') })).toHaveText(/^00:0[1-9]$/);
    await sato.button('Hang_Up').click();
});
