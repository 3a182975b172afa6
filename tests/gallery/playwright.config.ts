import { defineConfig } from '@playwright/test';
import { chromiumPath, chromiumSwitches } from '../browser/chromium';

/** Every component in every state: as in the committed pictures, without a violation that axe finds, and without overflow. */
export default defineConfig({
    testDir: '.',
    outputDir: '../../test-results/gallery',
    snapshotPathTemplate: '../../docs/gallery/{arg}{ext}',
    globalSetup: './global-setup.ts',
    workers: 2,
    fullyParallel: true,
    retries: 0,
    forbidOnly: true,
    timeout: 60_000,
    reporter: [['list']],
    use: {
        launchOptions: { executablePath: chromiumPath, args: [...chromiumSwitches('granted')] }
    }
});
