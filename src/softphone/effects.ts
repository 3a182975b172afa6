import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';

/** An effect that the phone can do without: a phone without sound is still a phone. Tells whether it was done. */
export function attempt(logger: Logger, effect: string, run: () => void): boolean {
    try {
        run();
        return true;
    } catch (error) {
        logger.error('An effect failed', { effect, error: describeError(error) });
        return false;
    }
}

/** The same for an effect that takes its time. */
export async function attemptLater(logger: Logger, effect: string, run: () => Promise<void>): Promise<void> {
    try {
        await run();
    } catch (error) {
        logger.error('An effect failed', { effect, error: describeError(error) });
    }
}
