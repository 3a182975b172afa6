import type { Session, SessionDescriptionHandlerOptions } from 'sip.js';
import type { CallMedia, OutgoingAudio } from '../../src/sip/call-media';
import type { MediaSession } from '../../src/sip/media-session';
import { SilentSdp } from '../../test-pbx/silent-sdp';

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

    measure(): void {}

    stop(): void {}
}

class SilentTrack {
    readyState: 'live' | 'ended' = 'live';

    stop(): void {
        this.readyState = 'ended';
    }
}

/** Media that carry no sound. */
export function silentSession(_session: Session, openMicrophone: (() => Promise<MediaStream>) | null): MediaSession {
    return new SilentSession(openMicrophone);
}

interface DescriptionOptions {
    readonly hold?: boolean;
}

class SilentSession implements MediaSession {
    readonly remoteMediaStream = {} as MediaStream;
    peerConnectionDelegate: MediaSession['peerConnectionDelegate'];
    readonly peerConnection = undefined;
    readonly #openMicrophone: (() => Promise<MediaStream>) | null;
    readonly #sdp = new SilentSdp();
    #microphone: MediaStream | null = null;
    #offered: string | null = null;

    constructor(openMicrophone: (() => Promise<MediaStream>) | null) {
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

    statistics(): Promise<RTCStatsReport> {
        return Promise.resolve(new Map());
    }

    replace(): Promise<void> {
        return Promise.resolve();
    }

    setDescription(sdp: string): Promise<void> {
        this.#offered = sdp;
        return Promise.resolve();
    }

    async getDescription(options?: SessionDescriptionHandlerOptions): Promise<{ contentType: string; body: string }> {
        if (this.#openMicrophone) this.#microphone ??= await this.#openMicrophone();
        const isAnswer = this.#offered !== null;
        const isHold = (options as DescriptionOptions | undefined)?.hold === true;
        const direction = this.#openMicrophone ? (isHold ? 'sendonly' : 'sendrecv') : 'recvonly';
        this.#offered = null;
        return this.#sdp.next(isAnswer ? 'answer' : 'offer', direction);
    }
}
