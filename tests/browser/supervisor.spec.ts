import { expectIdle, ready, talk } from './conversation';
import { expect, test } from './fixtures';
import { expectHears, type Sounder } from './hearing';
import { summary } from './wire';

interface Code {
    readonly code: string;
    readonly agentHears: readonly Sounder[];
    readonly otherHears: readonly Sounder[];
}

const codes: Readonly<Record<string, Code>> = {
    'listens in': { code: '*55', agentHears: ['suzuki'], otherHears: ['sato'] },
    whispers: { code: '*56', agentHears: ['suzuki', 'yamada'], otherHears: ['sato'] },
    'barges in': { code: '*57', agentHears: ['suzuki', 'yamada'], otherHears: ['sato', 'yamada'] }
};

test('a supervisor listens in, whispers, and barges in', async ({ open }) => {
    const [sato, suzuki, yamada] = await ready(open, 'sato', 'suzuki', 'yamada');
    await talk(suzuki, sato);
    for (const [what, { code, agentHears, otherHears }] of Object.entries(codes)) {
        await test.step(what, async () => {
            await yamada.dial(`${code}${sato.extension}`);
            await expect(yamada.says('Phase_Connected')).toBeVisible();
            await expectHears(yamada, 'sato', 'suzuki');
            await expectHears(sato, ...agentHears);
            await expectHears(suzuki, ...otherHears);
            const before = (await sato.wire()).length;
            await yamada.button('Hang_Up').click();
            await expectIdle(yamada);
            expect(summary(await yamada.wire()).slice(-2)).toEqual(['→ BYE', '← 200 BYE']);
            expect(summary((await sato.wire()).slice(before)), 'the agent’s phone is told nothing of it').toEqual([]);
            await expectHears(sato, 'suzuki');
        });
    }
    await sato.button('Hang_Up').click();
    await expectIdle(suzuki);
});
