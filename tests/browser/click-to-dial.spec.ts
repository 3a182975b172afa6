import { loudestFrequency, readWav } from '../../test-pbx';
import { knownCustomers } from '../../workbench';
import { expect, test } from './fixtures';
import { checkTask } from './task';
import { summary } from './wire';

const { contactWithMobile } = knownCustomers;
const contactPage = `/lightning/r/Contact/${contactWithMobile.id}/view`;

test('an agent presses +81 90-… on a contact, talks, and finds the call on the timeline', async ({ open, pbx }) => {
    const agent = await open({ path: contactPage, tone: 440 });
    await agent.ready();
    expect(await agent.isPanelOpen()).toBe(false);
    const before = (await pbx.dialled()).length;

    await agent.phoneNumber(contactWithMobile.phone).first().click();

    await expect(agent.utilityItem, 'the panel opens by itself').toHaveAttribute('aria-pressed', 'true');
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await expect(agent.phone.getByText('090-1234-5678')).toBeVisible();
    expect((await pbx.dialled()).slice(before), 'what the PBX received').toMatchObject([{ by: '1001', number: '09012345678' }]);

    await expect.poll(() => agent.hears(), { message: 'the agent hears the customer' }).not.toBeNull();
    const connected = Date.now();
    await expect(agent.phone.getByText(/^00:0[3-9]$/), 'the timer counts').toBeVisible();
    await agent.button('Hang_Up').click();
    const talked = Math.floor((Date.now() - connected) / 1000);

    await expect(agent.says('Ending_Hung_Up')).toBeVisible();
    await checkTask(agent, { number: '090-1234-5678', callType: '発信', disposition: agent.text('Ending_Hung_Up'), talked });
    // This customer answers at once, with or without a moment of ringing.
    expect(summary(await agent.wire()).filter((line) => line !== '← 180 INVITE')).toEqual([
        '→ INVITE',
        '← 401 INVITE',
        '→ ACK',
        '→ INVITE',
        '← 100 INVITE',
        '← 200 INVITE',
        '→ ACK',
        '→ BYE',
        '← 200 BYE'
    ]);
});

test('each side of an outside call hears the other one', async ({ open, pbx }) => {
    // Other tests of this worker may have called the same number.
    const earlier = new Set((await pbx.recordings()).map(({ file }) => file));
    const agent = await open({ tone: 440 });
    await agent.ready();
    await agent.dial('03-1234-0001');
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await expect.poll(async () => Math.abs(((await agent.hears()) ?? 0) - 1004), { message: 'the agent hears 1004 Hz' }).toBeLessThan(10);

    // The customer has to hear the agent for long enough to tell the tone.
    await expect(agent.phone.getByText(/^00:0[3-9]$/)).toBeVisible();
    await agent.button('Hang_Up').click();
    await expect(agent.says('Ending_Hung_Up')).toBeVisible();
    const heard = (await pbx.recordings()).find(
        ({ number, direction, file }) => number === '0312340001' && direction === 'heard' && !earlier.has(file)
    );
    expect(heard, 'the PBX recorded what the customer heard').toBeDefined();
    const sound = await readWav(heard?.file ?? '');
    expect(Math.abs((loudestFrequency(sound) ?? 0) - 440), 'the customer heard 440 Hz').toBeLessThan(10);
});

test('two agents call each other and each hears the other', async ({ open }) => {
    const sato = await open({ user: 'sato', tone: 440 });
    const smith = await open({ user: 'smith', tone: 1000 });
    await sato.ready();
    await smith.ready();

    await sato.dial('１００４');
    await expect(sato.says('Phase_Ringing')).toBeVisible();
    await expect(smith.says('Phase_Inbound')).toBeVisible();
    await smith.button('Answer').click();

    await expect(sato.says('Phase_Connected')).toBeVisible();
    await expect(smith.says('Phase_Connected')).toBeVisible();
    await expect.poll(async () => Math.abs(((await sato.hears()) ?? 0) - 1000), { message: 'Sato hears Smith' }).toBeLessThan(10);
    await expect.poll(async () => Math.abs(((await smith.hears()) ?? 0) - 440), { message: 'Smith hears Sato' }).toBeLessThan(10);

    await smith.button('Hang_Up').click();
    await expect(sato.says('Ending_Hung_Up_Remote')).toBeVisible();
    await expect(smith.says('Ending_Hung_Up')).toBeVisible();
    expect(await sato.hears(), 'silence after the call').toBeNull();
});

test('numbers can be pressed only while the phone is registered', async ({ open }) => {
    const agent = await open({ path: contactPage });
    await expect(agent.phoneNumber(contactWithMobile.phone).first()).toBeEnabled();
    await agent.openPanel();
    await agent.button('Sign_Out').click();
    await expect(agent.says('Account_Signed_Out')).toBeVisible();
    await expect(agent.phoneNumber(contactWithMobile.phone)).toHaveCount(0);
    await expect(agent.page.getByText(contactWithMobile.phone).first(), 'the number is still there to read').toBeVisible();
});

test('numbers cannot be pressed after a reload that does not find the PBX', async ({ open }) => {
    const agent = await open({ path: contactPage });
    await expect(agent.phoneNumber(contactWithMobile.phone).first()).toBeEnabled();
    await agent.context.routeWebSocket(/./, (socket) => socket.close());
    const frame = await agent.frame();
    await frame.evaluate(() => {
        // As after a crash: the page before has no chance to take anything back.
        window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), { capture: true });
        location.reload();
    });
    await expect(agent.phoneNumber(contactWithMobile.phone)).toHaveCount(0);
    await expect(agent.page.getByText(contactWithMobile.phone).first(), 'the number is still there to read').toBeVisible();
    await expect(agent.phone.getByText(/^PBX(との接続が切れました|に接続できません)/)).toBeVisible();
});
