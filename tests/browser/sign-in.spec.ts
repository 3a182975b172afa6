import { accountOfUser } from '../../scripts/org-accounts';
import { alice, TestPbx } from '../../test-pbx';
import { denwaController } from '../../workbench/server/apex/denwa-controller';
import { AgentPage } from './agent-page';
import { expect, test } from './fixtures';

test.describe('an org that holds no accounts', () => {
    test.use({ org: { sipAccount: () => null } });

    test('asks for extension and password, and says when they are wrong', async ({ open }) => {
        const agent = await open();
        await agent.openPanel();
        await agent.phone.getByLabel(agent.text('Extension')).fill(alice.number);
        await agent.phone.getByLabel(agent.text('Password')).fill('not-the-password');
        await agent.button('Sign_In').click();
        await expect(agent.says('Refused_Wrong_Credentials')).toBeVisible();

        await agent.phone.getByLabel(agent.text('Extension')).fill(alice.number);
        await agent.phone.getByLabel(agent.text('Password')).fill(alice.password);
        await agent.phone.getByLabel(agent.text('Password')).press('Enter');
        await agent.ready();

        const output = (await agent.console()).join('\n');
        expect(output, 'the console tells of the registration').toContain('Registered');
        const { markup, snapshot } = await (
            await agent.frame()
        ).evaluate(() => {
            const view = document.querySelector<HTMLElement & { readonly snapshot: unknown }>('c-denwa-softphone');
            return {
                markup: document.documentElement.outerHTML,
                snapshot: JSON.stringify(view?.snapshot ?? null)
            };
        });
        expect(snapshot, 'the snapshot tells whose phone it is').toContain(alice.number);
        for (const password of ['not-the-password', alice.password]) {
            for (const place of [output, markup, snapshot]) expect(place).not.toContain(password);
        }
    });
});

test.describe('an org whose setting names no credential provider', () => {
    const problem = { reason: 'credential-provider-unknown', provider: 'NoSuchClass' };
    test.use({ org: { apexClasses: { DenwaController: denwaController(() => null, problem) } } });

    test('names the setting and what stands in it; the agent signs in by hand meanwhile', async ({ open }) => {
        const agent = await open();
        await agent.openPanel();
        await expect(agent.says('Notice_Credential_Provider_Unknown', problem.provider)).toBeVisible();
        await agent.phone.getByLabel(agent.text('Extension')).fill(alice.number);
        await agent.phone.getByLabel(agent.text('Password')).fill(alice.password);
        await agent.button('Sign_In').click();
        await agent.ready();
    });
});

test.describe('an org that holds a wrong password', () => {
    test.use({
        org: {
            sipAccount: (userId) => {
                const account = accountOfUser(userId);
                return account && { ...account, password: 'stale' };
            }
        }
    });

    test('says so and lets the agent type the right one', async ({ open }) => {
        const agent = await open();
        await agent.openPanel();
        await expect(agent.says('Refused_Wrong_Credentials')).toBeVisible();
        await expect(agent.phone.getByLabel(agent.text('Extension'))).toHaveValue(alice.number);
        await agent.phone.getByLabel(agent.text('Password')).fill(alice.password);
        await agent.button('Sign_In').click();
        await agent.ready();
    });
});

test('a PBX that is down at the start: the panel says so, and registers by itself when the PBX is up', async ({ chromiums, startOrg }) => {
    const earlier = await TestPbx.start();
    const { ports, wssUrl } = earlier;
    await earlier.stop();
    const workbench = await startOrg({
        port: 0,
        callCenterOverrides: { '/denwaPbx/denwaPbxServer': wssUrl }
    });
    const agent = await AgentPage.open(await chromiums('granted'), workbench, {});
    try {
        await agent.openPanel();
        await expect(agent.phone.getByText(/^PBXに接続できません/)).toBeVisible();
        await expect(agent.button('Dial')).toBeDisabled();
        await expect(agent.says('Dial_Not_Ready'), 'and why').toBeVisible();
        const pbx = await TestPbx.start({ ports });
        try {
            await agent.ready();
        } finally {
            await pbx.stop();
        }
        await expect(agent.phone.getByText(/^PBX(との接続が切れました|に接続できません)/)).toBeVisible();
    } finally {
        await agent.close();
    }
});
