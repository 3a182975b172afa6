import type { IndexedImage } from './indexed-png';

/** The script of the page on which sheets are laid out: it has the browser's decoders at hand. */
declare global {
    interface Window {
        /** With no more than 48 colours, which makes a file of a quarter of the size. `png`: a data URL. */
        indexImage: (png: string) => Promise<IndexedImage>;
        /** The alternative texts of the pictures on this page that look different from those on an earlier sheet. `before`: a data URL. */
        differingPictures: (before: string) => Promise<readonly string[]>;
    }
}

/**
 * Pixels of a tile's side. Averaged over a tile this large, glyphs that another font renderer smooths or places differently differ by 14 of 255
 * at most (measured with and without hinting and subpixel positions), a lost button or dot by more than 25.
 */
const TILE = 16;
const MOST_IN_TILE = 18;
/** Averaged over a picture: a surface that is slightly darker. Font renderers differ by 0.7 at most. */
const MOST_IN_PICTURE = 2;

const MOST_COLOURS = 48;
const COMMON_COLOURS = 16;
/** Colours that are no further apart, of 442, are alike. */
const ALIKE = 28;

window.indexImage = async (png) => {
    const { width, height, data } = pixelsOf(drawn(await decoded(png)));
    const colours = new Uint32Array(width * height).map((_, index) => colourAt(data, index));
    const palette = paletteOf(colours);
    const places = new Map(palette.map((colour, place) => [colour, place]));
    const pixels = new Uint8Array(colours.length);
    colours.forEach((colour, index) => {
        const place = places.get(colour) ?? nearest(palette, colour);
        places.set(colour, place);
        pixels[index] = place;
    });
    return { width, height, palette, pixels: base64(pixels) };
};

window.differingPictures = async (before) => {
    const sheet = drawn(await decoded(before));
    const { width, height } = sheet.canvas;
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (width !== scrollWidth || height !== scrollHeight) {
        return [`The sheet was ${width} × ${height} pixels large, and is ${scrollWidth} × ${scrollHeight} now`];
    }
    return [...document.images].flatMap((image) => {
        const { left, top } = image.getBoundingClientRect();
        const old = sheet.getImageData(Math.round(left + scrollX), Math.round(top + scrollY), image.width, image.height);
        const now = pixelsOf(drawn(image));
        const tile = Math.max(...tilesOf(now).map((area) => (difference(old, now, area) * area.width * area.height) / TILE ** 2));
        const altogether = difference(old, now, { left: 0, top: 0, width: now.width, height: now.height });
        const isSame = tile <= MOST_IN_TILE && altogether <= MOST_IN_PICTURE;
        return isSame ? [] : [`${image.alt} (${tile.toFixed(0)} in a tile, ${altogether.toFixed(1)} altogether)`];
    });
};

interface Area {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
}

/** How far the mean colours of an area of two images of one size are apart, in the channel where it is most; from 0 to 255. */
function difference(old: ImageData, now: ImageData, { left, top, width, height }: Area): number {
    const sums: [number, number, number] = [0, 0, 0];
    for (let y = top; y < top + height; y++) {
        for (let index = (y * now.width + left) * 4; index < (y * now.width + left + width) * 4; index += 4) {
            sums[0] += (now.data[index] ?? 0) - (old.data[index] ?? 0);
            sums[1] += (now.data[index + 1] ?? 0) - (old.data[index + 1] ?? 0);
            sums[2] += (now.data[index + 2] ?? 0) - (old.data[index + 2] ?? 0);
        }
    }
    return Math.max(...sums.map(Math.abs)) / (width * height);
}

function tilesOf({ width, height }: ImageData): readonly Area[] {
    const tiles: Area[] = [];
    for (let y = 0; y < height; y += TILE) {
        for (let x = 0; x < width; x += TILE) {
            tiles.push({ left: x, top: y, width: Math.min(TILE, width - x), height: Math.min(TILE, height - y) });
        }
    }
    return tiles;
}

async function decoded(png: string): Promise<ImageBitmap> {
    return createImageBitmap(await (await fetch(png)).blob());
}

function drawn(image: ImageBitmap | HTMLImageElement): OffscreenCanvasRenderingContext2D {
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This browser draws on no canvas');
    context.drawImage(image, 0, 0);
    return context;
}

function pixelsOf(context: OffscreenCanvasRenderingContext2D): ImageData {
    return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** Red, green and blue as one number. */
function colourAt(data: ImageData['data'], index: number): number {
    return ((data[index * 4] ?? 0) << 16) | ((data[index * 4 + 1] ?? 0) << 8) | (data[index * 4 + 2] ?? 0);
}

/** The commonest, which surfaces and lines have, and of the others those that are unlike all of them: a dot's, but not each shade of a glyph. */
function paletteOf(colours: Uint32Array): readonly number[] {
    const counts = new Map<number, number>();
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
    const palette = byCount.slice(0, COMMON_COLOURS);
    for (const colour of byCount) {
        if (palette.length === MOST_COLOURS) break;
        if (palette.every((other) => distance(colour, other) > ALIKE)) palette.push(colour);
    }
    return palette;
}

function nearest(palette: readonly number[], colour: number): number {
    return palette.reduce((best, other, place) => (distance(other, colour) < distance(palette[best] ?? 0, colour) ? place : best), 0);
}

function distance(a: number, b: number): number {
    return Math.hypot((a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255));
}

function base64(bytes: Uint8Array): string {
    const parts: string[] = [];
    for (let start = 0; start < bytes.length; start += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
    return btoa(parts.join(''));
}
