/** Just enough of tracks, streams and Web Audio to tell who hears whom. */
export class FakeTrack extends EventTarget {
    readonly name: string;
    enabled = true;
    muted = false;
    readyState: MediaStreamTrackState = 'live';
    /** What flows into it; nothing for a microphone or a far voice. */
    readonly inputs = new Set<FakeSource>();

    constructor(name: string) {
        super();
        this.name = name;
    }

    stop(): void {
        this.readyState = 'ended';
    }

    unplug(): void {
        this.readyState = 'ended';
        this.dispatchEvent(new Event('ended'));
    }

    /** The system switches it off or on. */
    muteBySystem(muted: boolean): void {
        this.muted = muted;
        this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
    }

    /** The voices in it, silent ones left out. */
    get voices(): readonly string[] {
        if (this.readyState === 'ended' || !this.enabled) return [];
        if (!this.name.startsWith('mix')) return [this.name];
        return [...this.inputs].flatMap(({ track }) => track.voices).sort();
    }
}

export class FakeStream {
    readonly #tracks: readonly FakeTrack[];

    constructor(...tracks: readonly FakeTrack[]) {
        this.#tracks = tracks;
    }

    getTracks(): readonly FakeTrack[] {
        return this.#tracks;
    }

    getAudioTracks(): readonly FakeTrack[] {
        return this.#tracks;
    }

    asStream(): MediaStream {
        return this as unknown as MediaStream;
    }
}

class FakeSource {
    readonly track: FakeTrack;
    readonly #outputs: FakeTrack[] = [];

    constructor(track: FakeTrack) {
        this.track = track;
    }

    connect({ stream }: { readonly stream: FakeStream }): void {
        for (const track of stream.getTracks()) {
            track.inputs.add(this);
            this.#outputs.push(track);
        }
    }

    disconnect(): void {
        for (const track of this.#outputs) track.inputs.delete(this);
    }
}

export class FakeMixContext extends EventTarget {
    state: AudioContextState;
    readonly mixes: FakeTrack[] = [];
    sources = 0;
    /** Whether it starts when it is told to. */
    allowed = false;

    constructor(state: AudioContextState = 'running') {
        super();
        this.state = state;
    }

    createMediaStreamSource(stream: MediaStream): FakeSource {
        const [track] = (stream as unknown as FakeStream).getAudioTracks();
        if (!track) throw new DOMException('No audio track', 'InvalidStateError');
        this.sources += 1;
        return new FakeSource(track);
    }

    createMediaStreamDestination(): { readonly stream: FakeStream } {
        const track = new FakeTrack(`mix ${this.mixes.length + 1}`);
        this.mixes.push(track);
        return { stream: new FakeStream(track) };
    }

    resume(): Promise<void> {
        if (this.allowed) {
            this.state = 'running';
            this.dispatchEvent(new Event('statechange'));
        }
        return Promise.resolve();
    }

    close(): Promise<void> {
        this.state = 'closed';
        return Promise.resolve();
    }
}
