import type { BodyAndContentType, SessionDescriptionHandlerOptions } from 'sip.js/lib/api/session-description-handler.js';
import type { CallMedia, OutgoingAudio } from './call-media';
import type { MediaSession } from './media-session';
import { SipError } from './sip-error';

/** A microphone that can be missing or slow, and a record of what is heard. For tests. */
export class FakeCallMedia implements CallMedia {
    readonly streams: FakeStream[] = [];
    readonly playing = new Set<string>();
    readonly outgoing = new Map<string, OutgoingAudio>();
    readonly measured = new Map<string, () => Promise<RTCStatsReport>>();
    microphone: () => Promise<void> = () => Promise.resolve();

    async openMicrophone(callId: string, outgoing: OutgoingAudio): Promise<MediaStream> {
        this.outgoing.set(callId, outgoing);
        await this.microphone();
        const stream = new FakeStream();
        this.streams.push(stream);
        return stream as unknown as MediaStream;
    }

    play(callId: string): void {
        this.playing.add(callId);
    }

    measure(callId: string, statistics: () => Promise<RTCStatsReport>): void {
        this.measured.set(callId, statistics);
    }

    stop(callId: string): void {
        this.playing.delete(callId);
        this.measured.delete(callId);
    }
}

export class FakeStream {
    stopped = false;

    getTracks(): readonly { stop: () => void }[] {
        return [{ stop: () => (this.stopped = true) }];
    }
}

type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/**
 * Stands in for WebRTC: the microphone's stream goes in, a track comes out, and its connection state is what the test says. Keeps to the
 * order of offer and answer, and gives each description a direction, as the real one does.
 */
export class FakeMediaSession implements MediaSession {
    readonly remoteMediaStream = new FakeStream() as unknown as MediaStream;
    peerConnection: { connectionState: RTCPeerConnectionState } | undefined = { connectionState: 'new' };
    peerConnectionDelegate: MediaSession['peerConnectionDelegate'];
    /** The directions that this side has offered and answered with, in order. */
    readonly directions: Direction[] = [];
    /** The digits sent in the audio. */
    tones = '';
    /** False: the other side takes no telephone events. */
    takesTones = true;
    track: MediaStreamTrack | null = null;
    #signalling: 'stable' | 'have-local-offer' | 'have-remote-offer' = 'stable';
    #remoteDirection: Direction = 'sendrecv';
    readonly #openMicrophone: (() => Promise<MediaStream>) | null;
    #stream: MediaStream | null = null;

    constructor(openMicrophone: (() => Promise<MediaStream>) | null) {
        this.#openMicrophone = openMicrophone;
    }

    becomes(state: RTCPeerConnectionState): void {
        if (this.peerConnection) this.peerConnection.connectionState = state;
        this.peerConnectionDelegate?.onconnectionstatechange?.(new Event('connectionstatechange'));
    }

    close(): void {
        this.peerConnection = undefined;
        for (const track of this.#stream?.getTracks() ?? []) track.stop();
    }

    async getDescription(options: SessionDescriptionHandlerOptions & { hold?: boolean } = {}): Promise<BodyAndContentType> {
        if (this.#openMicrophone) this.#stream ??= await this.#openMicrophone();
        if (this.#signalling === 'have-local-offer') throw new Error('The last offer was not answered');
        const isWanted = this.#signalling === 'stable' || this.#remoteDirection === 'sendrecv' || this.#remoteDirection === 'recvonly';
        const isHeard = this.#openMicrophone !== null && isWanted;
        const isListening = !options.hold && this.#remoteDirection !== 'recvonly' && this.#remoteDirection !== 'inactive';
        const direction = isHeard ? (isListening ? 'sendrecv' : 'sendonly') : isListening ? 'recvonly' : 'inactive';
        this.#signalling = this.#signalling === 'stable' ? 'have-local-offer' : 'stable';
        this.directions.push(direction);
        return { body: `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=${direction}\r\n`, contentType: 'application/sdp' };
    }

    hasDescription(contentType: string): boolean {
        return contentType === 'application/sdp';
    }

    async setDescription(sdp: string): Promise<void> {
        await Promise.resolve();
        if (!this.peerConnection) throw new Error('Closed');
        if (this.#signalling === 'have-local-offer') this.#signalling = 'stable';
        else {
            this.#signalling = 'have-remote-offer';
            this.#remoteDirection = (/^a=(\w+)/m.exec(sdp)?.[1] ?? 'sendrecv') as Direction;
        }
        this.peerConnectionDelegate?.ontrack?.(new Event('track'));
    }

    async rollbackDescription(): Promise<void> {
        await Promise.resolve();
        this.#signalling = 'stable';
    }

    sendDtmf(): boolean {
        return false;
    }

    sendTones(digits: string): boolean {
        if (this.takesTones) this.tones += digits;
        return this.takesTones;
    }

    async statistics(): Promise<RTCStatsReport> {
        await Promise.resolve();
        if (!this.peerConnection) throw new SipError('call-over', 'Closed');
        return new Map();
    }

    async replace(track: MediaStreamTrack): Promise<void> {
        await Promise.resolve();
        this.track = track;
    }
}
