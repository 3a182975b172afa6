import { LightningElement, api } from 'lwc';
import { scoreText } from 'c/denwaQualityText';
import adviceJitter from '@salesforce/label/c.Denwa_Quality_Advice_Jitter';
import adviceLowMos from '@salesforce/label/c.Denwa_Quality_Advice_Low_Mos';
import advicePacketLoss from '@salesforce/label/c.Denwa_Quality_Advice_Packet_Loss';
import adviceRoundTrip from '@salesforce/label/c.Denwa_Quality_Advice_Round_Trip';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import figure from '@salesforce/label/c.Denwa_Quality_Figure';
import heading from '@salesforce/label/c.Denwa_Quality';
import jitter from '@salesforce/label/c.Denwa_Quality_Jitter';
import jitterMeaning from '@salesforce/label/c.Denwa_Quality_Jitter_Meaning';
import mos from '@salesforce/label/c.Denwa_Quality_Mos';
import mosMeaning from '@salesforce/label/c.Denwa_Quality_Mos_Meaning';
import noProblem from '@salesforce/label/c.Denwa_Quality_No_Problem';
import notHeard from '@salesforce/label/c.Denwa_Warning_Not_Heard';
import notHearing from '@salesforce/label/c.Denwa_Warning_Not_Hearing';
import now from '@salesforce/label/c.Denwa_Quality_Now';
import overall from '@salesforce/label/c.Denwa_Quality_Overall';
import packetLoss from '@salesforce/label/c.Denwa_Quality_Packet_Loss';
import packetLossMeaning from '@salesforce/label/c.Denwa_Quality_Packet_Loss_Meaning';
import roundTrip from '@salesforce/label/c.Denwa_Quality_Round_Trip';
import roundTripMeaning from '@salesforce/label/c.Denwa_Quality_Round_Trip_Meaning';
import unknown from '@salesforce/label/c.Denwa_Quality_Unknown';
import type { CallQuality, QualityProblem } from '../../../../../src/telephony/call-quality';

const advice: Record<QualityProblem, string> = {
    'not-hearing': notHearing,
    'not-heard': notHeard,
    'packet-loss': advicePacketLoss,
    jitter: adviceJitter,
    'round-trip': adviceRoundTrip,
    'low-mos': adviceLowMos
};

interface Row {
    readonly name: string;
    readonly meaning: string;
    readonly now: string;
    readonly overall: string;
}

/**
 * Explains how good a call sounds: the figures, what each means, and what to do about a problem.
 * @fires close
 */
export default class DenwaQualitySheet extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { dismiss, figure, heading, noProblem, now, overall };
    @api quality!: CallQuality;
    readonly #percent = numbers({ style: 'percent', maximumFractionDigits: 1 });
    readonly #milliseconds = numbers({ style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 });

    get rows(): readonly Row[] {
        const { now: latest, overall: whole } = this.quality;
        const percent = (value: number): string => this.#percent.format(value / 100);
        const time = (value: number | null): string => (value === null ? unknown : this.#milliseconds.format(value));
        return [
            { name: mos, meaning: mosMeaning, now: scoreText(latest.mos), overall: scoreText(whole.mos) },
            { name: packetLoss, meaning: packetLossMeaning, now: percent(latest.packetLoss), overall: percent(whole.packetLoss) },
            { name: jitter, meaning: jitterMeaning, now: time(latest.jitter), overall: time(whole.jitter) },
            { name: roundTrip, meaning: roundTripMeaning, now: time(latest.roundTrip), overall: time(whole.roundTrip) }
        ];
    }

    get problems(): readonly string[] {
        return this.quality.problems.map((problem) => advice[problem]);
    }

    @api
    focus(): void {
        this.querySelector<HTMLElement>('.denwa-sheet')?.focus();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.handleClose();
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return new Intl.NumberFormat(document.documentElement.lang || undefined, options);
}
