import { outsideNumbers, type TestPbx } from '../../test-pbx';
import { knownCustomers, type Workbench } from '../../workbench';
import type { AgentPage } from './agent-page';
import { answer } from './conversation';
import { expect, test } from './fixtures';

const { contactWithMobile, accountWithFixedLine, lead } = knownCustomers;
const SAVE = 'DenwaController.saveLog';

/** The Tasks that the phone made, oldest first. */
function logged(workbench: Workbench) {
    return workbench.store.list('Task').filter(({ fields }) => fields.CallObject);
}

/** A call of a known customer, answered and ended by the customer. */
async function talkTo(agent: AgentPage, pbx: TestPbx): Promise<void> {
    const caller = await pbx.ring({ extension: agent.extension, callerNumber: '09012345678' });
    await answer(agent);
    await caller.hangUp();
    await expect(agent.says('Ending_Hung_Up_Remote')).toBeVisible();
}

test.describe('with time for wrap-up', () => {
    test.use({
        org: { callCenterOverrides: { '/denwaCallLog/denwaWrapUpSeconds': '600', '/denwaCallLog/denwaDispositions': '成約, 見込み, 不在' } }
    });

    test('the agent writes notes in the call and after it, chooses a disposition, and saves', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678', label: '通販窓口' });
        await answer(agent);
        await agent.button('Notes').click();
        const notes = agent.phone.getByRole('textbox', { name: agent.text('Notes') });
        await notes.fill('見積もりの件。');
        await caller.hangUp();
        await expect(notes).toHaveValue('見積もりの件。');
        await notes.press('End');
        await notes.pressSequentially('明日折り返す。');
        await agent.phone.getByRole('combobox', { name: agent.text('Log_Disposition') }).selectOption('見込み');
        expect(logged(workbench), 'nothing is saved before the agent is done').toEqual([]);
        await agent.button('Log_Save').click();

        await expect.poll(() => logged(workbench).length).toBe(1);
        const [task] = logged(workbench);
        expect(task?.fields).toMatchObject({
            WhoId: contactWithMobile.id,
            CallType: 'Inbound',
            CallDisposition: '見込み',
            Status: 'Completed'
        });
        expect(String(task?.fields.Description)).toContain('見積もりの件。明日折り返す。');
        await expect(agent.timeline.filter({ hasText: '090-1234-5678' }), 'the page shows it').toHaveCount(1);
    });

    test('the related record follows the agent, and the agent decides', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        const caller = await pbx.ring({ extension: '1001', callerNumber: '0399990000' });
        await answer(agent);
        await agent.page.keyboard.press('Escape');
        await agent.show(`/lightning/r/Account/${accountWithFixedLine.id}/view`);
        await agent.button('Notes').click();
        await expect(agent.phone.locator('.pill'), 'what the agent opened first').toContainText(accountWithFixedLine.name);
        await agent.show(`/lightning/r/Lead/${lead.id}/view`);
        await agent.phone
            .getByRole('button', { name: agent.text('Log_Relate', agent.text('Record_Named', agent.text('Record_Lead'), lead.name)) })
            .click();
        await expect(agent.phone.locator('.pill')).toHaveCount(1);
        await expect(agent.phone.locator('.pill'), 'a Task with a lead is about nothing else').toContainText(lead.name);
        await caller.hangUp();
        await agent.button('Log_Save').click();
        await expect.poll(() => logged(workbench).map(({ fields }) => [fields.WhoId, fields.WhatId ?? null])).toEqual([[lead.id, null]]);
    });

    test('a log that waits stays within reach while the next call comes', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        await talkTo(agent, pbx);
        await agent.phone.getByRole('textbox', { name: agent.text('Notes') }).fill('先に書く。');
        const next = await pbx.ring({ extension: '1001', callerNumber: '0663450101' });
        await agent.button('Answer').click();
        expect(await next.answered()).toBe(true);
        await expect(agent.phone.getByRole('textbox', { name: agent.text('Notes') }), 'nobody is torn out of a sentence').toHaveValue(
            '先に書く。'
        );
        await agent.button('Back_To_Call').first().click();
        await agent.phone.getByRole('button', { name: agent.text('Logs_Unsaved', '1') }).click();
        await expect(agent.phone.getByRole('textbox', { name: agent.text('Notes') })).toHaveValue('先に書く。');
        await agent.button('Log_Save').click();
        await expect.poll(() => logged(workbench).map(({ fields }) => fields.WhoId)).toEqual([contactWithMobile.id]);
        await next.hangUp();
    });
});

test.describe('when the wrap-up time is over', () => {
    test.use({ org: { callCenterOverrides: { '/denwaCallLog/denwaWrapUpSeconds': '2' } } });

    test('the log saves itself with what was written', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        await talkTo(agent, pbx);
        await agent.phone.getByRole('textbox', { name: agent.text('Notes') }).fill('途中まで');
        await expect.poll(() => logged(workbench).map(({ fields }) => String(fields.Description).includes('途中まで'))).toEqual([true]);
    });
});

test.describe('by setting', () => {
    test.use({ org: { callCenterOverrides: { '/denwaCallLog/denwaLogCalls': 'inbound' } } });

    test('only inbound calls that were answered leave a Task', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        await agent.dial(outsideNumbers.busy);
        await expect(agent.says('Ending_Busy')).toBeVisible();
        const missed = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
        await expect(agent.says('Phase_Inbound')).toBeVisible();
        await missed.hangUp();
        await expect(agent.says('Ending_Missed')).toBeVisible();
        await talkTo(agent, pbx);
        await expect
            .poll(() => logged(workbench).map(({ fields }) => fields.CallDisposition))
            .toEqual([agent.text('Ending_Hung_Up_Remote')]);
    });
});

test.describe('whatever becomes of the answer of the org', () => {
    for (const [what, fault] of [
        ['lost', { kind: 'lost', times: 1 }],
        ['failed', { kind: 'error', message: 'UNABLE_TO_LOCK_ROW', times: 1 }],
        ['slow', { kind: 'late', milliseconds: 12_000, times: 1 }],
        ['given twice', { kind: 'twice' }],
        ['the end of the session', { kind: 'session-expired', times: 2 }]
    ] as const) {
        test(`${what}: there is exactly one Task`, async ({ open, pbx, workbench }) => {
            test.slow();
            const agent = await open();
            await agent.ready();
            workbench.remotingFaults.set(SAVE, fault);
            await talkTo(agent, pbx);
            await expect.poll(() => logged(workbench).length, { timeout: 40_000 }).toBe(1);
            await expect.poll(() => agent.journalSize(), { message: 'the phone knows that it is saved', timeout: 60_000 }).toBe(0);
            expect(logged(workbench)).toHaveLength(1);
        });
    }
});
