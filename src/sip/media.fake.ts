import type { BodyAndContentType } from 'sip.js/lib/api/session-description-handler.js';
import type { CallMedia } from './call-media';
import type { MediaSession } from './media-session';

/** A microphone that can be missing or slow, and a record of what is heard. For tests. */
export class FakeCallMedia implements CallMedia {
    readonly streams: FakeStream[] = [];
    readonly playing = new Set<string>();
    microphone: () => Promise<void> = () => Promise.resolve();

    async openMicrophone(): Promise<MediaStream> {
        await this.microphone();
        const stream = new FakeStream();
        this.streams.push(stream);
        return stream as unknown as MediaStream;
    }

    play(callId: string): void {
        this.playing.add(callId);
    }

    stop(callId: string): void {
        this.playing.delete(callId);
    }
}

export class FakeStream {
    stopped = false;

    getTracks(): readonly { stop: () => void }[] {
        return [{ stop: () => (this.stopped = true) }];
    }
}

/** Stands in for WebRTC: the microphone's stream goes in, a track comes out, and its connection state is what the test says. */
export class FakeMediaSession implements MediaSession {
    readonly remoteMediaStream = new FakeStream() as unknown as MediaStream;
    peerConnection: { connectionState: RTCPeerConnectionState } | undefined = { connectionState: 'new' };
    peerConnectionDelegate: MediaSession['peerConnectionDelegate'];
    readonly #openMicrophone: () => Promise<MediaStream>;
    #stream: MediaStream | null = null;

    constructor(openMicrophone: () => Promise<MediaStream>) {
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

    async getDescription(): Promise<BodyAndContentType> {
        this.#stream ??= await this.#openMicrophone();
        return { body: 'v=0\r\n', contentType: 'application/sdp' };
    }

    hasDescription(contentType: string): boolean {
        return contentType === 'application/sdp';
    }

    async setDescription(): Promise<void> {
        await Promise.resolve();
        this.peerConnectionDelegate?.ontrack?.(new Event('track'));
    }

    sendDtmf(): boolean {
        return false;
    }
}
