import type { Theme } from 'c/denwaWindowMessage';
import type { PanelSize } from '../crm/crm-host';
import type { Preferences } from '../telephony/preferences';

export interface AppearanceParts {
    /** The document's element. */
    readonly page: Pick<HTMLElement, 'dataset'>;
    /** The element that the view fills. */
    readonly root: { readonly style: Pick<CSSStyleDeclaration, 'zoom' | 'height'> };
    /** Matches while the system prefers dark pages. */
    readonly darkScheme: Pick<MediaQueryList, 'matches' | 'addEventListener'>;
    /** Asks the CRM for a panel of this size, in percent of its own. */
    readonly resizePanel: (zoom: number) => void;
}

/** How large and how dark the phone is: the agent's choice, else that of the page around it, else that of the system. */
export class Appearance {
    readonly #parts: AppearanceParts;
    #zoom = 100;
    #chosen: Theme | null = null;
    #around: Theme | null = null;

    constructor(parts: AppearanceParts) {
        this.#parts = parts;
        parts.darkScheme.addEventListener('change', () => this.#paint());
        this.#fill();
        this.#paint();
    }

    choose({ zoom, theme }: Pick<Preferences, 'zoom' | 'theme'>): void {
        if (theme !== this.#chosen) {
            this.#chosen = theme;
            this.#paint();
        }
        if (zoom !== this.#zoom) {
            this.#zoom = zoom;
            this.#fill();
            this.#parts.resizePanel(zoom);
        }
    }

    /** The page around the phone looks like this. */
    lookLike(theme: Theme): void {
        this.#around = theme;
        this.#paint();
    }

    /** The panel fills the frame and scrolls inside, whatever its zoom. */
    #fill(): void {
        const { style } = this.#parts.root;
        style.zoom = String(this.#zoom / 100);
        style.height = `${10_000 / this.#zoom}vh`;
    }

    #paint(): void {
        const { page, darkScheme } = this.#parts;
        page.dataset['denwaTheme'] = this.#chosen ?? this.#around ?? (darkScheme.matches ? 'dark' : 'light');
    }
}

const WIDTH_ITEM = '/reqGeneralInfo/reqSoftphoneWidth';
const HEIGHT_ITEM = '/reqGeneralInfo/reqSoftphoneHeight';

/** The size that the call center definition gives to the panel, at this zoom. */
export function panelSize(items: ReadonlyMap<string, string>, zoom: number): PanelSize {
    const zoomed = (item: string, otherwise: number): number => ((Number(items.get(item)) || otherwise) * zoom) / 100;
    return { width: zoomed(WIDTH_ITEM, 340), height: zoomed(HEIGHT_ITEM, 480) };
}
