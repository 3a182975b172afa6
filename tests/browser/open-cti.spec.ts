import { knownCustomers } from '../../workbench';
import { expect, test } from './fixtures';
import type { AgentPage } from './agent-page';

const { contactWithMobile } = knownCustomers;

/** Sends the softphone a click-to-dial as Open CTI does, with whatever payload. */
async function click(agent: AgentPage, payload: unknown, origin: 'lightning' | 'foreign' = 'lightning'): Promise<void> {
    const frame = await agent.frame();
    if (origin === 'foreign') {
        // From the frame's own window, so with an origin that is not the one that Salesforce named.
        await frame.evaluate((data) => window.postMessage(data, '*'), message(payload));
    } else {
        await agent.page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message(payload));
    }
}

function message(response: unknown): Record<string, unknown> {
    return {
        apiVersion: 67,
        apiType: 'opencti',
        methodName: 'onClickToDial',
        callId: 0,
        response,
        shouldExecuteCallback: false,
        shouldExecuteListener: true
    };
}

/** How many calls or answers of one Open CTI method the org has seen. */
function logged(agent: AgentPage, kind: 'call' | 'answer', method: string): Promise<number> {
    return agent.page.evaluate(
        ([wanted, name]) =>
            window.workbench.openCtiLog.filter((entry) => entry.kind === wanted && 'methodName' in entry && entry.methodName === name)
                .length,
        [kind, method] as const
    );
}

test('hostile click-to-dial payloads get a clear message, dial nothing and render no markup', async ({ open, pbx }) => {
    const before = (await pbx.dialled()).length;
    const agent = await open();
    await agent.ready();
    await agent.openPanel();

    await click(agent, { recordId: contactWithMobile.id });
    await expect(agent.says('Notice_Number_Missing')).toBeVisible();
    await click(agent, { number: '<img src=x onerror="top.hacked=1">' });
    await expect(agent.phone.getByText('<img src=x onerror="top.hacked=1">')).toBeVisible();
    await click(agent, { number: '0'.repeat(10_240) });
    await expect(agent.phone.getByText(/^電話番号が長すぎます/)).toBeVisible();
    await click(agent, null);
    await click(agent, { number: { toString: 'no function' }, recordId: 7, recordName: ['x'] });
    await click(agent, { returnValue: { number: 'call me' } });
    await expect(agent.says('Notice_Number_Not_Dialable', 'call me')).toBeVisible();
    // A number that went through a spreadsheet: its leading 0 is lost.
    await click(agent, { number: 312340009 });
    const question = agent.phone.getByRole('alertdialog');
    await expect(question).toContainText('03-1234-0009');

    expect(await (await agent.frame()).locator('img').count()).toBe(0);
    expect((await pbx.dialled()).length).toBe(before);
    await question.locator('.cancel').click();
    await agent.dial('0312340001');
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await agent.button('Hang_Up').click();
});

test('messages of an unknown origin are ignored', async ({ open, pbx }) => {
    const before = (await pbx.dialled()).length;
    const agent = await open();
    await agent.ready();
    await agent.openPanel();
    await click(agent, { number: '0312340001' }, 'foreign');
    // A message from the right origin, sent after it, is handled: so the first one was seen and ignored.
    await click(agent, { number: 'after' });
    await expect(agent.says('Notice_Number_Not_Dialable', 'after')).toBeVisible();
    expect((await pbx.dialled()).length).toBe(before);
});

test('both payload shapes of click-to-dial dial', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    const before = (await pbx.dialled()).length;
    const bare = { number: '03-1234-0001', recordId: contactWithMobile.id, recordName: contactWithMobile.name, objectType: 'Contact' };
    for (const payload of [bare, { success: true, returnValue: { ...bare, number: '03-1234-0009' }, errors: null }]) {
        await click(agent, payload);
        await expect(agent.says('Phase_Connected')).toBeVisible();
        await expect(agent.phone.getByText(contactWithMobile.name).first(), 'the panel names the record').toBeVisible();
        await agent.button('Hang_Up').click();
        await expect(agent.says('Ending_Hung_Up')).toBeVisible();
    }
    expect((await pbx.dialled()).slice(before).map(({ number }) => number)).toEqual(['0312340001', '0312340009']);
});

test('a callback that never comes costs neither the call nor the panel', async ({ open, pbx }) => {
    const agent = await open();
    await agent.ready();
    await agent.page.evaluate(() => {
        for (const method of ['setSoftphonePanelVisibility', 'setSoftphoneItemLabel', 'screenPop'] as const) {
            window.workbench.faults.set(method, { kind: 'never' });
        }
    });
    const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
    await expect(agent.utilityItem).toHaveAttribute('aria-pressed', 'true');
    await agent.button('Answer').click();
    expect(await caller.answered()).toBe(true);
    await agent.button('Hang_Up').click();
    await expect(agent.says('Ending_Hung_Up')).toBeVisible();
});

test('a Task that the org refuses is told of, and saved once the org takes it', async ({ open, workbench }) => {
    const agent = await open();
    await agent.ready();
    const tasks = workbench.store.list('Task').length;
    workbench.remotingFaults.set('DenwaController.saveLog', { kind: 'error', message: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: No.' });
    await agent.dial('0312340003');
    await expect(agent.says('Ending_Busy')).toBeVisible();
    await expect(agent.phone.getByText(/^通話をToDoに記録できませんでした/)).toBeVisible();
    expect(workbench.store.list('Task')).toHaveLength(tasks);
    workbench.remotingFaults.clear();
    await expect.poll(() => workbench.store.list('Task').length).toBe(tasks + 1);
    await expect.poll(() => logged(agent, 'answer', 'refreshView'), { message: 'the page shows it' }).toBe(1);
});

test('opened outside of Salesforce, the phone says so and does not break', async ({ open, workbench }) => {
    const agent = await open();
    await agent.page.goto(`${workbench.vfUrl}/apex/Denwa`);
    await expect(agent.page.getByText(agent.text('Notice_Crm_Unavailable')).first()).toBeVisible();
});
