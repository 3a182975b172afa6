import { crc32, deflateSync } from 'node:zlib';

/** An image whose pixels are numbers of colours. */
export interface IndexedImage {
    readonly width: number;
    readonly height: number;
    /** Up to 256 colours, red, green and blue as one number each. */
    readonly palette: readonly number[];
    /** A row behind the other, a byte for each pixel, in base64. */
    readonly pixels: string;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The image as a file (W3C PNG, 5 and 11.2). */
export function indexedPng({ width, height, palette, pixels }: IndexedImage): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    // 8 bits for each pixel, which name a colour; the other three have one possible value only, or are off.
    header.set([8, 3, 0, 0, 0], 8);
    const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
    // Each row stands behind the filter that it was written with: none (9.2), which suits numbers of colours best.
    const rows = Buffer.alloc((width + 1) * height);
    const indices = Buffer.from(pixels, 'base64');
    for (let y = 0; y < height; y++) indices.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
    const parts = [
        chunk('IHDR', header),
        chunk('PLTE', colours),
        chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
        chunk('IEND', Buffer.alloc(0))
    ];
    return Buffer.concat([SIGNATURE, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
    const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(content));
    return Buffer.concat([length, content, checksum]);
}
