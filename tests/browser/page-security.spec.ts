import { echoExtension } from '../../test-pbx';
import type { AgentPage } from './agent-page';
import { expect, test } from './fixtures';

/** Stricter than the platform's own, which lets pages run inline scripts. */
const CONTENT_SECURITY_POLICY = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' wss:",
    "img-src 'self' data:",
    'frame-src http://vf.denwa.localhost:*',
    "frame-ancestors 'self' http://lightning.denwa.localhost:*"
].join('; ');

/** Loads the page anew, and from then on notes what the policy refuses. */
async function reloadAndWatch(agent: AgentPage): Promise<void> {
    await agent.page.addInitScript(() => {
        const refused: string[] = [];
        Object.assign(window, { refused });
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            refused.push(`${effectiveDirective} ${blockedURI}`)
        );
    });
    await agent.page.reload();
}

async function refusedBy(agent: AgentPage): Promise<readonly string[]> {
    return (await agent.frame()).evaluate(() => (window as unknown as { readonly refused: readonly string[] }).refused);
}

test.describe('under a content security policy', () => {
    test.use({ org: { pageHeaders: { 'content-security-policy': CONTENT_SECURITY_POLICY } } });

    test('the page as shipped makes a call, and nothing of it is refused', async ({ open }) => {
        const agent = await open();
        await reloadAndWatch(agent);
        await agent.ready();
        await agent.dial(echoExtension);
        await expect(agent.says('Phase_Connected')).toBeVisible();
        await agent.button('Hang_Up').click();
        await expect(agent.button('Hang_Up')).toHaveCount(0);
        await agent.button('Settings').click();
        await expect(agent.button('Support_Bundle_Save'), 'the late part runs too').toBeVisible();
        expect(await refusedBy(agent)).toEqual([]);
    });

    test('a phone of which nothing arrives says so', async ({ open }) => {
        const agent = await open();
        await agent.ready();
        await agent.page.route('**/denwa.js', (route) => route.abort());
        await reloadAndWatch(agent);
        await agent.openPanel();
        await expect(agent.phone.getByRole('alert')).toBeVisible({ timeout: 15_000 });
        expect(await refusedBy(agent)).toEqual([]);
    });

    test('another site cannot frame the page', async ({ open, workbench }) => {
        const agent = await open();
        await agent.ready();
        const stranger = await agent.context.newPage();
        await stranger.route('http://evil.localhost/', (route) =>
            route.fulfill({ contentType: 'text/html', body: `<iframe src="${workbench.vfUrl}/apex/Denwa"></iframe>` })
        );
        await stranger.goto('http://evil.localhost/');
        await expect.poll(() => stranger.frames()[1]?.url(), 'the browser shows an error in its place').toMatch(/^chrome-error:/);
    });
});

test.describe('under a policy that does not name the PBX', () => {
    test.use({ org: { pageHeaders: { 'content-security-policy': CONTENT_SECURITY_POLICY.replace(' wss:', '') } } });

    test('the panel says that the PBX cannot be reached', async ({ open }) => {
        const agent = await open();
        await reloadAndWatch(agent);
        await agent.openPanel();
        await expect(agent.phone.getByText(/^PBXに接続できません/)).toBeVisible();
        expect(await refusedBy(agent)).toContainEqual(expect.stringMatching(/^connect-src wss:/));
    });
});

test.describe('under a permissions policy without microphone', () => {
    test.use({ org: { pageHeaders: { 'permissions-policy': 'microphone=()' } } });

    for (const user of ['sato', 'smith'] as const) {
        test(`the panel names the permission and the page of Setup that grants it (${user})`, async ({ open }) => {
            const agent = await open({ user });
            await agent.ready();
            await agent.openPanel();
            await agent.number.click();
            const help = agent.phone.getByRole('alert').filter({ hasText: agent.text('Microphone_Blocked_By_Page') });
            await expect(help).toBeVisible();
            await expect(help).toContainText(/Permissions-Policy/);
            await expect(help).toContainText(user === 'sato' ? 'セッションの設定' : 'Session Settings');
        });
    }
});
