import { expect, test } from '@jest/globals';
import { formatWav, loudestFrequency, parseWav, tone } from './wav';

const sampleRate = 8000;
const toneSamples = (hz: number, amplitude: number, seconds: number) =>
    Array.from({ length: seconds * sampleRate }, (_unused, index) =>
        Math.round(amplitude * Math.sin((2 * Math.PI * hz * index) / sampleRate))
    );

function wavFile(samples: readonly number[]): Buffer {
    const header = Buffer.alloc(44);
    header.write('RIFF', 0, 'latin1');
    header.writeUInt32LE(sampleRate, 24);
    const data = Buffer.alloc(samples.length * 2);
    samples.forEach((sample, index) => data.writeInt16LE(sample, index * 2));
    return Buffer.concat([header, data]);
}

test('reads samples up to the end of a file that still grows', () => {
    const sound = parseWav(Buffer.concat([wavFile([1, -2, 32767]), Buffer.of(7)]));
    expect(sound).toEqual({ sampleRate, samples: Int16Array.of(1, -2, 32767) });
});

test('a file without a whole header yet holds no sound', () => {
    expect(parseWav(Buffer.alloc(0)).samples).toHaveLength(0);
    expect(parseWav(Buffer.from('RIFF')).samples).toHaveLength(0);
});

test.each([440, 441, 1004])('hears a tone of %i Hz after silence and beside a weaker one', (hz) => {
    const weak = toneSamples(700, 1000, 1);
    const samples = [...toneSamples(0, 0, 1), ...toneSamples(hz, 8000, 1).map((sample, index) => sample + (weak[index] ?? 0))];
    expect(Math.abs((loudestFrequency(parseWav(wavFile(samples))) ?? 0) - hz)).toBeLessThanOrEqual(5);
});

test('hears nothing in silence and in comfort noise', () => {
    expect(loudestFrequency(parseWav(wavFile(toneSamples(0, 0, 1))))).toBeUndefined();
    expect(loudestFrequency(parseWav(wavFile(toneSamples(440, 20, 1))))).toBeUndefined();
    expect(loudestFrequency(parseWav(wavFile([])))).toBeUndefined();
});

test('writes a tone that it reads and hears', () => {
    const written = formatWav(tone(620, 1));
    expect(written.toString('latin1', 0, 16)).toMatch(/^RIFF....WAVEfmt $/s);
    expect(written.readUInt32LE(4)).toBe(written.length - 8);
    expect(written.readUInt32LE(40)).toBe(written.length - 44);
    expect(parseWav(written)).toEqual(tone(620, 1));
    expect(loudestFrequency(parseWav(written))).toBe(620);
});
