import { setTimeout as delay } from 'node:timers/promises';
import { PbxError } from './pbx-error';

const PATIENCE = 10_000;
const PAUSE = 20;

/**
 * Looks again and again until there is something to see: the PBX does many things an instant after it has told a phone.
 * @param what is waited for, for the error; asked when the time is up, so that it can tell what there was instead
 * @throws PbxError 'timeout' after 10 s
 */
export async function until<Found>(
    what: () => string,
    look: () => Found | undefined | false | Promise<Found | undefined | false>
): Promise<Found> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
        const found = await look();
        if (found !== undefined && found !== false) return found;
        if (performance.now() > deadline) throw new PbxError('timeout', `waited ${PATIENCE / 1000} s in vain for ${what()}`);
        await delay(PAUSE);
    }
}
