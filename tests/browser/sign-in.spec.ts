import { TestPbx } from '../../test-pbx';
import { startWorkbench } from '../../workbench';
import { AgentPage } from './agent-page';
import { expect, test } from './fixtures';

test.describe('an org that holds no accounts', () => {
    test.use({ org: { sipAccount: () => null } });

    test('asks for extension and password, and says when they are wrong', async ({ open }) => {
        const agent = await open();
        await agent.openPanel();
        await agent.phone.getByLabel(agent.text('Extension')).fill('1001');
        await agent.phone.getByLabel(agent.text('Password')).fill('not-the-password');
        await agent.button('Sign_In').click();
        await expect(agent.says('Refused_Wrong_Credentials')).toBeVisible();

        await agent.phone.getByLabel(agent.text('Extension')).fill('1001');
        await agent.phone.getByLabel(agent.text('Password')).fill('denwa-1001');
        await agent.phone.getByLabel(agent.text('Password')).press('Enter');
        await agent.ready();
        expect(await agent.wire().then((wire) => wire.some(({ text }) => text.includes('denwa-1001'))), 'the password stays here').toBe(
            false
        );
    });
});

test.describe('an org that holds a wrong password', () => {
    test.use({
        org: { sipAccount: () => ({ extension: '1001', authorizationName: '1001', password: 'stale', displayName: 'Sato' }) }
    });

    test('says so and lets the agent type the right one', async ({ open }) => {
        const agent = await open();
        await agent.openPanel();
        await expect(agent.says('Refused_Wrong_Credentials')).toBeVisible();
        await expect(agent.button('Sign_In')).toBeVisible();
    });
});

test('a PBX that is down at the start: the panel says so, and registers by itself when the PBX is up', async ({ chromiums }) => {
    const earlier = await TestPbx.start();
    const { ports, wssUrl } = earlier;
    await earlier.stop();
    const workbench = await startWorkbench({
        port: 0,
        callCenterOverrides: { '/denwaPbx/denwaPbxServer': wssUrl },
        sipAccount: () => ({ extension: '1001', authorizationName: '1001', password: 'denwa-1001', displayName: 'Sato' })
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
        await workbench.close();
    }
});
