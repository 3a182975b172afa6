import type { AgentPage } from './agent-page';
import { answer, expectIdle, nameTarget, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears } from './hearing';
import { summary, transferReports } from './wire';

const TRANSFER = /^(INVITE|ACK|BYE|CANCEL|REFER|NOTIFY)$/;

/** The caller is on hold, and the agent talks to the target. */
async function consult(agent: AgentPage, target: AgentPage): Promise<void> {
    await nameTarget(agent, target.extension);
    await agent.button('Consult').click();
    await expect(target.says('Phase_Inbound')).toBeVisible();
    await answer(target);
    await expect(agent.button('Complete_Transfer')).toBeVisible();
}

test('hold, ask, transfer: the caller and the target talk, and see each other', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    await consult(sato, yamada);
    await expectHears(suzuki, 'holdMusic');
    await expectHears(sato, 'yamada');
    await expectHears(yamada, 'sato');
    const before = (await sato.wire()).length;

    await sato.button('Complete_Transfer').click();
    await expectIdle(sato);
    await expectHears(suzuki, 'yamada');
    await expectHears(yamada, 'suzuki');
    await expect(yamada.phone.getByText(suzuki.extension).first(), 'the target sees the caller').toBeVisible();
    await expect(suzuki.phone.getByText(yamada.extension).first(), 'the caller sees the target').toBeVisible();
    const transfer = summary((await sato.wire()).slice(before), TRANSFER);
    expect(transfer.slice(0, 2)).toEqual(['→ REFER', '← 202 REFER']);
    // The PBX hangs up the consultation; on the caller it waits for the phone. The two may cross.
    expect(transfer).toEqual(expect.arrayContaining(['→ BYE', '← 200 BYE', '← BYE']));
    expect(transferReports((await sato.wire()).slice(before))).toEqual(['100', '200']);

    await yamada.button('Hang_Up').click();
    await expectIdle(suzuki);
    await expectIdle(yamada);
});

test('swap between the two; hanging up on the target leaves the caller on hold, one press resumes', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    await consult(sato, yamada);

    const before = (await sato.wire()).length;
    await sato.button('Swap').click();
    await expectHears(yamada, 'holdMusic');
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki, 'sato');
    expect(summary((await sato.wire()).slice(before)), 'hold the one, then resume the other').toEqual([
        '→ INVITE',
        '← 200 INVITE',
        '→ ACK',
        '→ INVITE',
        '← 200 INVITE',
        '→ ACK'
    ]);
    await sato.button('Swap').click();
    await expectHears(suzuki, 'holdMusic');
    await expectHears(sato, 'yamada');
    await expectHears(yamada, 'sato');

    await sato.button('Hang_Up').click();
    await expectIdle(yamada);
    await expect(sato.says('Phase_Held')).toBeVisible();
    await expectHears(suzuki, 'holdMusic');
    await sato.button('Resume').first().click();
    await expectHears(suzuki, 'sato');
    await expectHears(sato, 'suzuki');
    await suzuki.button('Hang_Up').click();
    await expectIdle(sato);
});

test('transferred while the target still rings: it becomes a blind transfer', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    await nameTarget(sato, yamada.extension);
    await sato.button('Consult').click();
    await expect(yamada.says('Phase_Inbound')).toBeVisible();
    await sato.button('Complete_Transfer').click();
    await expect(yamada.phone.getByText(suzuki.extension).first(), 'now it is the caller who rings').toBeVisible();
    await answer(yamada);
    await expectIdle(sato);
    await expectHears(suzuki, 'yamada');
    await expectHears(yamada, 'suzuki');
    await suzuki.button('Hang_Up').click();
    await expectIdle(yamada);
});

test('a three-way call: everybody hears the two others, and each may leave', async ({ open }) => {
    // Three conversations, one after the other.
    test.slow();
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    const begin = async (): Promise<void> => {
        await talk(suzuki, sato);
        await consult(sato, yamada);
        const before = (await sato.wire()).length;
        await sato.button('Merge').click();
        await expect(sato.says('Phase_Conference').first()).toBeVisible();
        await expectHears(sato, 'suzuki', 'yamada');
        await expectHears(suzuki, 'sato', 'yamada');
        await expectHears(yamada, 'sato', 'suzuki');
        expect(summary((await sato.wire()).slice(before)), 'only the call on hold is resumed').toEqual([
            '→ INVITE',
            '← 200 INVITE',
            '→ ACK'
        ]);
    };

    await begin();
    await sato.button('Mute').click();
    await expectHears(suzuki, 'yamada');
    await expectHears(yamada, 'suzuki');
    await sato.button('Unmute').click();
    await expectHears(suzuki, 'sato', 'yamada');
    await suzuki.button('Hang_Up').click();
    await expectHears(sato, 'yamada');
    await expectHears(yamada, 'sato');
    await yamada.button('Hang_Up').click();
    await expectIdle(sato);

    await begin();
    await yamada.button('Hang_Up').click();
    await expectHears(sato, 'suzuki');
    await expectHears(suzuki, 'sato');
    await suzuki.button('Hang_Up').click();
    await expectIdle(sato);

    await begin();
    await sato.button('Complete_Transfer').click();
    await expectIdle(sato);
    await expectHears(suzuki, 'yamada');
    await expectHears(yamada, 'suzuki');
    await suzuki.button('Hang_Up').click();
    await expectIdle(yamada);
});
