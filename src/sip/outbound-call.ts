import { Inviter } from 'sip.js/lib/api/inviter.js';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import type { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import type { OutgoingInviteRequest, PrackableIncomingResponseWithSession } from 'sip.js/lib/core/messages/methods/invite.js';
import type { Session as Dialog } from 'sip.js/lib/core/session/session.js';
import type { IncomingResponse } from 'sip.js/lib/core/messages/incoming-response.js';
import { UserAgentClient } from 'sip.js/lib/core/user-agents/user-agent-client.js';
import { describeError } from '../base/errors';
import type { CallId, SipDialog } from '../telephony/call';
import { AUDIO_ONLY } from './media-session';
import { isFromPbx, reasonsOf } from './response';
import { SipCall, type SipCallParts } from './sip-call';
import { endingOfRefusal } from './status-codes';

/** A call that this phone dialled: INVITE, its provisional and final responses, CANCEL. */
export class OutboundCall extends SipCall {
    protected readonly causeOfGivingUp = 'cancelled';
    readonly #inviter: Inviter;
    #dialog: SipDialog | null = null;
    #ringing = false;
    /** Null while the offer is being made: there is nothing to cancel. */
    #sent: UserAgentClient | null = null;
    #earlyDialog: Dialog | null = null;

    /** `extraHeaders`: further lines of the INVITE. */
    constructor(id: CallId, userAgent: UserAgent, target: URI, extraHeaders: readonly string[], parts: SipCallParts) {
        // The announcements of the telephone network ("the number you have dialled…") come as early media. sip.js can play them as long as
        // the INVITE does not fork, and a PBX is a back-to-back user agent: it answers for itself.
        const inviter = new Inviter(userAgent, target, {
            earlyMedia: true,
            extraHeaders: [...extraHeaders],
            sessionDescriptionHandlerOptions: AUDIO_ONLY
        });
        super(id, inviter, true, parts);
        this.#inviter = inviter;
        inviter.delegate = this.delegate;
    }

    async invite(): Promise<void> {
        try {
            const invite: OutgoingInviteRequest = await this.#inviter.invite({
                requestDelegate: {
                    onProgress: (response: PrackableIncomingResponseWithSession) => this.#onProgress(response),
                    onAccept: (response) => this.#onAccept(response),
                    onRedirect: (response) => this.#onRefusal(response),
                    onReject: (response) => this.#onRefusal(response)
                }
            });
            if (invite instanceof UserAgentClient) this.#sent = invite;
        } catch (error) {
            if (this.hasEnded) return; // the microphone's failure, or a hang-up while the offer was being made
            this.parts.logger.error('The INVITE could not be made', { callId: this.id, error: describeError(error) });
            this.end({ by: 'system', cause: 'media-failed' });
        }
    }

    protected get dialog(): SipDialog | null {
        if (this.#dialog || this.session.state === SessionState.Initial) return this.#dialog;
        return this.#dialogWith(null);
    }

    protected refuse(): Promise<void> {
        this.#giveUp();
        return this.#inviter.cancel();
    }

    protected onEstablished(): void {
        this.#dialog = this.#dialogWith(this.session.dialog?.remoteTag ?? null);
        this.connect(this.#dialog);
    }

    protected onSetUpTerminated(): void {
        // The response that ended it follows in this same turn and tells why; `invite` and `onAccept` cover what ends without one.
    }

    #onProgress({ message, session }: PrackableIncomingResponseWithSession): void {
        if (this.session.state === SessionState.Terminated) return this.#failUnlessEstablished();
        if (this.hasEnded) return;
        this.#earlyDialog = session;
        if (message.statusCode === 180 && !this.#ringing) {
            this.#ringing = true;
            this.#dialog = this.#dialogWith(message.toTag || null);
            this.parts.emit({ type: 'call-ringing', callId: this.id, dialog: this.#dialog });
        }
        this.identify(message);
    }

    #onAccept({ message }: IncomingResponse): void {
        this.#failUnlessEstablished();
        this.identify(message);
    }

    #onRefusal({ message }: IncomingResponse): void {
        const statusCode = message.statusCode ?? 0;
        if (isFromPbx(message)) {
            if (this.#sent) this.parts.endings.refused(this.#sent);
            this.end(endingOfRefusal(statusCode, reasonsOf(message)));
        } else {
            this.#giveUp();
            this.end({ by: 'system', cause: 'connection-lost' });
        }
    }

    #giveUp(): void {
        if (this.#sent) this.parts.endings.giveUp(this.#sent, this.#inviter.dialog ?? this.#earlyDialog);
    }

    /** The answer was there, but no media could be made of it. */
    #failUnlessEstablished(): void {
        if (this.session.state === SessionState.Terminated) this.end({ by: 'system', cause: 'media-failed' });
    }

    #dialogWith(remoteTag: string | null): SipDialog {
        const { callId, fromTag } = this.#inviter.request;
        return { callId, localTag: fromTag, remoteTag };
    }
}
