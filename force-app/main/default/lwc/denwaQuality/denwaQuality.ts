import { LightningElement, api } from 'lwc';
import { qualityLook, qualitySummary } from 'c/denwaQualityText';

/** How good a call sounds: bars and a word. */
export default class DenwaQuality extends LightningElement {
    static override renderMode = 'light' as const;
    /** Mean opinion score, from 1 to 4.5. */
    @api mos = 1;

    get text(): string {
        return qualityLook(this.mos).text;
    }

    get summary(): string {
        return qualitySummary(this.mos);
    }

    get bars(): readonly { readonly height: number; readonly barClass: string }[] {
        const { bars } = qualityLook(this.mos);
        return [1, 2, 3, 4].map((height) => ({
            height,
            barClass: height <= bars ? `bar bar_${height} bar_of-${bars}` : `bar bar_${height}`
        }));
    }
}
