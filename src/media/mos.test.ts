import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { estimateMos } from './mos';

describe('The mean opinion score', () => {
    // By hand, for instance the third: d = 50 + 20 = 70 ms, Id = 0.024 · 70 = 1.68; Ie,eff = 95 · 1 / 26.1 = 3.64; R = 93.2 − 1.68 − 3.64 = 87.88;
    // 1 + 0.035 · 87.88 + 87.88 · 27.88 · 12.12 · 7e−6 = 4.28. Twilio's variant (rtc/mos.ts: R0 94.768, 2.5 points of R for each percent of loss,
    // straight lines for the delay) gives 4.43, 4.37, 4.33, 4.10, 3.39, 3.47, 3.57, 1.24, 1.00: harsher to long delays and much loss.
    test.each([
        [0, 0, 0, 4.4],
        [0, 10, 100, 4.364],
        [1, 0, 100, 4.284],
        [5, 0, 0, 3.903],
        [0, 0, 400, 4.14],
        [5, 30, 200, 3.726],
        [10, 0, 0, 3.387],
        [30, 0, 0, 2.113],
        [100, 0, 0, 1.165]
    ])('of %d %% loss, %d ms jitter and %d ms round trip', (packetLoss, jitter, roundTrip, mos) => {
        expect(estimateMos({ packetLoss, jitter, roundTrip })).toBeCloseTo(mos, 2);
    });

    test('counts an unknown round trip as none', () => {
        expect(estimateMos({ packetLoss: 2, jitter: 5, roundTrip: null })).toBe(estimateMos({ packetLoss: 2, jitter: 5, roundTrip: 0 }));
    });

    const packetLoss = fc.double({ min: 0, max: 100, noNaN: true });
    const milliseconds = fc.double({ min: 0, max: 5_000, noNaN: true });
    const line = fc.record({ packetLoss, jitter: milliseconds, roundTrip: milliseconds });

    test('stays between 1 and 4.5', () => {
        fc.assert(
            fc.property(line, (figures) => {
                const mos = estimateMos(figures);
                expect(mos).toBeGreaterThanOrEqual(1);
                expect(mos).toBeLessThan(4.5);
            })
        );
    });

    test.each(['packetLoss', 'jitter', 'roundTrip'] as const)('never gets better with more %s', (worse) => {
        fc.assert(
            fc.property(line, milliseconds, (figures, more) => {
                const worseFigures = { ...figures, [worse]: figures[worse] + more };
                // Sums of floating-point numbers differ in their last digit.
                expect(estimateMos(worseFigures)).toBeLessThanOrEqual(estimateMos(figures) + 1e-9);
            })
        );
    });
});
