import type { BrowserContext, Frame } from '@playwright/test';

/** What `installEar` puts into each frame of a page. */
interface Ear {
    /** Frequencies in Hz of the tones in what the page plays at this moment, the loudest first; none while it plays nothing audible. */
    tones(): readonly number[];
    /** Frequencies in Hz of the tones that the phone itself has made so far (ring, call waiting, beep), each once. */
    phoneTones(): readonly number[];
    /** How many microphones are on. */
    microphones(): number;
    /** Ends all microphones as pulling the plug does. */
    unplug(): void;
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
            microphones.push(...destination.stream.getTracks());
            return destination.stream;
        };
        const microphones: MediaStreamTrack[] = [];

        const analysers = new Map<HTMLMediaElement, AnalyserNode>();
        const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
        Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
            ...native,
            set(this: HTMLMediaElement, stream: MediaStream | null) {
                native?.set?.call(this, stream);
                analysers.delete(this);
                if (!stream || phoneStreams.has(stream)) return;
                const analyser = new AnalyserNode(audio(), { fftSize: 8192, smoothingTimeConstant: 0 });
                audio().createMediaStreamSource(stream).connect(analyser);
                analysers.set(this, analyser);
            }
        });

        // What the phone plays by itself are samples of its own, mixed into a stream of its own.
        const phoneTones = new Set<number>();
        const phoneStreams = new WeakSet<MediaStream>();
        const createDestination = AudioContext.prototype.createMediaStreamDestination;
        AudioContext.prototype.createMediaStreamDestination = function (this: AudioContext) {
            const destination = createDestination.call(this);
            phoneStreams.add(destination.stream);
            return destination;
        };
        const start = AudioBufferSourceNode.prototype.start as (this: AudioBufferSourceNode, ...parameters: unknown[]) => void;
        AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...parameters: unknown[]) {
            if (this.buffer) phoneTones.add(pitch(this.buffer));
            start.apply(this, parameters);
        };
        /** Half of how often it crosses zero, in each second that is not silence. */
        const pitch = (buffer: AudioBuffer): number => {
            const samples = buffer.getChannelData(0);
            const sounding = samples.filter((sample) => sample !== 0);
            const crossings = sounding.filter((sample, index) => sample > 0 !== (sounding[index - 1] ?? sample) > 0).length;
            return Math.round((crossings / 2 / sounding.length) * buffer.sampleRate);
        };

        const spectrum = (analyser: AnalyserNode): Float32Array => {
            const bins = new Float32Array(analyser.frequencyBinCount);
            analyser.getFloatFrequencyData(bins);
            return bins;
        };
        const audible = (): readonly Float32Array[] =>
            [...analysers]
                .filter(([element]) => !element.paused && !element.muted && element.volume > 0)
                .map(([, analyser]) => spectrum(analyser));

        window.denwaEar = {
            tones() {
                const hertzPerBin = audio().sampleRate / 8192;
                const level = (bins: Float32Array, bin: number): number => bins[bin] ?? -Infinity;
                const peaks = audible().flatMap((bins) =>
                    // Below 25 Hz there is only hum. A tone stands out from everything within 40 Hz.
                    [...bins.keys()].slice(5).flatMap((bin) => {
                        const around = Math.ceil(40 / hertzPerBin);
                        for (let other = bin - around; other <= bin + around; other++) {
                            if (other !== bin && level(bins, other) >= level(bins, bin)) return [];
                        }
                        return [{ hertz: Math.round(bin * hertzPerBin), decibels: level(bins, bin) }];
                    })
                );
                const loud = peaks.filter(({ decibels }) => decibels > -60).sort((a, b) => b.decibels - a.decibels);
                // What a codec adds to a tone is far quieter than the tone.
                return loud.filter(({ decibels }) => decibels > (loud[0]?.decibels ?? 0) - 20).map(({ hertz }) => hertz);
            },
            phoneTones: () => [...phoneTones],
            microphones: () => microphones.filter(({ readyState }) => readyState === 'live').length,
            unplug() {
                for (const track of microphones.filter(({ readyState }) => readyState === 'live')) {
                    track.stop();
                    // Stopping by script fires no event, losing the device does (W3C Media Capture, section 4.3.1).
                    track.dispatchEvent(new Event('ended'));
                }
            }
        };
    }, tone);
}

export function tonesIn(frame: Frame): Promise<readonly number[]> {
    return frame.evaluate(() => window.denwaEar.tones());
}

export function liveMicrophones(frame: Frame): Promise<number> {
    return frame.evaluate(() => window.denwaEar.microphones());
}

export function phoneTonesIn(frame: Frame): Promise<readonly number[]> {
    return frame.evaluate(() => window.denwaEar.phoneTones());
}
