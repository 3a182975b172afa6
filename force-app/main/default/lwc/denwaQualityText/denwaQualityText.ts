import degraded from '@salesforce/label/c.Denwa_Quality_Degraded';
import excellent from '@salesforce/label/c.Denwa_Quality_Excellent';
import fair from '@salesforce/label/c.Denwa_Quality_Fair';
import good from '@salesforce/label/c.Denwa_Quality_Good';
import great from '@salesforce/label/c.Denwa_Quality_Great';
import summary from '@salesforce/label/c.Denwa_Quality_Summary';
import { format } from 'c/denwaText';
import type { QualityClass } from '../../../../../src/telephony/call-quality';

/** How a class of quality looks: its word, and how many of four bars. */
export interface QualityLook {
    readonly text: string;
    readonly bars: 1 | 2 | 3 | 4;
}

const looks: Record<QualityClass, QualityLook> = {
    excellent: { text: excellent, bars: 4 },
    great: { text: great, bars: 4 },
    good: { text: good, bars: 3 },
    fair: { text: fair, bars: 2 },
    degraded: { text: degraded, bars: 1 }
};

/** The class of a mean opinion score. Source: twilio-voice.js, PREFLIGHT.md. */
export function qualityClass(mos: number): QualityClass {
    if (mos > 4.2) return 'excellent';
    if (mos > 4) return 'great';
    if (mos > 3.6) return 'good';
    return mos > 3 ? 'fair' : 'degraded';
}

export function qualityLook(mos: number): QualityLook {
    return looks[qualityClass(mos)];
}

/** In one sentence, with the score. */
export function qualitySummary(mos: number): string {
    return format(summary, qualityLook(mos).text, scoreText(mos));
}

/** A mean opinion score, as the page's language writes it. */
export function scoreText(mos: number): string {
    const language = document.documentElement.lang || undefined;
    return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mos);
}
