import { SessionState } from 'sip.js/lib/api/session-state.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { Message } from 'sip.js/lib/api/message.js';
import type { Referral } from 'sip.js/lib/api/referral.js';
import type { SessionDelegate } from 'sip.js/lib/api/session-delegate.js';
import type { IncomingMessage } from 'sip.js/lib/core/messages/incoming-message.js';
import { IncomingRequestMessage } from 'sip.js/lib/core/messages/incoming-request-message.js';
import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallEnding, EndingCause } from '../telephony/call-ending';
import { isSameParty, type CallId, type MediaState, type RemoteParty, type SipDialog } from '../telephony/call';
import type { SignallingEvent } from '../telephony/signalling';
import type { CallMedia, OutgoingAudio } from './call-media';
import { CallOperations } from './call-operations';
import type { MediaSession, MediaSessionFactory } from './media-session';
import type { OutstandingEndings } from './outstanding-endings';
import { assertedParty } from './remote-party';
import { SipError } from './sip-error';

export interface SipCallParts {
    /** Of this phone: what names it does not name the other party. */
    readonly extension: string;
    readonly media: CallMedia;
    readonly mediaSessions: MediaSessionFactory;
    readonly clock: Clock;
    /** A number from 0 up to 1. */
    readonly random: () => number;
    readonly emit: (event: SignallingEvent) => void;
    readonly endings: OutstandingEndings;
    /** Waited for before the PBX is told anything of the call; see SipPhoneParts. */
    readonly ready: (callId: CallId) => Promise<void>;
    /** A MESSAGE that came in the call's dialog. */
    readonly onMessage: (message: Message) => void;
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
    /** What can be done to it once it is connected. */
    readonly operations: CallOperations;
    protected readonly parts: SipCallParts;
    /** The other party, as far as it was told. */
    protected remote: RemoteParty | null = null;
    #stage: 'set-up' | 'connected' | 'ended' = 'set-up';
    #mediaSession: MediaSession | null = null;
    /** Open, and not yet in the hands of the media session. */
    #microphone: MediaStream | null = null;
    #mediaState: MediaState = 'new';
    #hadMedia = false;
    #gotBye = false;
    /** What the PBX told last about the other party: P-Asserted-Identity and Privacy, as they came. */
    #assertion = '';

