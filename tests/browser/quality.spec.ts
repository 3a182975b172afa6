import { outsideNumbers } from '../../test-pbx';
import type { AgentPage } from './agent-page';
import { expectAccessible } from './axe';
import { expectIdle, ready } from './conversation';
import { expect, test } from './fixtures';
import { tones } from './hearing';
import { LossyPath } from './lossy-path';

test.use({ org: { callCenterOverrides: { '/denwaCallLog/denwaQualityField': 'Call_Quality__c' } } });

/** Three seconds, and what a machine that runs two tests at once takes to read and paint. Milliseconds. */
const NOTICED = 3_500;

/** Milliseconds, by the page's own clock, from the answer on the wire until the panel shows this text. */
async function timeUntil(agent: AgentPage, told: string): Promise<number> {
    const frame = await agent.frame();
    const shown = await frame.evaluate(
        (text) =>
            new Promise<number>((resolve) => {
                const look = (): void => {
                    if (document.body.innerText.includes(text)) resolve(performance.now());
                    else requestAnimationFrame(look);
                };
                look();
            }),
        told
    );
    const answered = (await agent.wire()).findLast(({ text }) => /^SIP\/2\.0 200 .*^CSeq: *\d+ +INVITE/ms.test(text));
    return shown - (answered?.at ?? NaN);
}

test('nothing arrives from the other party: the panel says so after three seconds, and no more once the call is over', async ({ open }) => {
    const [sato] = await ready(open, 'sato');
    await sato.dial(outsideNumbers.saysNothing);
    expect(await timeUntil(sato, sato.text('Warning_Not_Hearing'))).toBeLessThan(NOTICED);
    await expect(sato.says('Warning_Not_Hearing')).toBeVisible();
    await sato.button('Hang_Up').click();
    await expectIdle(sato);
    await expect(sato.says('Warning_Not_Hearing')).toHaveCount(0);
});

test('nothing of what the agent says arrives: the panel says so within three seconds', async ({ open }) => {
    const path = new LossyPath();
    const sato = await open({ tone: tones.sato, prepare: (context) => path.leadThrough(context) });
    await sato.ready();
    await sato.dial(outsideNumbers.tone);
    await expect(sato.phone.getByRole('button', { name: /MOS [1-4]\.\d/ })).toBeVisible();
    await expect.poll(() => sato.hears(), 'the way leads to the PBX and back').not.toBeNull();
    await expect(sato.says('Warning_Not_Heard')).toHaveCount(0);
    await sato.button('Hang_Up').click();
    await expectIdle(sato);

    path.loseSound();
    await sato.dial(outsideNumbers.tone);
    expect(await timeUntil(sato, sato.text('Warning_Not_Heard'))).toBeLessThan(NOTICED);
    expect(await sato.hears(), 'the other way is open').not.toBeNull();
    await sato.button('Hang_Up').click();
    await expectIdle(sato);
    path.close();
});

test('the indicator opens a sheet that explains; history and Task keep how the call sounded', async ({ open, workbench }) => {
    const [sato] = await ready(open, 'sato');
    await sato.dial(outsideNumbers.tone);
    await expect(sato.says('Phase_Connected')).toBeVisible();
    const indicator = sato.phone.getByRole('button', { name: /MOS [1-4]\.\d/ });
    await indicator.click();
    const sheet = sato.phone.getByRole('region', { name: sato.text('Quality'), exact: true });
    await expect(sheet).toBeFocused();
    for (const [figure, value] of [
        ['Mos', /^[1-4]\.\d$/],
        ['Packet_Loss', /^\d+(\.\d)?%$/],
        ['Jitter', /^\d+ ms$/],
        ['Round_Trip', /^\d+ ms$/]
    ] as const) {
        const row = sheet.getByRole('row', { name: sato.text(`Quality_${figure}`) });
        await expect(row, 'what the figure means').toContainText(sato.text(`Quality_${figure}_Meaning`));
        for (const cell of [0, 1]) await expect(row.getByRole('cell').nth(cell)).toHaveText(value);
    }
    await expect(sheet.getByText(sato.text('Quality_No_Problem'))).toBeVisible();
    await expectAccessible(sato, 'call quality');
    await sato.page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(indicator, 'where the agent came from').toBeFocused();
    await sato.button('Hang_Up').click();
    await expectIdle(sato);

    const saved = (): readonly unknown[] =>
        workbench.store.list('Task').flatMap(({ fields }) => (fields['CallObject'] ? [fields['Call_Quality__c']] : []));
    await expect.poll(() => saved().length).toBe(1);
    const [score] = saved();
    expect(Number(score)).toBeGreaterThan(3.6);
    expect(Number(score)).toBeLessThanOrEqual(4.5);
    await sato.phone.getByRole('button', { name: sato.text('History') }).click();
    const entry = sato.phone.getByRole('region', { name: sato.text('History') }).getByRole('listitem');
    await expect(entry.getByTitle(`MOS ${Number(score).toFixed(1)}`), 'as in the Task').toBeVisible();
});
