import { LightningElement, api } from 'lwc';

/** How loud a microphone is, as a bar. */
export default class DenwaLevelMeter extends LightningElement {
    static override renderMode = 'light' as const;
    @api label = '';
    /** From 0 to 100; null: it is not being measured. */
    @api level: number | null = null;

    get loudness(): number {
        return this.level ?? 0;
    }

    get barStyle(): string {
        return `inline-size: ${this.loudness}%`;
    }
}
