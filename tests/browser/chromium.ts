import { chromium, type Browser } from '@playwright/test';

/**
 * Chromium draws the suggestions of its address bar with two web pages that it loads into each new window: a quarter of what opening the
 * phone costs. It heeds only the last --disable-features, so that Playwright's own list has to stand here again
 * (playwright-core, server/chromium/chromiumSwitches.ts).
 */
const disabledFeatures = [
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
    ...['LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
    ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch']
];

const always = [
    `--disable-features=${disabledFeatures.join()}`,
    '--no-sandbox',
    '--autoplay-policy=no-user-gesture-required',
    '--allow-loopback-in-peer-connection',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding'
];

/** What the person and the computer in front of the browser are like. */
export type MicrophoneSetup = 'granted' | 'denied' | 'not-plugged-in';

const microphone: Readonly<Record<MicrophoneSetup, readonly string[]>> = {
    granted: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    denied: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
    // Permission is given, but there is no fake device, and machines that run tests have no real one.
    'not-plugged-in': ['--use-fake-ui-for-media-stream']
};

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function chromiumSwitches(setup: MicrophoneSetup): readonly string[] {
    return [...always, ...microphone[setup]];
}

export function launchChromium(setup: MicrophoneSetup = 'granted', more: readonly string[] = []): Promise<Browser> {
    return chromium.launch({
        executablePath: chromiumPath,
        args: [...chromiumSwitches(setup), ...more]
    });
}
