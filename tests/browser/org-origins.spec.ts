import { createServer } from 'node:net';
import { AgentPage } from './agent-page';
import { launchChromium } from './chromium';
import { expect, test } from './fixtures';

function freePort(): Promise<number> {
    return new Promise((resolve, reject) => {
        const server = createServer();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
        });
    });
}

test('it works under the host names of a real org, over https', async ({ pbx, startOrg }) => {
    const port = await freePort();
    const workbench = await startOrg({
        lightningOrigin: `https://denwa.lightning.force.com:${port}`,
        vfOrigin: `https://denwa--c.vf.force.com:${port}`,
        callCenterOverrides: { '/denwaPbx/denwaPbxServer': pbx.wssUrl }
    });
    // The names are in the browser's list of https-only hosts; they must lead here.
    const browser = await launchChromium('granted', ['--host-resolver-rules=MAP *.force.com 127.0.0.1']);
    try {
        const agent = await AgentPage.open(browser, workbench, {});
        await agent.ready();
        await agent.dial('03-1234-0001');
        await expect(agent.says('Phase_Connected')).toBeVisible();
        await agent.button('Hang_Up').click();
        await expect(agent.says('Ending_Hung_Up')).toBeVisible();
        await agent.close();
    } finally {
        await browser.close();
    }
});
