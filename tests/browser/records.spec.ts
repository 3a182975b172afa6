import { knownCustomers } from '../../workbench';
import type { AgentPage } from './agent-page';
import { expect, test } from './fixtures';
import { answer } from './conversation';

const { contactWithMobile, firstWithSharedNumber, secondWithSharedNumber, lead, personAccount } = knownCustomers;

const recordUrl = ({ id }: { readonly id: string }): RegExp => new RegExp(`/lightning/r/\\w+/${id}/view`);

function match(agent: AgentPage, { name }: { readonly name: string }) {
    return agent.phone.locator('.match', { hasText: name });
}

/** What the CRM was asked to show so far. */
async function pops(agent: AgentPage): Promise<number> {
    return agent.page.evaluate(
        () => window.workbench.openCtiLog.filter((entry) => entry.kind === 'call' && entry.methodName === 'screenPop').length
    );
}

test.describe('several matches', () => {
    test('are chosen from in the panel, with what speaks for each', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        const url = agent.page.url();
        const caller = await pbx.ring({ extension: '1001', callerNumber: '0355550100' });
        await agent.phone.getByRole('button', { name: agent.text('Matches', '2') }).click();
        await expect(match(agent, firstWithSharedNumber)).toContainText('03-5555-0100');
        await expect(match(agent, secondWithSharedNumber)).toContainText('(03)5555-0100');
        expect(agent.page.url(), 'nothing was opened by itself').toBe(url);

        await match(agent, secondWithSharedNumber).click();
        await expect(agent.page).toHaveURL(recordUrl(secondWithSharedNumber));
        await answer(agent);
        await caller.hangUp();
        await expect.poll(() => workbench.store.list('Task').map(({ fields }) => fields.WhoId)).toContain(secondWithSharedNumber.id);
    });

    test('are chosen from once, where the agent wants that remembered', async ({ open, pbx }) => {
        const agent = await open();
        await agent.ready();
        const first = await pbx.ring({ extension: '1001', callerNumber: '0355550100' });
        await agent.phone.getByRole('button', { name: agent.text('Matches', '2') }).click();
        await agent.phone.getByLabel(agent.text('Matches_Remember')).check();
        await match(agent, secondWithSharedNumber).click();
        await expect(agent.page).toHaveURL(recordUrl(secondWithSharedNumber));
        await first.hangUp();
        await agent.page.goto(new URL(`/lightning/r/Lead/${lead.id}/view?user=sato`, agent.page.url()).href);
        await agent.ready();

        const second = await pbx.ring({ extension: '1001', callerNumber: '+81355550100' });
        await expect(agent.page, 'also after a reload').toHaveURL(recordUrl(secondWithSharedNumber));
        await second.hangUp();
    });

    test.describe('by setting', () => {
        test.use({ org: { callCenterOverrides: { '/denwaScreenPop/denwaPopManyMatches': 'search' } } });

        test('open a search page that finds them all', async ({ open, pbx }) => {
            const agent = await open();
            await agent.ready();
            const caller = await pbx.ring({ extension: '1001', callerNumber: '+81355550100' });
            await expect(agent.page).toHaveURL(/\/lightning\/search/);
            for (const { name } of [firstWithSharedNumber, secondWithSharedNumber]) {
                await expect(agent.page.getByRole('link', { name }).first()).toBeVisible();
            }
            await caller.hangUp();
        });
    });
});

test('a person account is found by its mobile number, and its Task belongs to the person', async ({ open, pbx, workbench }) => {
    const agent = await open();
    await agent.ready();
    const caller = await pbx.ring({ extension: '1001', callerNumber: '08033330107' });
    await expect(agent.page).toHaveURL(recordUrl(personAccount));
    await answer(agent);
    await caller.hangUp();
    await expect.poll(() => workbench.store.list('Task').map(({ fields }) => fields.WhoId)).toContain(personAccount.contactId);
});

test.describe('a pop does no harm', () => {
    test('to a form with unsaved input: the panel offers the record instead', async ({ open, pbx }) => {
        const agent = await open({ path: `/lightning/r/Lead/${lead.id}/edit` });
        await agent.ready();
        const form = agent.page.getByRole('dialog');
        await form.getByRole('textbox').first().fill('書きかけ');
        const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
        const offer = agent.phone.getByRole('button', { name: agent.text('Record_Open', agent.text('Record_Contact')) });
        await expect(offer).toBeVisible();
        await expect(form.getByRole('textbox').first(), 'what was typed is still there').toHaveValue('書きかけ');
        expect(await agent.page.evaluate(() => window.workbench.lostForms.length)).toBe(0);
        expect(await pops(agent)).toBe(0);

        await offer.click();
        await expect(agent.page, 'the agent decides').toHaveURL(recordUrl(contactWithMobile));
        await caller.hangUp();
    });

    test('to the agent’s second window: one of them shows the record', async ({ open, pbx, workbench }) => {
        const agent = await open({ path: `/lightning/r/Lead/${lead.id}/view` });
        await agent.ready();
        const second = await agent.anotherWindow(workbench, `/lightning/r/Lead/${lead.id}/view`);
        await second.ready();
        const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
        for (const window of [agent, second]) await expect(window.says('Phase_Inbound')).toBeVisible();
        const shown = async (): Promise<number> => (await pops(agent)) + (await pops(second));
        await expect.poll(shown).toBe(1);
        await answer(agent);
        await expect(second.says('Ending_Answered_Elsewhere')).toBeVisible();
        expect(await shown(), 'and not one more').toBe(1);
        await caller.hangUp();
    });

    test('to a page that shows the record already', async ({ open, pbx }) => {
        const agent = await open({ path: `/lightning/r/Contact/${contactWithMobile.id}/view` });
        await agent.ready();
        const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
        await expect(agent.phone.getByText(contactWithMobile.name).first()).toBeVisible();
        await answer(agent);
        expect(await pops(agent)).toBe(0);
        await caller.hangUp();
    });

    test('to calls between colleagues: nothing is searched, nothing opens', async ({ open }) => {
        const alice = await open({ user: 'sato', path: `/lightning/r/Lead/${lead.id}/view` });
        const bob = await open({ user: 'suzuki' });
        await alice.ready();
        await bob.ready();
        await bob.dial(alice.extension);
        await expect(alice.says('Phase_Inbound')).toBeVisible();
        await answer(alice);
        expect(await pops(alice)).toBe(0);
        await expect(alice.page).toHaveURL(recordUrl(lead));
        await bob.button('Hang_Up').click();
    });

    test('to what an outgoing click-to-dial is about', async ({ open }) => {
        const agent = await open({ path: `/lightning/r/Contact/${contactWithMobile.id}/view` });
        await agent.ready();
        await agent.phoneNumber('+81 90-1234-5678').first().click();
        await expect(agent.says('Phase_Connected')).toBeVisible();
        expect(await pops(agent)).toBe(0);
        await agent.button('Hang_Up').click();
    });
});

