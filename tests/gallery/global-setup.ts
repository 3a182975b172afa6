import { startGallery } from './server';

/** One gallery for all workers, which find it by `GALLERY_URL`. */
export default async function serve(): Promise<() => Promise<void>> {
    const { url, close } = await startGallery(0);
    process.env.GALLERY_URL = url;
    return close;
}
