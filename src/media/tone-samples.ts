/** A sound in the rhythm of a telephone: a carrier, trembling at the modulation's pace, on and off. Hertz and seconds; loudness from 0 to 1. */
export interface ToneShape {
    readonly carrier: number;
    readonly modulation: number;
    readonly on: number;
    readonly off: number;
    readonly loudness: number;
}

/** Japanese ringback tone: 400 Hz modulated by 16 Hz, one second on, two seconds off (ITU-T E.180, supplement 2, Japan). */
export const RINGBACK: ToneShape = { carrier: 400, modulation: 16, on: 1, off: 2, loudness: 0.15 };

/** The same rhythm an octave and more above, to be heard across a desk; the agent's choice of volume softens it. */
export const RING: ToneShape = { carrier: 1000, modulation: 16, on: 1, off: 2, loudness: 0.5 };

/**
 * Another caller, while the agent talks: the Japanese 400 Hz, soft, because it lies over somebody's speech. Exchanges repeat it after some
 * eight seconds; an agent should not need that long to notice.
 */
export const CALL_WAITING: ToneShape = { carrier: 400, modulation: 16, on: 0.5, off: 3.5, loudness: 0.06 };

/** Swells and fades once. */
export const BEEP: ToneShape = { carrier: 1400, modulation: 1 / 0.3, on: 0.3, off: 0, loudness: 0.2 };

/** Swells and fades twice. */
export const SPEAKER_TEST: ToneShape = { carrier: 440, modulation: 1, on: 2, off: 0, loudness: 0.2 };

/** The ring itself, without its pause. */
export const RINGER_TEST: ToneShape = { ...RING, on: 2, off: 0 };

/** One period of a tone. */
export function toneSamples({ carrier, modulation, on, off, loudness }: ToneShape, sampleRate: number): Float32Array<ArrayBuffer> {
    const samples = new Float32Array(Math.round((on + off) * sampleRate));
    const sounding = Math.round(on * sampleRate);
    for (let index = 0; index < sounding; index += 1) {
        const time = index / sampleRate;
        // The envelope begins and, as `on` holds whole periods of the modulation, ends at zero: no clicks.
        const envelope = (1 - Math.cos(2 * Math.PI * modulation * time)) / 2;
        samples[index] = loudness * envelope * Math.sin(2 * Math.PI * carrier * time);
    }
    return samples;
}