test.describe('by setting', () => {
    test.describe('when the call is answered', () => {
        test.use({ org: { callCenterOverrides: { '/denwaScreenPop/denwaPopWhen': 'answered' } } });

        test('the record opens, and not before', async ({ open, pbx }) => {
            const agent = await open();
            await agent.ready();
            const caller = await pbx.ring({ extension: '1001', callerNumber: '09012345678' });
            await expect(agent.phone.getByText(contactWithMobile.name).first(), 'the panel knows it').toBeVisible();
            expect(await pops(agent)).toBe(0);
            await answer(agent);
            await expect(agent.page).toHaveURL(recordUrl(contactWithMobile));
            await caller.hangUp();
        });
    });

    for (const [noMatch, form, numberField, labelField] of [
        ['Lead', '新規リード', 'Phone', 'Description'],
        ['Case', '新規ケース', 'SuppliedPhone', 'Subject']
    ] as const) {
        test.describe(`for an unknown caller (${noMatch})`, () => {
            test.use({ org: { callCenterOverrides: { '/denwaScreenPop/denwaPopNoMatch': noMatch } } });

            test('a form with number and business label opens', async ({ open, pbx }) => {
                const agent = await open();
                await agent.ready();
                const caller = await pbx.ring({ extension: '1001', callerNumber: '0399990000', label: '通販窓口' });
                const dialog = agent.page.getByRole('dialog', { name: form });
                await expect(dialog).toBeVisible();
                const asked = await agent.page.evaluate(() =>
                    window.workbench.openCtiLog.flatMap((entry) =>
                        entry.kind === 'call' && entry.methodName === 'screenPop' ? [JSON.stringify(entry.args)] : []
                    )
                );
                expect(asked).toHaveLength(1);
                expect(asked[0]).toContain(`"${numberField}":"03-9999-0000"`);
                expect(asked[0]).toContain(`"${labelField}":"通販窓口"`);
                await caller.hangUp();
            });
        });
    }

    test.describe('nothing', () => {
        test.use({ org: { callCenterOverrides: { '/denwaScreenPop/denwaPopNoMatch': 'nothing' } } });

        test('opens for an unknown caller', async ({ open, pbx }) => {
            const agent = await open();
            await agent.ready();
            const caller = await pbx.ring({ extension: '1001', callerNumber: '0399990000' });
            await answer(agent);
            expect(await pops(agent)).toBe(0);
            await caller.hangUp();
        });
    });

    test.describe('by the softphone layout', () => {
        test.use({ org: { callCenterOverrides: { '/denwaScreenPop/denwaPopByLayout': 'true' } } });

        test('Salesforce searches and opens by itself', async ({ open, pbx }) => {
            const agent = await open();
            await agent.ready();
            const caller = await pbx.ring({ extension: '1001', callerNumber: '0312345678' });
            await expect
                .poll(() =>
                    agent.page.evaluate(
                        () =>
                            window.workbench.openCtiLog.filter(
                                (entry) => entry.kind === 'call' && entry.methodName === 'searchAndScreenPop'
                            ).length
                    )
                )
                .toBe(1);
            await caller.hangUp();
        });
    });
});

test.describe('hostile input', () => {
    const hostile = [
        ['markup', '<img src=x onerror="document.title=1"><script>document.title=1</script>'],
        ['search operators', '" OR {*} AND "'],
        ['right-to-left marks', '\u202e\u2066山田\u2069'],
        ['as long as the PBX lets through', 'あ'.repeat(150)]
    ] as const;
    test('as a caller’s name: nothing executes, nothing is lost', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        for (const [calls, [what, callerName]] of hostile.entries()) {
            await test.step(what, async () => {
                await agent.show(`/lightning/r/Lead/${lead.id}/view`);
                const caller = await pbx.ring({
                    extension: '1001',
                    callerNumber: '09012345678',
                    callerName,
                    label: callerName.slice(0, 200)
                });
                await expect(agent.page).toHaveURL(recordUrl(contactWithMobile));
                await answer(agent);
                const frame = await agent.frame();
                expect(await frame.locator('img, script:not([src])').count()).toBe(0);
                expect(await frame.evaluate(() => document.title)).not.toBe('1');
                await caller.hangUp();
                await expect.poll(() => workbench.store.list('Task').filter(({ fields }) => fields.CallObject).length).toBe(calls + 1);
            });
        }
    });
});
