/**
 * MD5 (RFC 1321) for digest authentication, in place of sip.js's copy of ts-md5, which unrolls its 64 steps and can hash in portions. A text is taken
 * as UTF-8.
 */
export const MD5_MODULE = `
const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));
export const Md5 = {
    hashStr(text) {
        const bytes = new TextEncoder().encode(text);
        const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
        bytes.forEach((byte, index) => padded.setUint8(index, byte));
        padded.setUint8(bytes.length, 128);
        padded.setUint32(padded.byteLength - 8, bytes.length * 8, true);
        const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
        for (let block = 0; block < padded.byteLength; block += 64) {
            let [a, b, c, d] = state;
            for (let step = 0; step < 64; step++) {
                const round = step >> 4;
                const mixed = [(b & c) | (~b & d), (b & d) | (c & ~d), b ^ c ^ d, c ^ (b | ~d)][round];
                const word = ([step, 5 * step + 1, 3 * step + 5, 7 * step][round] & 15) * 4;
                const sum = a + mixed + sines[step] + padded.getUint32(block + word, true);
                const shift = shifts[round * 4 + (step & 3)];
                [a, d, c, b] = [d, c, b, b + ((sum << shift) | (sum >>> (32 - shift)))];
            }
            [a, b, c, d].forEach((part, index) => (state[index] = (state[index] + part) | 0));
        }
        const hash = new DataView(new ArrayBuffer(16));
        state.forEach((part, index) => hash.setInt32(index * 4, part, true));
        return Array.from({ length: 16 }, (_, index) => hash.getUint8(index).toString(16).padStart(2, '0')).join('');
    }
};`;
