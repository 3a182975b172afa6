import type { BrowserContext } from '@playwright/test';

/** An agent who has been through the check list of the first run before. Whatever the agent chooses later stays. */
export async function welcome(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
        try {
            if (localStorage.getItem('denwa.preferences') === null) localStorage.setItem('denwa.preferences', '{"welcomed":true}');
        } catch {
            // about:blank has no storage
        }
    });
}
