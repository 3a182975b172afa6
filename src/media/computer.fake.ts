import { SimulatedClock } from '../base/simulated-clock';
import { Logger, type LogLine } from '../base/logger';
import { FakeAudioElement } from './audio-element.fake';
import type { AudioBrowser } from './audio-browser';
import type { AudioReport } from './audio-report';
import { BrowserAudio } from './browser-audio';
import type { ListedDevice } from './known-devices';
import { FakeToneContext } from './tone-context.fake';
import { FakeStream, FakeTrack } from './web-audio.fake';

/** One thing that is plugged in, microphone and speaker in one, as headsets are. */
export type Headset = 'laptop' | 'headset' | 'speakerphone';

class FakePermission extends EventTarget {
    state: PermissionState = 'granted';
}

/** The agent's computer as Chromium shows it to a page: headsets come and go, one of them is the system's default. */
export class FakeComputer {
    readonly clock = new SimulatedClock(1_000_000);
    readonly reports: AudioReport[] = [];
    readonly log: LogLine[] = [];
    readonly contexts: FakeToneContext[] = [];
    readonly elements: FakeAudioElement[] = [];
    readonly audio: BrowserAudio;
    /** How often the browser was asked for its devices. */
    looks = 0;
    /** Another program holds it. */
    busy: Headset | null = null;
    readonly #permission = new FakePermission();
    readonly #mediaDevices = new EventTarget();
    readonly #microphones: { readonly headset: Headset; readonly track: FakeTrack }[] = [];
    #plugged: readonly Headset[];
    #byDefault: Headset | null;

    constructor(...plugged: readonly Headset[]) {
        this.#plugged = plugged;
        this.#byDefault = plugged[0] ?? null;
        const logger = new Logger('media', this.clock, (line) => this.log.push(line));
        this.audio = new BrowserAudio({ clock: this.clock, logger, browser: this.#browser() });
        this.audio.subscribe((report) => this.reports.push(report));
    }

    /** What was told of changed devices. */
    get changes(): readonly string[] {
        return this.reports.flatMap((report) =>
            report.type === 'audio-device-changed' ? [`${report.device} ${report.change} ${report.label}`.trim()] : []
        );
    }

    /** Whose microphone is open, one for each stream. */
    get open(): readonly Headset[] {
        return this.#microphones.filter(({ track }) => track.readyState === 'live').map(({ headset }) => headset);
    }

    /** A call with Alice, who is heard; what she hears is the returned object. */
    async call(): Promise<{ readonly voices: readonly string[] }> {
        let sent: FakeTrack | null = null;
        this.audio.sound([{ callId: 'alice', microphone: true, speaker: true, joined: false, remoteHold: false }]);
        const stream = await this.audio.openMicrophone('alice', {
            replace: async (track) => {
                await Promise.resolve();
                sent = track as unknown as FakeTrack;
            }
        });
        sent = (stream as unknown as FakeStream).getTracks()[0] ?? null;
        this.audio.play('alice', new FakeStream(new FakeTrack('alice')).asStream());
        await this.settle();
        return {
            get voices() {
                return sent?.voices ?? [];
            }
        };
    }

    async plug(headset: Headset, byDefault = false): Promise<void> {
        this.#plugged = [...this.#plugged, headset];
        if (byDefault || this.#byDefault === null) this.#byDefault = headset;
        await this.#announce();
    }

    async unplug(headset: Headset): Promise<void> {
        this.#plugged = this.#plugged.filter((each) => each !== headset);
        if (this.#byDefault === headset) this.#byDefault = this.#plugged[0] ?? null;
        this.#end((microphone) => microphone === headset);
        await this.#announce();
    }

    async takeByDefault(headset: Headset): Promise<void> {
        this.#byDefault = headset;
        await this.#announce();
    }

    /** The person answers the browser's question, or changes the answer in its settings. `told`: whether the browser tells the page. */
    async permit(state: PermissionState, told = true): Promise<void> {
        this.#permission.state = state;
        if (told) this.#permission.dispatchEvent(new Event('change'));
        if (state !== 'granted') this.#end(() => true);
        await this.settle();
    }

    /** Everything that was begun has come to its end; no time passes. */
    settle(): Promise<void> {
        return new Promise((resolve) => setImmediate(resolve));
    }

    #end(which: (headset: Headset) => boolean): void {
        for (const { headset, track } of this.#microphones) {
            if (track.readyState === 'live' && which(headset)) track.unplug();
        }
    }

    /** Several times, as systems do. */
    async #announce(): Promise<void> {
        await this.settle();
        for (let time = 0; time < 3; time += 1) {
            this.#mediaDevices.dispatchEvent(new Event('devicechange'));
            this.clock.advance(100);
        }
        this.clock.advance(300);
        await this.settle();
    }

    #browser(): AudioBrowser {
        const { listDevices, openMicrophone } = this.#abilities();
        return {
            mediaDevices: Object.assign(this.#mediaDevices, { enumerateDevices: listDevices, getUserMedia: openMicrophone }),
            permissions: { query: () => Promise.resolve(this.#permission) },
            mayUseMicrophone: () => true,
            outputsSelectable: true,
            createElement: () => {
                const element = new FakeAudioElement();
                this.elements.push(element);
                return element;
            },
            createContext: () => {
                const context = new FakeToneContext('running');
                this.contexts.push(context);
                return context.asContext();
            },
            createStream: (track) => new FakeStream(track as unknown as FakeTrack).asStream()
        };
    }

    #abilities(): {
        readonly listDevices: () => Promise<readonly ListedDevice[]>;
        readonly openMicrophone: (constraints: MediaStreamConstraints) => Promise<MediaStream>;
    } {
        return {
            listDevices: async () => {
                await Promise.resolve();
                this.looks += 1;
                return this.#listed();
            },
            openMicrophone: async ({ audio }) => {
                await Promise.resolve();
                if (this.#permission.state !== 'granted') throw new DOMException('', 'NotAllowedError');
                const wanted = exactId(audio);
                const headset = wanted === null ? this.#byDefault : this.#plugged.find((each) => each === wanted);
                if (!headset) throw new DOMException('', wanted === null ? 'NotFoundError' : 'OverconstrainedError');
                if (this.busy === headset) throw new DOMException('', 'NotReadableError');
                const track = new FakeTrack(headset);
                this.#microphones.push({ headset, track });
                return new FakeStream(track).asStream();
            }
        };
    }

    #listed(): readonly ListedDevice[] {
        const hidden = this.#permission.state !== 'granted';
        return (['audioinput', 'audiooutput'] as const).flatMap((kind) => {
            const real = this.#plugged.map((id) => ({ kind, deviceId: id, groupId: `group ${id}`, label: id }));
            if (hidden) return real.slice(0, 1).map(() => ({ kind, deviceId: '', groupId: '', label: '' }));
            const choice = real.find(({ deviceId }) => deviceId === this.#byDefault);
            return choice ? [{ ...choice, deviceId: 'default', label: `Default - ${choice.label}` }, ...real] : real;
        });
    }
}

function exactId(audio: MediaStreamConstraints['audio']): string | null {
    const id = typeof audio === 'object' ? audio.deviceId : undefined;
    return typeof id === 'object' && 'exact' in id && typeof id.exact === 'string' ? id.exact : null;
}
