/** As much of an AudioContext as tones and measuring need: what sounds, how loud, and what a microphone brings. */
export class FakeToneContext extends EventTarget {
    state: AudioContextState;
    readonly gain = { value: 1 };
    readonly sounding = new Set<FakeBufferSource>();
    /** What the microphone brings, each sample the same. */
    sample = 0;
    started = 0;
    readonly #allowed: () => boolean;

    constructor(state: AudioContextState, allowed: () => boolean = () => true) {
        super();
        this.state = state;
        this.#allowed = allowed;
    }

    asContext(): AudioContext {
        return this as unknown as AudioContext;
    }

    createGain(): { readonly gain: { value: number }; readonly connect: () => void } {
        return { gain: this.gain, connect: () => undefined };
    }

    createMediaStreamDestination(): { readonly stream: null } {
        return { stream: null };
    }

    createBuffer(): { readonly copyToChannel: () => void } {
        return { copyToChannel: () => undefined };
    }

    createBufferSource(): FakeBufferSource {
        return new FakeBufferSource(this);
    }

    createMediaStreamSource(): { readonly connect: () => void } {
        return { connect: () => undefined };
    }

    createAnalyser(): { fftSize: number; readonly getFloatTimeDomainData: (samples: Float32Array) => void } {
        return { fftSize: 0, getFloatTimeDomainData: (samples) => void samples.fill(this.sample) };
    }

    async resume(): Promise<void> {
        await Promise.resolve();
        if (!this.#allowed()) return;
        this.state = 'running';
        this.dispatchEvent(new Event('statechange'));
    }

    close(): Promise<void> {
        this.state = 'closed';
        return Promise.resolve();
    }
}

export class FakeBufferSource extends EventTarget {
    loop = false;
    readonly #context: FakeToneContext;

    constructor(context: FakeToneContext) {
        super();
        this.#context = context;
    }

    connect(): void {
        this.#context.sounding.add(this);
    }

    disconnect(): void {
        this.#context.sounding.delete(this);
    }

    start(): void {
        this.#context.started += 1;
    }

    stop(): void {
        this.disconnect();
    }
}
