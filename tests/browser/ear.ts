import type { BrowserContext, Frame } from '@playwright/test';

/** What `installEar` puts into each frame of a page. */
interface Ear {
    /** Frequency in Hz of the loudest tone in what the page plays at this moment; null while it plays nothing audible. */
    loudest(): number | null;
}

declare global {
    interface Window {
        denwaEar: Ear;
    }
}

/**
 * Gives every page of the context a microphone with a tone of its own and an ear at its loudspeaker: the ear listens to the streams that
 * the page hands to audio elements, and only while these play.
 */
export async function installEar(context: BrowserContext, tone: number): Promise<void> {
    await context.addInitScript((frequency: number) => {
        let shared: AudioContext | undefined;
        const audio = (): AudioContext => (shared ??= new AudioContext());

        navigator.mediaDevices.getUserMedia = async (): Promise<MediaStream> => {
            await audio().resume();
            const oscillator = new OscillatorNode(audio(), { frequency });
            const destination = audio().createMediaStreamDestination();
            oscillator.connect(new GainNode(audio(), { gain: 0.4 })).connect(destination);
            oscillator.start();
            return destination.stream;
        };

        const analysers = new Map<HTMLMediaElement, AnalyserNode>();
        const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
        Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
            ...native,
            set(this: HTMLMediaElement, stream: MediaStream | null) {
                native?.set?.call(this, stream);
                analysers.delete(this);
                if (!stream) return;
                const analyser = new AnalyserNode(audio(), { fftSize: 8192, smoothingTimeConstant: 0 });
                audio().createMediaStreamSource(stream).connect(analyser);
                analysers.set(this, analyser);
            }
        });

        const peak = (analyser: AnalyserNode): { hertz: number; decibels: number } => {
            const bins = new Float32Array(analyser.frequencyBinCount);
            analyser.getFloatFrequencyData(bins);
            let loudest = 4; // below 25 Hz there is only hum
            for (let bin = 4; bin < bins.length; bin++) if ((bins[bin] ?? -Infinity) > (bins[loudest] ?? -Infinity)) loudest = bin;
            return { hertz: Math.round((loudest * audio().sampleRate) / analyser.fftSize), decibels: bins[loudest] ?? -Infinity };
        };

        window.denwaEar = {
            loudest() {
                const audible = [...analysers].filter(([element]) => !element.paused && !element.muted && element.volume > 0);
                const peaks = audible.map(([, analyser]) => peak(analyser)).filter(({ decibels }) => decibels > -60);
                return peaks.sort((a, b) => b.decibels - a.decibels)[0]?.hertz ?? null;
            }
        };
    }, tone);
}

export function loudestTone(frame: Frame): Promise<number | null> {
    return frame.evaluate(() => window.denwaEar.loudest());
}
