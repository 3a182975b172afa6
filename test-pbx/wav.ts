import { readFile } from 'node:fs/promises';

export interface Sound {
    /** samples a second */
    readonly sampleRate: number;
    /** one channel, -32768 to 32767 */
    readonly samples: Int16Array;
}

/** Reads a 16 bit mono WAV file as Asterisk writes it; while a recording goes on, what has reached the file so far. */
export async function readWav(file: string): Promise<Sound> {
    return parseWav(await readFile(file));
}

/** Asterisk's header is always 44 bytes; its length field is right only after the recording, so the data reach to the file's end. */
export function parseWav(bytes: Buffer): Sound {
    const headerLength = 44;
    if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.length < headerLength) return { sampleRate: 8000, samples: new Int16Array() };
    const count = Math.floor((bytes.length - headerLength) / 2);
    return {
        sampleRate: bytes.readUInt32LE(24),
        samples: Int16Array.from({ length: count }, (_unused, index) => bytes.readInt16LE(headerLength + 2 * index))
    };
}

/** The file of a sound, as Asterisk plays it: 16 bit, mono. */
export function formatWav({ sampleRate, samples }: Sound): Buffer {
    const header = Buffer.alloc(44);
    const bytesPerSample = 2;
    header.write('RIFF', 0, 'latin1');
    header.writeUInt32LE(36 + samples.byteLength, 4);
    header.write('WAVEfmt ', 8, 'latin1');
    header.writeUInt32LE(16, 16);
    // PCM, one channel
    header.writeUInt16LE(1, 20);
    header.writeUInt16LE(1, 22);
    header.writeUInt32LE(sampleRate, 24);
    header.writeUInt32LE(sampleRate * bytesPerSample, 28);
    header.writeUInt16LE(bytesPerSample, 32);
    header.writeUInt16LE(8 * bytesPerSample, 34);
    header.write('data', 36, 'latin1');
    header.writeUInt32LE(samples.byteLength, 40);
    return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}

/**
 * A steady tone at a quarter of full scale. With a whole number of Hz it can be repeated without a click.
 * @param seconds whole
 */
export function tone(frequency: number, seconds: number): Sound {
    const sampleRate = 8000;
    return {
        sampleRate,
        samples: Int16Array.from({ length: sampleRate * seconds }, (_unused, index) =>
            Math.round(8192 * Math.sin((2 * Math.PI * frequency * index) / sampleRate))
        )
    };
}

/**
 * The strongest frequency, in Hz to the nearest 5, of the loudest 0.2 s of a sound; undefined for silence.
 * Two tones more than 5 Hz apart are told apart, which is what tests need to know whose microphone was heard.
 */
export function loudestFrequency({ sampleRate, samples }: Sound): number | undefined {
    const length = sampleRate / 5;
    const windows = Array.from({ length: Math.floor(samples.length / length) }, (_unused, index) =>
        samples.subarray(index * length, (index + 1) * length)
    );
    const energy = (window: Int16Array) => window.reduce((sum, sample) => sum + sample * sample, 0);
    const loudest = windows.reduce((best, window) => (energy(window) > energy(best) ? window : best), new Int16Array());
    // -60 dB of full scale: comfort noise and codec artefacts stay below
    if (energy(loudest) / length < 33 ** 2) return undefined;

    // one bin of a discrete Fourier transform per 5 Hz, the mean and the hum below 50 Hz left out
    const power = Array.from({ length: length / 2 }, (_unused, bin) => {
        if (bin < 10) return 0;
        const step = (2 * Math.PI * bin) / length;
        let real = 0;
        let imaginary = 0;
        loudest.forEach((sample, index) => {
            real += sample * Math.cos(step * index);
            imaginary += sample * Math.sin(step * index);
        });
        return real * real + imaginary * imaginary;
    });
    return power.indexOf(Math.max(...power)) * 5;
}
