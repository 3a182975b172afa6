import { defineConfig } from '@playwright/test';

/**
 * The built product in Debian's Chromium, on the workbench, against a real Asterisk. Each worker has a PBX and a workbench of its own.
 * No retries: a test that passes only the second time is a bug.
 */
export default defineConfig({
    testDir: '.',
    // By themselves (crash.config.ts): browsers that start all the time leave the others no time for sound.
    testIgnore: 'crash.spec.ts',
    outputDir: '../../test-results',
    workers: 2,
    fullyParallel: false,
    retries: 0,
    forbidOnly: true,
    // For machines of half the speed: what works takes a fifth of this.
    timeout: 120_000,
    expect: { timeout: 20_000 },
    reporter: [['list']],
    // Traces cost a third of the time; `npm run test:browser -- --trace retain-on-failure` makes them where one is needed.
    use: { trace: 'off', screenshot: 'only-on-failure' }
});
