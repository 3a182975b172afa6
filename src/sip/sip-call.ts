import { SessionState } from 'sip.js/lib/api/session-state.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { Referral } from 'sip.js/lib/api/referral.js';
import type { SessionDelegate } from 'sip.js/lib/api/session-delegate.js';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallEnding, EndingCause } from '../telephony/call-ending';
import type { CallId, MediaState, SipDialog } from '../telephony/call';
import type { SignallingEvent } from '../telephony/signalling';
import type { CallMedia } from './call-media';
import type { MediaSession, MediaSessionFactory } from './media-session';
import { SipError } from './sip-error';

export interface SipCallParts {
    readonly media: CallMedia;
    readonly mediaSessions: MediaSessionFactory;
    readonly emit: (event: SignallingEvent) => void;
    /** Sends BYE for an established session, now or when there is a connection again. */
    readonly bye: (session: Session) => Promise<void>;
    readonly logger: Logger;
}

/**
 * One call, from the first message to its one `call-ended`. What both directions share: media, hanging up, the end.
 *
 *     set-up ──▶ connected ──▶ ended
 *        └────────────────────▲
 */
export abstract class SipCall {
    readonly id: CallId;
    readonly session: Session;
    protected readonly parts: SipCallParts;
    #stage: 'set-up' | 'connected' | 'ended' = 'set-up';
    #mediaState: MediaState = 'new';
    #hadMedia = false;

    protected constructor(id: CallId, session: Session, parts: SipCallParts) {
        this.id = id;
        this.session = session;
        this.parts = parts;
        session.stateChange.addListener((state) => this.#onSessionState(state));
    }

    get hasEnded(): boolean {
        return this.#stage === 'ended';
    }

    hangUp(): void {
        this.end({ by: 'local', cause: this.#stage === 'connected' ? 'hung-up' : this.causeOfGivingUp });
    }

    /** A connected call needs no connection to the PBX: its audio goes on. One that is being set up cannot go on without. */
    connectionLost(): void {
        if (this.#stage === 'set-up') this.end({ by: 'system', cause: 'connection-lost' });
    }

    /** Called by the user agent when the call first needs media. */
    openMediaSession(): MediaSession {
        const { media, mediaSessions } = this.parts;
        const mediaSession = mediaSessions(this.session, () => this.#openMicrophone());
        mediaSession.peerConnectionDelegate = {
            onconnectionstatechange: () => this.#onMediaState(mediaSession.peerConnection?.connectionState),
            ontrack: () => {
                if (!this.hasEnded) media.play(this.id, mediaSession.remoteMediaStream);
            }
        };
        return mediaSession;
    }

    /** What it is called when the agent ends the call before it is connected. */
    protected abstract readonly causeOfGivingUp: EndingCause;
    /** RFC 3261 dialog identifiers as far as they are known; null before the first message. */
    protected abstract get dialog(): SipDialog | null;
    /** Tells the other side that a call that is not up will not come about. */
    protected abstract refuse(statusCode: number): Promise<void>;
    /** The session ended before the call was connected, neither by us nor by a message that tells why. */
    protected abstract onSetUpTerminated(): void;
    protected abstract onEstablished(): void;

    /** What the session reports in either direction. */
    protected get delegate(): SessionDelegate {
        return {
            // Without this sip.js would follow any REFER, that is, dial whatever the other side says.
            onRefer: (referral) => void this.#declineReferral(referral)
        };
    }

    protected connect(dialog: SipDialog): void {
        if (this.#stage !== 'set-up') return;
        this.#stage = 'connected';
        this.parts.emit({ type: 'call-connected', callId: this.id, dialog });
    }

    /** Ends the call at once on this side, and tells the other side if it still can be told. Only the first ending counts. */
    protected end(ending: CallEnding, refusal = 480): void {
        if (this.hasEnded) return;
        const { dialog } = this;
        this.#stage = 'ended';
        void this.#release(refusal);
        this.parts.media.stop(this.id);
        this.parts.emit({ type: 'call-ended', callId: this.id, ending, dialog });
    }

    async #release(refusal: number): Promise<void> {
        try {
            const told = this.#tell(refusal);
            // A cancelled session would hold the microphone until the other side agrees, which a lost connection never lets it.
            const closed = this.session.state === SessionState.Terminating ? this.session.dispose() : undefined;
            await Promise.all([told, closed]);
        } catch (error) {
            this.parts.logger.warn('The other side could not be told of the end', { callId: this.id, error: describeError(error) });
        }
    }

    async #tell(refusal: number): Promise<void> {
        switch (this.session.state) {
            case SessionState.Initial:
            case SessionState.Establishing:
                return this.refuse(refusal);
            case SessionState.Established:
                return this.parts.bye(this.session);
            case SessionState.Terminating:
            case SessionState.Terminated:
                return;
        }
    }

    #onSessionState(state: SessionState): void {
        if (this.hasEnded) return;
        if (state === SessionState.Established) this.onEstablished();
        if (state !== SessionState.Terminated) return;
        if (this.#stage === 'connected') this.end({ by: 'remote', cause: 'hung-up' });
        else this.onSetUpTerminated();
    }

    async #declineReferral(referral: Referral): Promise<void> {
        this.parts.logger.warn('A REFER was declined', { callId: this.id });
        try {
            await referral.reject({ statusCode: 603 });
        } catch (error) {
            this.parts.logger.warn('A REFER could not be answered', { callId: this.id, error: describeError(error) });
        }
    }

    async #openMicrophone(): Promise<MediaStream> {
        const stream = await this.#askForMicrophone();
        if (!this.hasEnded) return stream;
        // Hung up while the browser was still asking for permission: nobody else would ever switch this microphone off.
        for (const track of stream.getTracks()) track.stop();
        throw new SipError('call-over', 'The call ended before the microphone was ready');
    }

    async #askForMicrophone(): Promise<MediaStream> {
        try {
            return await this.parts.media.openMicrophone();
        } catch (error) {
            this.end({ by: 'system', cause: 'microphone-unavailable' });
            throw error;
        }
    }

    #onMediaState(state: MediaState | undefined): void {
        if (!state || state === this.#mediaState || this.hasEnded) return;
        this.#mediaState = state;
        this.parts.emit({ type: 'call-media', callId: this.id, media: state });
        if (state === 'connected') this.#hadMedia = true;
        if (state === 'failed' && !this.#hadMedia) this.end({ by: 'system', cause: 'media-failed' });
    }
}
