import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent } from '../telephony/audio';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import { MicrophoneInputWatch } from './microphone-input-watch';
import { SentAudio } from './sent-audio';
import { FakeMixContext, FakeStream, FakeTrack } from './web-audio.fake';

/** The agent's computer: calls to Alice and Bob, microphones that can be unplugged, and what each party hears. */
export class Desk {
    readonly audio: SentAudio;
    readonly microphones: FakeTrack[] = [];
    readonly contexts: FakeMixContext[] = [];
    readonly clock = new SimulatedClock();
    readonly inputs: AudioEvent[] = [];
    looks = 0;
    readonly log: LogLine[] = [];
    /** Every track that a call was told to send, by the names of the tracks. */
    readonly replaced: string[] = [];
    pluggedIn = true;
    contextState: AudioContextState = 'running';
    contextProblem: Error | null = null;
    replaceProblem: Error | null = null;
    readonly #sent = new Map<CallId, FakeTrack>();
    readonly #far = new Map<CallId, FakeTrack>();

    constructor() {
        this.audio = new SentAudio({
            openMicrophone: () => this.#openMicrophone(),
            heard: (callId) => (this.#far.get(callId) ?? null) as unknown as MediaStreamTrack | null,
            createContext: () => this.#createContext(),
            createStream: (track) => new FakeStream(track as unknown as FakeTrack).asStream(),
            lookForDevices: () => this.#look(),
            input: new MicrophoneInputWatch({ clock: this.clock, emit: (event) => this.inputs.push(event) }),
            logger: new Logger('media', this.clock, (line) => this.log.push(line))
        });
    }

    /** A connected call, as the SIP room sets it up. */
    async call(callId: CallId): Promise<FakeTrack> {
        const stream = await this.audio.open(callId, { replace: (track) => this.#replace(callId, track as unknown as FakeTrack) });
        const track = onlyTrack(stream);
        this.#sent.set(callId, track);
        this.#far.set(callId, new FakeTrack(callId));
        this.audio.update();
        return track;
    }

    hears(callId: CallId): readonly string[] {
        return this.#sent.get(callId)?.voices ?? [];
    }

    get liveTracks(): number {
        const mixes = this.contexts.flatMap((context) => context.mixes);
        return [...this.microphones, ...mixes].filter(({ readyState }) => readyState === 'live').length;
    }

    async #openMicrophone(): Promise<MediaStream> {
        await Promise.resolve();
        if (!this.pluggedIn) throw new Error('no-device');
        const track = new FakeTrack(`agent ${this.microphones.length + 1}`);
        this.microphones.push(track);
        return new FakeStream(track).asStream();
    }

    async #look(): Promise<void> {
        await Promise.resolve();
        this.looks += 1;
    }

    #createContext(): AudioContext {
        if (this.contextProblem) throw this.contextProblem;
        const context = new FakeMixContext(this.contextState);
        this.contexts.push(context);
        return context as unknown as AudioContext;
    }

    async #replace(callId: CallId, track: FakeTrack): Promise<void> {
        await Promise.resolve();
        if (this.replaceProblem) throw this.replaceProblem;
        this.replaced.push(`${callId}: ${track.name}`);
        this.#sent.set(callId, track);
    }
}

export function onlyTrack(stream: MediaStream): FakeTrack {
    const [track] = (stream as unknown as FakeStream).getTracks();
    if (!track) throw new Error('No track');
    return track;
}

export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
export const open = (callId: CallId): CallSound => ({ callId, microphone: true, speaker: true, joined: false, remoteHold: false });
export const shut = (callId: CallId): CallSound => ({ callId, microphone: false, speaker: false, joined: false, remoteHold: false });
export const joined = (callId: CallId, microphone = true): CallSound => ({
    callId,
    microphone,
    speaker: true,
    joined: true,
    remoteHold: false
});

export async function conference(): Promise<Desk> {
    const desk = new Desk();
    await desk.call('alice');
    await desk.call('bob');
    desk.audio.sound([joined('alice'), joined('bob')]);
    await settled();
    return desk;
}
