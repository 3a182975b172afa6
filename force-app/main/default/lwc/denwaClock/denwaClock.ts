/**
 * Calls `tick` at every full second before or after the time `from` (milliseconds since the Unix epoch), so that a display never skips a
 * second. Returns what stops it. The only timer of the view.
 */
export function everySecond(from: number, tick: () => void): () => void {
    let timer: ReturnType<typeof setTimeout>;
    const schedule = (): void => {
        const intoSecond = (((Date.now() - from) % 1000) + 1000) % 1000;
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- stopped by the function returned below
        timer = setTimeout(() => {
            tick();
            schedule();
        }, 1000 - intoSecond);
    };
    schedule();
    return () => clearTimeout(timer);
}
