import { test as base, expect, type Browser } from '@playwright/test';
import { accountOfUser } from '../../scripts/org-accounts';
import { unpackPackage, type UnpackedPackage } from '../../scripts/package/unpack';
import { TestPbx } from '../../test-pbx';
import { startWorkbench, type Workbench, type WorkbenchOptions } from '../../workbench';
import { AgentPage, type AgentOptions } from './agent-page';
import { launchChromium, type MicrophoneSetup } from './chromium';

interface WorkerFixtures {
    readonly pbx: TestPbx;
    /** What `DENWA_PACKAGE=dist/denwa-….zip` wants tested; null for the sources with the built static resource. */
    readonly unpacked: UnpackedPackage | null;
    readonly chromiums: (setup: MicrophoneSetup) => Promise<Browser>;
}

interface Fixtures {
    /** What this file's tests want of the org beyond the defaults: `test.use({ org: { … } })`. */
    readonly org: WorkbenchOptions;
    readonly workbench: Workbench;
    /** Starts one more org, with what is tested in it. */
    readonly startOrg: (options: WorkbenchOptions) => Promise<Workbench>;
    /** Opens the org as one of its users, in a browser of that user's own. */
    readonly open: (options?: AgentOptions) => Promise<AgentPage>;
    readonly pbxIsQuiet: undefined;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
    pbx: [
        // eslint-disable-next-line no-empty-pattern -- Playwright reads the wanted fixtures off this pattern
        async ({}, use) => {
            const pbx = await TestPbx.start();
            expect(await pbx.logProblems(), 'the PBX started without an error or a warning').toEqual([]);
            await use(pbx);
            await pbx.stop();
        },
        { scope: 'worker' }
    ],
    unpacked: [
        // eslint-disable-next-line no-empty-pattern -- as above
        async ({}, use) => {
            const file = process.env['DENWA_PACKAGE'];
            const unpacked = file === undefined ? null : await unpackPackage(file);
            await use(unpacked);
            await unpacked?.remove();
        },
        { scope: 'worker' }
    ],
    chromiums: [
        // eslint-disable-next-line no-empty-pattern -- as above
        async ({}, use) => {
            const launched = new Map<MicrophoneSetup, Promise<Browser>>();
            await use((setup) => {
                const browser = launched.get(setup) ?? launchChromium(setup);
                launched.set(setup, browser);
                return browser;
            });
            for (const browser of launched.values()) await (await browser).close();
        },
        { scope: 'worker' }
    ],
    org: [{}, { option: true }],
    startOrg: async ({ unpacked }, use) => {
        const started: Workbench[] = [];
        await use(async (options) => {
            const workbench = await startWorkbench({ sipAccount: accountOfUser, ...unpacked?.options, ...options });
            started.push(workbench);
            return workbench;
        });
        for (const workbench of started) await workbench.close();
    },
    workbench: async ({ pbx, org, startOrg }, use) => {
        const workbench = await startOrg({
            port: 0,
            ...org,
            callCenterOverrides: {
                '/denwaPbx/denwaPbxServer': pbx.wssUrl,
                // Tests that are not about wrap-up need not wait for it.
                '/denwaCallLog/denwaWrapUpSeconds': '0',
                ...org.callCenterOverrides
            }
        });
        await use(workbench);
    },
    open: async ({ workbench, chromiums }, use) => {
        const opened: AgentPage[] = [];
        await use(async (options = {}) => {
            const agent = await AgentPage.open(await chromiums(options.microphone ?? 'granted'), workbench, options);
            opened.push(agent);
            return agent;
        });
        for (const agent of opened) await agent.close();
    },
    pbxIsQuiet: [
        async ({ pbx }, use) => {
            await use(undefined);
            // Pages are closed by now: a call that is still up is one that nobody will ever end.
            const left = expect.poll(() => pbx.channels(), { message: 'no call is left on the PBX' }).toEqual([]);
            await left.finally(() => pbx.reset());
        },
        { auto: true }
    ]
});

export { expect };
