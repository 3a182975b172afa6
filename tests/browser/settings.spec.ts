import type { Browser, Locator } from '@playwright/test';
import { badAddresses, badSettings, connectionFaults, type BadSetting } from '../../scripts/settings/bad-settings';
import { problemOf, shippedDefinition } from '../../scripts/settings/catalogue';
import { problemLines } from '../../scripts/settings/words';
import { echoExtension } from '../../test-pbx';
import type { Workbench, WorkbenchOptions } from '../../workbench';
import { AgentPage } from './agent-page';
import { expect, test } from './fixtures';
import { StubbornRegistrar } from './stubborn-registrar';

/** The panel's items to correct: the lines below each title. */
async function told(agent: AgentPage): Promise<ReadonlyMap<string, readonly string[]>> {
    await agent.button('Settings_Wrong_Show').click();
    const section = agent.phone.getByRole('region', { name: agent.text('Settings_Wrong'), exact: true });
    await expect(section).toBeVisible();
    const items = await section
        .getByRole('listitem')
        .evaluateAll((found) => found.map((item) => [...item.querySelectorAll('p')].map((line) => line.textContent ?? '')));
    return new Map(items.map(([title = '', ...lines]) => [title, lines]));
}

/** What the documentation says that the panel says. */
async function documented(agent: AgentPage, setting: BadSetting) {
    const problem = problemOf(await shippedDefinition(), setting);
    if (!problem) throw new Error(`${setting.key} takes ${setting.value}`);
    return { title: problem.title, lines: problemLines(agent.language, problem) };
}

async function expectNoMarkup(agent: AgentPage): Promise<void> {
    const foreign = agent.phone.locator('c-denwa-softphone').locator('[onerror], [onload], script, b');
    await expect(foreign, 'nothing that an administrator wrote became markup').toHaveCount(0);
}

async function openCheckList(agent: AgentPage): Promise<Locator> {
    const checks = agent.phone.getByRole('region', { name: agent.text('Check_List'), exact: true });
    await agent.button('Settings').click();
    await agent.button('Check_List').click();
    await expect(checks).toBeVisible();
    return checks;
}

interface Desk {
    /** WebSocket address of the PBX. */
    readonly server: string;
    readonly browser: Browser;
    readonly startOrg: (options: WorkbenchOptions) => Promise<Workbench>;
    /** Whether the browser trusts every certificate; default true. */
    readonly trusting?: boolean;
    /** Milliseconds by which the computer's clock is ahead; default 0. */
    readonly ahead?: number;
}

async function sitAt(
    { server, browser, startOrg, trusting = true, ahead = 0 }: Desk,
    look: (agent: AgentPage) => Promise<void>
): Promise<void> {
    const workbench = await startOrg({ port: 0, callCenterOverrides: { '/denwaPbx/denwaPbxServer': server } });
    const context = await browser.newContext({ ignoreHTTPSErrors: trusting });
    await context.addInitScript((milliseconds) => {
        const now = Date.now;
        Date.now = () => now() + milliseconds;
    }, ahead);
    const agent = await AgentPage.openIn(context, workbench, { user: 'smith' });
    try {
        await agent.openPanel();
        await look(agent);
    } finally {
        await agent.close();
    }
}

test.describe('every item but the address is wrong', () => {
    test.use({ org: { callCenterOverrides: Object.fromEntries(badSettings.map(({ key, value }) => [key, value])) } });

    for (const user of ['sato', 'smith'] as const) {
        test(`the panel names each, and calls all the same (${user})`, async ({ open }) => {
            const agent = await open({ user });
            const dialogs: string[] = [];
            agent.page.on('dialog', (dialog) => {
                dialogs.push(dialog.message());
                void dialog.dismiss();
            });
            await agent.ready();
            await agent.openPanel();
            await expect(agent.phone.getByRole('alert').filter({ hasText: 'Denwa: PBX › ' })).toBeVisible();

            const said = await told(agent);
            expect(said.size).toBe(badSettings.length);
            for (const setting of badSettings) {
                const { title, lines } = await documented(agent, setting);
                expect(said.get(title), `${setting.key}: ${setting.fault.en}`).toEqual(lines);
            }
            await expectNoMarkup(agent);

            await agent.button('Settings').click();
            await agent.dial(echoExtension);
            await expect(agent.says('Phase_Connected')).toBeVisible();
            await agent.button('Hang_Up').click();
            await expect(agent.button('Hang_Up')).toHaveCount(0);
            expect(dialogs, 'nothing of it was run').toEqual([]);
        });
    }
});

