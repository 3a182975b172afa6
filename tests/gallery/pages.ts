import { encodeHtml } from '../../workbench/server/visualforce/expression';
import { SLDS_STYLESHEET } from '../../workbench/server/static-files';
import { captionOf, FRAME_HEIGHT, rowsOf, type Cell } from './cells';
import { MOMENT } from './moment';
import { galleries, languages, type Gallery, type Language } from './states/index';

/** As the clock of a page stands still: pictures must be the same every time. */
const FROZEN_CLOCK = `globalThis.Date = class extends Date {
    constructor(...parts) { parts.length === 0 ? super(${MOMENT}) : super(...parts); }
    static now() { return ${MOMENT}; }
};`;

/** The fonts that scripts/install and Debian's fontconfig bring; SLDS would take whatever the machine has. */
const FIXED_FONTS = `* { font-family: 'DejaVu Sans', IPAexGothic, sans-serif !important; }`;

/** What a component finds around it in the panel. */
const SURROUNDINGS = `html, body { background: var(--denwa-surface) !important; }
#denwa[data-extent='screen'] { display: flex; flex-direction: column; }
#denwa[data-extent='screen'] > * { display: flex; flex: 1 0 auto; max-width: 100%; }`;

/** Shows one cell at a time: what the adapter's page is to the panel. */
export function cellPage(language: Language): string {
    return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><title>Denwa</title>
<link rel="stylesheet" href="${SLDS_STYLESHEET}"><style>${FIXED_FONTS}\n${SURROUNDINGS}</style>
<script>${FROZEN_CLOCK}</script>
<script type="module">
import texts from '/denwa-labels-${language}.js';
globalThis.denwaLabels = texts;
await import('/cell.js');
</script></head>
<body class="slds-scope"><main id="denwa"></main></body>
</html>`;
}

const SHEET_STYLE = `${FIXED_FONTS}
body { width: max-content; min-width: 1212px; margin: 0; padding: 16px; font-size: 11px; color: #444; background: #f3f3f3; }
h1 { margin: 0 0 12px; font-size: 16px; color: #181818; }
div { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 16px; margin-bottom: 20px; }
figure { margin: 0; }
img, iframe { display: block; border: 0; background: #fff; }
figcaption { margin-top: 4px; }`;

/** All pictures of a gallery. `picture` is the markup of one. */
export function sheetMarkup(
    { name }: Gallery,
    language: Language,
    rows: readonly (readonly Cell[])[],
    picture: (cell: Cell) => string
): string {
    const figure = (cell: Cell): string => `<figure>${picture(cell)}<figcaption>${encodeHtml(captionOf(cell))}</figcaption></figure>`;
    return `<h1>${name} · ${language}</h1>${rows.map((row) => `<div>${row.map(figure).join('')}</div>`).join('')}`;
}

/** Where sheets are laid out. */
export function deskPage(): string {
    return document('Desk', '', `<style>${SHEET_STYLE}</style><script src="/desk.js"></script>`);
}

/** For a person: the components as they are, to be pressed and measured. */
export function liveSheet(gallery: Gallery, language: Language): string {
    const frame = (cell: Cell): string => {
        const query = new URLSearchParams({ language, cell: JSON.stringify(cell) });
        const height = gallery.extent === 'part' ? FRAME_HEIGHT / 2 : FRAME_HEIGHT;
        return `<iframe loading="lazy" width="${cell.width}" height="${height}" src="/cell?${encodeHtml(query.toString())}"></iframe>`;
    };
    return document(gallery.name, sheetMarkup(gallery, language, rowsOf(gallery, language), frame), `<style>${SHEET_STYLE}</style>`);
}

export function indexPage(): string {
    const links = languages.flatMap((language) =>
        galleries(language).map(
            ({ name }) => `<li><a href="/sheet?language=${language}&amp;gallery=${name}">${name} · ${language}</a></li>`
        )
    );
    return document('Gallery', `<ul>${links.join('')}</ul>`);
}

function document(title: string, body: string, head = ''): string {
    return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}
