export interface Statistics {
    readonly median: number;
    /** The value that 95 % of the samples do not exceed (nearest rank). */
    readonly p95: number;
    readonly samples: readonly number[];
}

/** Of at least one sample. */
export function statisticsOf(samples: readonly number[]): Statistics {
    const sorted = [...samples].sort((one, other) => one - other);
    const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
    return { median: (rank(0.5) + (sorted[Math.floor(sorted.length / 2)] ?? NaN)) / 2, p95: rank(0.95), samples };
}