test.describe('labels that somebody spoiled', () => {
    test.use({
        org: {
            callCenterOverrides: {
                '/denwaCalls/label': '<script>alert(1)</script>',
                '/denwaCalls/denwaPickupCode': 'pick up',
                '/denwaCalls/denwaPickupCode/label': `<img src=x onerror=alert(2)>${'x'.repeat(5_000)}`
            }
        }
    });

    test('are shown as the text that they are, shortened', async ({ open }) => {
        const agent = await open();
        await agent.ready();
        await agent.openPanel();
        const [title = ''] = [...(await told(agent)).keys()];
        expect(title).toMatch(/^<script>alert\(1\)<\/script> › <img src=x onerror=alert\(2\)>x+…$/);
        expect(title).toHaveLength(160);
        await expectNoMarkup(agent);
    });
});

for (const setting of badAddresses) {
    test.describe(`an address that is ${setting.fault.en}`, () => {
        test.use({ org: { callCenterOverrides: { [setting.key]: setting.value } } });

        test('is named, and the panel opens', async ({ open }) => {
            const agent = await open();
            await agent.openPanel();
            const { title, lines } = await documented(agent, setting);
            await expect(agent.phone.getByRole('alert').filter({ hasText: title })).toBeVisible();
            expect(await told(agent)).toEqual(new Map([[title, lines]]));
            await agent.button('Check_List').click();
            await expect(agent.phone.getByRole('region', { name: agent.text('Check_List'), exact: true })).toContainText(title);
            const output = (await agent.console()).join('\n') + (await (await agent.frame()).content());
            for (const secret of ['agent:secret', 'abcdef']) expect(output, 'no credentials are shown or logged').not.toContain(secret);
        });
    });
}

for (const [name, { fault, message }] of Object.entries(connectionFaults)) {
    const [label, value] = message;

    test(`${fault.en}: the check list says what to look at`, async ({ pbx, chromiums, startOrg }) => {
        const browser = await chromiums('granted');
        const expectAdvice = async (agent: AgentPage, ...values: readonly string[]): Promise<void> => {
            await expect(await openCheckList(agent)).toContainText(agent.text(label, ...values));
        };
        if (label === 'Check_Pbx_Unreachable') {
            const url = new URL(pbx.wssUrl);
            if (name === 'unreachable') url.port = '9';
            if (name === 'wrong-path') url.pathname = '/nowhere';
            return sitAt({ server: url.href, browser, startOrg, trusting: name !== 'self-signed' }, async (agent) => {
                await expect(agent.phone.getByText(/^Cannot reach the PBX/)).toBeVisible();
                await expectAdvice(agent, `https://${url.host}/`);
            });
        }
        const challenge = ['WWW-Authenticate: Digest realm="elsewhere", nonce="abc", algorithm=MD5'];
        const registrar = await StubbornRegistrar.start(Number(value), value === '401' ? challenge : []);
        try {
            await sitAt({ server: registrar.url, browser, startOrg }, (agent) => expectAdvice(agent, value));
        } finally {
            await registrar.stop();
        }
    });
}

test('a computer whose clock is a year ahead registers and calls', async ({ pbx, chromiums, startOrg }) => {
    const desk = { server: pbx.wssUrl, browser: await chromiums('granted'), startOrg, ahead: 365 * 86_400_000 };
    await sitAt(desk, async (agent) => {
        await agent.ready();
        await agent.dial(echoExtension);
        await expect(agent.says('Phase_Connected')).toBeVisible();
        await agent.button('Hang_Up').click();
        await expect(agent.button('Hang_Up')).toHaveCount(0);
    });
});
