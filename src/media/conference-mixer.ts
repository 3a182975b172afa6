import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import { stopTracks } from './stop-tracks';

/** What one joined call brings in. Null: nothing at present. */
export interface JoinedCall {
    readonly callId: CallId;
    readonly microphone: MediaStreamTrack | null;
    readonly remote: MediaStreamTrack | null;
}

export interface ConferenceMixerParts {
    readonly createContext: () => AudioContext;
    readonly createStream: (track: MediaStreamTrack) => MediaStream;
    /** The mix can be sent now, or not any more. */
    readonly onChange: () => void;
    readonly logger: Logger;
}

interface Mix {
    readonly context: AudioContext;
    readonly destinations: Map<CallId, MediaStreamAudioDestinationNode>;
    sources: readonly AudioNode[];
    calls: readonly JoinedCall[];
}

/**
 * Mixes a three-way call in this browser: each party gets the agent's microphone and the other parties.
 *
 * Chromium lets the audio of a remote WebRTC stream flow into Web Audio only once an audio element plays it (crbug.com/121673;
 * Chromium 156 still); `CallAudio` has that element. A muted one will do.
 */
export class ConferenceMixer {
    readonly #parts: ConferenceMixerParts;
    #mix: Mix | null = null;

    constructor(parts: ConferenceMixerParts) {
        this.#parts = parts;
    }

    /**
     * What each of these calls is to send; nothing for a call that cannot be mixed now and had better send the microphone alone.
     * With fewer than two calls everything is released.
     */
    mix(calls: readonly JoinedCall[]): ReadonlyMap<CallId, MediaStreamTrack> {
        if (calls.length < 2) {
            this.#release();
            return new Map();
        }
        try {
            const mix = (this.#mix ??= this.#start());
            if (!isSame(mix.calls, calls)) this.#connect(mix, calls);
            // A context that stands still would send nothing at all, not even the agent.
            return new Map(
                mix.context.state === 'running' ? [...mix.destinations].map(([id, { stream }]) => [id, firstTrack(stream)]) : []
            );
        } catch (error) {
            this.#parts.logger.error('The calls cannot be joined', { error: describeError(error) });
            this.#release();
            return new Map();
        }
    }

    /** To be called from a press: lets the mix flow if the browser withheld it. */
    unlock(): void {
        if (this.#mix) void this.#resume(this.#mix.context);
    }

    #start(): Mix {
        const context = this.#parts.createContext();
        context.addEventListener('statechange', () => {
            if (this.#mix?.context === context) this.#parts.onChange();
        });
        if (context.state !== 'running') void this.#resume(context);
        this.#parts.logger.info('Conference begun');
        return { context, destinations: new Map(), sources: [], calls: [] };
    }

    /** Destinations stay as long as their calls, so that a change in one call replaces no track in another. */
    #connect(mix: Mix, calls: readonly JoinedCall[]): void {
        const { context, destinations } = mix;
        for (const source of mix.sources) source.disconnect();
        for (const [callId, destination] of destinations) {
            if (calls.some((call) => call.callId === callId)) continue;
            destinations.delete(callId);
            stopTracks(destination.stream);
        }
        for (const { callId } of calls) {
            if (!destinations.has(callId)) destinations.set(callId, context.createMediaStreamDestination());
        }
        mix.calls = calls;
        mix.sources = calls.flatMap(({ callId, microphone, remote }) => [
            ...this.#feed(mix, microphone, (destination) => destination === callId),
            ...this.#feed(mix, remote, (destination) => destination !== callId)
        ]);
    }

    #feed({ context, destinations }: Mix, track: MediaStreamTrack | null, goesTo: (callId: CallId) => boolean): readonly AudioNode[] {
        if (!track) return [];
        const source = context.createMediaStreamSource(this.#parts.createStream(track));
        for (const [callId, destination] of destinations) {
            if (goesTo(callId)) source.connect(destination);
        }
        return [source];
    }

    #release(): void {
        const mix = this.#mix;
        if (!mix) return;
        this.#mix = null;
        for (const source of mix.sources) source.disconnect();
        // A closed context leaves the tracks of its destinations live.
        for (const destination of mix.destinations.values()) stopTracks(destination.stream);
        void this.#close(mix.context);
        this.#parts.logger.info('Conference over');
    }

    async #resume(context: AudioContext): Promise<void> {
        try {
            await context.resume();
        } catch (error) {
            this.#parts.logger.warn('The mix of the joined calls does not start', { error: describeError(error) });
        }
    }

    async #close(context: AudioContext): Promise<void> {
        try {
            await context.close();
        } catch (error) {
            this.#parts.logger.warn('The mix of the joined calls could not be closed', { error: describeError(error) });
        }
    }
}

function firstTrack(stream: MediaStream): MediaStreamTrack {
    const track = stream.getAudioTracks()[0];
    if (!track) throw new Error('A destination has no track');
    return track;
}

function isSame(before: readonly JoinedCall[], now: readonly JoinedCall[]): boolean {
    return (
        before.length === now.length &&
        now.every(({ callId, microphone, remote }, index) => {
            const other = before[index];
            return other?.callId === callId && other.microphone === microphone && other.remote === remote;
        })
    );
}
