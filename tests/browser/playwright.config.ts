import { defineConfig } from '@playwright/test';

/**
 * The built product in Debian's Chromium, on the workbench, against a real Asterisk. Each worker has a PBX and a workbench of its own.
 * No retries: a test that passes only the second time is a bug.
 */
export default defineConfig({
    testDir: '.',
    outputDir: '../../test-results',
    workers: 2,
    fullyParallel: false,
    retries: 0,
    forbidOnly: true,
    timeout: 60_000,
    expect: { timeout: 10_000 },
    reporter: [['list']],
    use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' }
});
