import { randomBytes } from 'node:crypto';
import type { Session, SessionDescriptionHandlerOptions } from 'sip.js';
import type { CallMedia, OutgoingAudio } from '../../src/sip/call-media';
import type { MediaSession } from '../../src/sip/media-session';

/** Microphones that carry no sound, counted so that none is ever left on. */
export class SilentMedia implements CallMedia {
    readonly #tracks: SilentTrack[] = [];

    get liveMicrophones(): number {
        return this.#tracks.filter(({ readyState }) => readyState === 'live').length;
    }

    openMicrophone(_callId: string, _outgoing: OutgoingAudio): Promise<MediaStream> {
        const track = new SilentTrack();
        this.#tracks.push(track);
        return Promise.resolve({ getTracks: () => [track] } as unknown as MediaStream);
    }

    play(): void {}

    stop(): void {}
}

class SilentTrack {
    readyState: 'live' | 'ended' = 'live';

    stop(): void {
        this.readyState = 'ended';
    }
}

/** Offers and answers that no packet follows: signalling alone is what is looked at. */
export function silentSession(_session: Session, openMicrophone: () => Promise<MediaStream>): MediaSession {
    return new SilentSession(openMicrophone);
}

interface DescriptionOptions {
    readonly hold?: boolean;
}

class SilentSession implements MediaSession {
    readonly remoteMediaStream = {} as MediaStream;
    peerConnectionDelegate: MediaSession['peerConnectionDelegate'];
    readonly peerConnection = undefined;
    readonly #openMicrophone: () => Promise<MediaStream>;
    readonly #secrets = { user: randomBytes(3).toString('hex'), password: randomBytes(12).toString('hex'), fingerprint: fingerprint() };
    #microphone: MediaStream | null = null;
    #offered: string | null = null;
    #version = 1;

    constructor(openMicrophone: () => Promise<MediaStream>) {
        this.#openMicrophone = openMicrophone;
    }

    close(): void {
        for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    }

    hasDescription(contentType: string): boolean {
        return contentType === 'application/sdp';
    }

    rollbackDescription(): Promise<void> {
        return Promise.resolve();
    }

    sendDtmf(): boolean {
        return false;
    }

    /** There is no audio to send them in; they go by INFO. */
    sendTones(): boolean {
        return false;
    }

    replace(): Promise<void> {
        return Promise.resolve();
    }

    setDescription(sdp: string): Promise<void> {
        this.#offered = sdp;
        return Promise.resolve();
    }

    async getDescription(options?: SessionDescriptionHandlerOptions): Promise<{ contentType: string; body: string }> {
        this.#microphone ??= await this.#openMicrophone();
        const isAnswer = this.#offered !== null;
        const direction = (options as DescriptionOptions | undefined)?.hold ? 'sendonly' : 'sendrecv';
        this.#offered = null;
        const lines = [
            'v=0',
            `o=- 1 ${this.#version++} IN IP4 127.0.0.1`,
            's=-',
            't=0 0',
            'm=audio 9 UDP/TLS/RTP/SAVPF 0',
            'c=IN IP4 127.0.0.1',
            'a=candidate:1 1 udp 2122194687 127.0.0.1 9 typ host',
            `a=ice-ufrag:${this.#secrets.user}`,
            `a=ice-pwd:${this.#secrets.password}`,
            `a=fingerprint:sha-256 ${this.#secrets.fingerprint}`,
            `a=setup:${isAnswer ? 'passive' : 'actpass'}`,
            'a=mid:0',
            `a=${direction}`,
            'a=rtcp-mux',
            'a=rtpmap:0 PCMU/8000'
        ];
        return { contentType: 'application/sdp', body: `${lines.join('\r\n')}\r\n` };
    }
}

function fingerprint(): string {
    return Array.from(randomBytes(32), (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}
