/**
 * Calls `tick` at every full second before or after the time `from` (milliseconds since the Unix epoch), so that a display never skips a
 * second. Returns what stops it.
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

/** Acts once, after so many milliseconds. Returns what prevents it. */
export function after(delay: number, act: () => void): () => void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- stopped by the function returned below
    const timer = setTimeout(act, delay);
    return () => clearTimeout(timer);
}

/** `mm:ss`, from one hour `hh:mm:ss`. */
export function duration(seconds: number): string {
    const hours = Math.floor(seconds / 3600);
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
    return (hours > 0 ? [hours, ...parts] : parts).map((part) => String(part).padStart(2, '0')).join(':');
}
