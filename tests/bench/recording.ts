import type { Moment } from './page/recorder';
import type { Phone } from './phone';

/** What the page recorded while this was done. */
export async function record(phone: Phone, act: () => Promise<void>): Promise<readonly Moment[]> {
    const before = (await moments(phone)).length;
    await act();
    return (await moments(phone)).slice(before);
}

/** Everything since the page began to load. */
export function moments({ frame }: Phone): Promise<readonly Moment[]> {
    return frame.evaluate(() => window.moments);
}

/** What was recorded must not count as what the page holds. */
export function forget({ frame }: Phone): Promise<void> {
    return frame.evaluate(() => {
        window.moments.length = 0;
    });
}

/** When the first thing of this kind that begins so was recorded. */
export function at(recorded: readonly Moment[], kind: Moment['kind'], beginning = ''): number {
    const moment = recorded.find((candidate) => candidate.kind === kind && candidate.what.startsWith(beginning));
    if (!moment) throw new Error(`The page did not record "${kind} ${beginning}"`);
    return moment.at;
}