    protected constructor(id: CallId, session: Session, ownsCallId: boolean, parts: SipCallParts) {
        this.id = id;
        this.session = session;
        this.parts = parts;
        this.operations = new CallOperations({
            callId: id,
            session,
            ownsCallId,
            clock: parts.clock,
            random: parts.random,
            logger: parts.logger,
            emit: (event) => this.report(event),
            end: (ending) => this.end(ending),
            sendTones: (digits) => this.#mediaSession?.sendTones(digits) ?? false
        });
        session.stateChange.addListener((state) => this.#onSessionState(state));
    }

    get isConnected(): boolean {
        return this.#stage === 'connected';
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
        else this.operations.connectionLost();
    }

    connectionRegained(): void {
        if (this.#stage === 'connected') this.operations.connectionRegained();
    }

    /** Resolves when nothing of the session is left at the other side either, or after `limit` milliseconds. */
    isOver(limit: number): Promise<void> {
        return new Promise((resolve) => {
            if (this.session.state === SessionState.Terminated) return resolve();
            const cancelLimit = this.parts.clock.after(limit, resolve);
            this.session.stateChange.addListener((state) => {
                if (state !== SessionState.Terminated) return;
                cancelLimit();
                resolve();
            });
        });
    }

    /** Called by the user agent when the call first needs media. */
    openMediaSession(): MediaSession {
        const { media, mediaSessions } = this.parts;
        const mediaSession = mediaSessions(this.session, () => this.#openMicrophone(mediaSession));
        this.#mediaSession = mediaSession;
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
            onRefer: (referral) => void this.#declineReferral(referral),
            onMessage: (message) => this.parts.onMessage(message),
            onBye: (bye) => {
                this.#gotBye = true;
                void bye.accept();
            },
            onInvite: (request, _response, statusCode) => {
                if (statusCode !== 200) return;
                this.identify(request);
                this.operations.offerAnswered(request.body);
            }
        };
    }

    /** Takes over what the PBX tells about the other party, if that is news. */
    protected identify(message: IncomingMessage): void {
        const assertedIdentity = message.getHeader('P-Asserted-Identity');
        const privacy = message.getHeader('Privacy');
        const assertion = `${assertedIdentity ?? ''} ${privacy ?? ''}`;
        const isRepeated = assertion === this.#assertion;
        this.#assertion = assertion;
        const remote = assertedParty({ assertedIdentity, privacy });
        if (!remote || isRepeated || remote.number === this.parts.extension) return;
        // Whoever answers and does not want to be named is still known by the number that was dialled. In a re-INVITE it is somebody new.
        if (remote.absence === 'withheld' && !(message instanceof IncomingRequestMessage)) return;
        if (this.remote && isSameParty(remote, this.remote)) return;
        this.remote = remote;
        this.report({ type: 'call-identified', callId: this.id, remote });
    }

    /** Nothing is told of a call that has ended. */
    protected report(event: SignallingEvent): void {
        if (!this.hasEnded) this.parts.emit(event);
    }

    protected connect(dialog: SipDialog): void {
        if (this.#stage !== 'set-up') return;
        this.#stage = 'connected';
        this.#measure();
        this.parts.emit({ type: 'call-connected', callId: this.id, dialog });
    }

    #measure(): void {
        const mediaSession = this.#mediaSession;
        if (mediaSession) this.parts.media.measure(this.id, () => mediaSession.statistics());
    }

    /** Ends the call at once on this side, and tells the other side if it still can be told. Only the first ending counts. */
    protected end(ending: CallEnding, refusal = 480): void {
        if (this.hasEnded) return;
        const { dialog } = this;
        this.#stage = 'ended';
        this.operations.close();
        this.#closeMicrophone();
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
                return this.parts.endings.bye(this.session);
            case SessionState.Terminating:
            case SessionState.Terminated:
                return;
        }
    }

    #onSessionState(state: SessionState): void {
        if (this.hasEnded) return;
        if (state === SessionState.Established) this.onEstablished();
        if (state !== SessionState.Terminated) return;
        if (this.#stage === 'set-up') return this.onSetUpTerminated();
        // Without a BYE sip.js itself gave up: it could make nothing of what the PBX answered to a re-INVITE.
        this.end(this.#gotBye ? this.operations.endingOfBye() : { by: 'system', cause: 'media-failed' });
    }

    async #declineReferral(referral: Referral): Promise<void> {
        this.parts.logger.warn('A REFER was declined', { callId: this.id });
        try {
            await referral.reject({ statusCode: 603 });
        } catch (error) {
            this.parts.logger.warn('A REFER could not be answered', { callId: this.id, error: describeError(error) });
        }
    }

    /** INVITE and 200 tell this side's media, so neither leaves before the microphone is open and the call ready. */
    async #openMicrophone(outgoing: OutgoingAudio): Promise<MediaStream> {
        const ready = this.parts.ready(this.id);
        const stream = await this.#askForMicrophone(outgoing);
        this.#microphone = stream;
        if (!this.hasEnded) await ready;
        // Hung up while the browser was still asking for permission: nobody else would ever switch this microphone off.
        if (this.hasEnded) this.#closeMicrophone();
        this.#microphone = null;
        if (this.hasEnded) throw new SipError('call-over', 'The call ended before it was ready');
        return stream;
    }

    #closeMicrophone(): void {
        for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    }

    async #askForMicrophone(outgoing: OutgoingAudio): Promise<MediaStream> {
        try {
            return await this.parts.media.openMicrophone(this.id, outgoing);
        } catch (error) {
            this.end({ by: 'system', cause: 'microphone-unavailable' });
            throw error;
        }
    }

    #onMediaState(state: MediaState | undefined): void {
        if (!state || state === this.#mediaState || this.hasEnded) return;
        this.#mediaState = state;
        this.report({ type: 'call-media', callId: this.id, media: state });
        if (state === 'connected') this.#hadMedia = true;
        if (state === 'failed' && !this.#hadMedia) this.end({ by: 'system', cause: 'media-failed' });
    }
}
