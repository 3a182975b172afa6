import { barGalleries } from './bars';
import { callPartGalleries } from './call-parts';
import { callGalleries } from './calls';
import { diallingGalleries } from './dialling';
import type { Gallery, Language } from './gallery';
import { headerGalleries } from './header';
import { panelGalleries } from './panel';
import { qualityGalleries } from './quality';
import { recordGalleries } from './records';
import { settingsGalleries } from './settings';

export type { Extent, Gallery, GalleryState, Language } from './gallery';

export const languages: readonly Language[] = ['ja', 'en'];

/** Components that nobody sees, with the reason. */
export const unseen: Readonly<Record<string, string>> = {
    denwaWindow: 'stands beside the phone in the utility bar; its only element tells it how dark the page is'
};

const rooms = [
    headerGalleries,
    barGalleries,
    diallingGalleries,
    callGalleries,
    callPartGalleries,
    qualityGalleries,
    recordGalleries,
    settingsGalleries,
    panelGalleries
] as const;

/** All that the gallery shows, with the names and notes of an org in this language. */
export function galleries(language: Language): readonly Gallery[] {
    return rooms.flatMap((room) => room(language));
}
