import { Inviter } from 'sip.js/lib/api/inviter.js';
import type { Session } from 'sip.js/lib/api/session.js';
import { SessionDialog } from 'sip.js/lib/core/dialogs/session-dialog.js';
import type { OutgoingInviteRequest } from 'sip.js/lib/core/messages/methods/invite.js';
import type { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import type { OutgoingRequestMessage } from 'sip.js/lib/core/messages/outgoing-request-message.js';
import type { OutgoingRequestDelegate } from 'sip.js/lib/core/messages/outgoing-request.js';
import { InviteServerTransaction } from 'sip.js/lib/core/transactions/invite-server-transaction.js';
import type { ServerTransaction } from 'sip.js/lib/core/transactions/server-transaction.js';
import { TransactionState } from 'sip.js/lib/core/transactions/transaction-state.js';
import { UserAgentClient } from 'sip.js/lib/core/user-agents/user-agent-client.js';
import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { sendLateAck } from './late-ack';
import { failRequest } from './lost-connection';
import { AUDIO_ONLY } from './media-session';
import { finalResponse, isDialogGone, isFromPbx, isSuccess, retryAfterOf } from './response';

export interface RenegotiationParts {
    readonly session: Session;
    /** Whether this phone made up the Call-ID, that is, dialled. */
    readonly ownsCallId: boolean;
    readonly clock: Clock;
    /** A number from 0 up to 1. */
    readonly random: () => number;
    readonly logger: Logger;
}

export interface HoldRefusal {
    /** Null where the PBX could not be asked. */
    readonly statusCode: number | null;
    /** Milliseconds after which the PBX may agree to the same offer. Null: it will not. */
    readonly retryIn: number | null;
}

/** `gone`: the PBX does not know the call. */
export type HoldOutcome = 'agreed' | 'gone' | HoldRefusal;

const NOT_ASKED: HoldRefusal = { statusCode: null, retryIn: null };
/** Milliseconds that an agent who has pressed the button waits for a PBX that cannot agree yet. */
const PATIENCE = 12_000;
/** Milliseconds for which a PBX may still be busy with an offer of before the reconnect: 64*T1 (RFC 3261 section 13.3.1.4), and some. */
const SETTLING = 40_000;
/** Milliseconds, where a PBX that is busy does not tell for how long. */
const RETRY = 2_000;
/** Milliseconds: 64*T1. sip.js itself gives up only a re-INVITE to which nothing at all came back, not even 100 (timer B). */
const ANSWER_LIMIT = 32_000;

/**
 * Puts a call on hold and resumes it by re-INVITE (RFC 3264 section 8.4). The direction of the audio is what the PBX last agreed to, also
 * in the answers to its own offers.
 */
export class Renegotiation {
    readonly #parts: RenegotiationParts;
    #held = false;
    /** Our INVITEs whose ACK the PBX may still be waiting for if the connection breaks. */
    readonly #unconfirmed: OutgoingRequestMessage[] = [];
    /** The PBX's last INVITE that it had not confirmed when the connection broke. sip.js repeats its answer for 32 s, later not at all. */
    #unconfirmedAnswer: ServerTransaction | null = null;
    /** Until when the PBX may be busy with what the last connection left behind. */
    #settledAt = 0;

    constructor(parts: RenegotiationParts) {
        this.#parts = parts;
        if (parts.session instanceof Inviter) this.#unconfirmed.push(parts.session.request);
    }

    /** The PBX has not agreed to anything since the connection came back, and may still do so. */
    get isSettling(): boolean {
        return this.#parts.clock.now() < this.#settledAt;
    }

    /** Asks once for the same again: whether the PBX still knows the call, to tell it where this phone is now and what we have agreed to. */
    refresh(): Promise<HoldOutcome> {
        return this.#offer(this.#held);
    }

    async hold(held: boolean): Promise<HoldOutcome> {
        const { clock } = this.#parts;
        const limit = clock.now() + PATIENCE;
        for (;;) {
            const outcome = await this.#offer(held);
            if (typeof outcome === 'string' || outcome.retryIn === null || clock.now() + outcome.retryIn > limit) return outcome;
            await this.#wait(outcome.retryIn);
        }
    }

    /** The ACK for our last answer may be lost with the connection; sip.js would wait for it for ever, and let no offer out. */
    connectionLost(): void {
        const { dialog } = this.#parts.session;
        if (!(dialog instanceof SessionDialog) || !dialog.reinviteUserAgentServer) return;
        this.#unconfirmedAnswer = dialog.reinviteUserAgentServer.transaction;
        dialog.reinviteUserAgentServer = undefined;
    }

    /** Repeats our answer to the PBX's last offer if it may be lost: until it comes the PBX takes no offer (RFC 3261 section 14.2). */
    connectionRegained(): void {
        this.#settledAt = this.#parts.clock.now() + SETTLING;
        if (this.#unconfirmedAnswer instanceof InviteServerTransaction) this.#unconfirmedAnswer.retransmitAcceptedResponse();
    }

    /** Lets the PBX be done with our earlier offers, so that it takes the next one. */
    async #confirm(): Promise<void> {
        const { dialog } = this.#parts.session;
        if (!(dialog instanceof SessionDialog)) return;
        for (const { cseq } of this.#unconfirmed) await sendLateAck(dialog, cseq);
    }

    async #offer(held: boolean): Promise<HoldOutcome> {
        // Both sides have asked in the same moment: Request Pending.
        if (this.#isAnswering) return this.#refusal(491);
        let cancelLimit: Cancel = () => undefined;
        try {
            if (this.isSettling) await this.#confirm();
            const response = await finalResponse(async (delegate) => {
                cancelLimit = this.#limit(await this.#send(held, delegate));
            });
            if (isDialogGone(response)) return 'gone';
            if (!isSuccess(response)) return this.#refused(response);
            this.#agreed(held);
            return 'agreed';
        } catch (error) {
            this.#parts.logger.warn('The re-INVITE was not sent', { error: describeError(error) });
            await this.#rollBack();
            return NOT_ASKED;
        } finally {
            cancelLimit();
        }
    }

    #agreed(held: boolean): void {
        this.#answerWith(held);
        this.#held = held;
        this.#settledAt = 0;
        this.#unconfirmed.splice(0, this.#unconfirmed.length - 1); // the ACK of the last one may be lost, too
    }

    #refused(response: IncomingResponseMessage): HoldRefusal {
        if (!isFromPbx(response)) return NOT_ASKED;
        this.#unconfirmed.pop(); // its transaction has sent the ACK (RFC 3261 section 17.1.1.3)
        return this.#refusal(response.statusCode ?? 0, retryAfterOf(response));
    }

    #refusal(statusCode: number, retryAfter = 0): HoldRefusal {
        if (statusCode === 491) return { statusCode, retryIn: this.#glareDelay() };
        // RFC 3261 section 14.2: what a PBX answers that is not done with an earlier offer.
        if (statusCode === 500 && this.isSettling) return { statusCode, retryIn: retryAfter || RETRY };
        return { statusCode, retryIn: null };
    }

    /** The PBX's own offer is not answered yet, or the ACK is on its way. sip.js would take our offer for the answer. */
    get #isAnswering(): boolean {
        const { dialog } = this.#parts.session;
        if (!(dialog instanceof SessionDialog)) return false;
        // No ACK comes any more (RFC 3261 section 13.3.1.4); sip.js would let no offer out for the rest of the call.
        if (dialog.reinviteUserAgentServer?.transaction.state === TransactionState.Terminated) dialog.reinviteUserAgentServer = undefined;
        return dialog.reinviteUserAgentServer !== undefined;
    }

    async #send(held: boolean, requestDelegate: OutgoingRequestDelegate): Promise<OutgoingInviteRequest> {
        const sent = this.#parts.session.invite({ sessionDescriptionHandlerOptions: directionFor(held), requestDelegate });
        // sip.js keeps the options of an offer for its next answer, even if the offer is refused.
        this.#answerWith(this.#held);
        // Session.invite promises an OutgoingInviteRequest; of a redirection its own delegate tells nobody.
        const request: OutgoingInviteRequest = await sent;
        this.#unconfirmed.push(request.message);
        const { delegate } = request;
        if (delegate) delegate.onRedirect = (response) => delegate.onReject?.(response);
        return request;
    }

    #limit(request: OutgoingInviteRequest): Cancel {
        const { clock, logger } = this.#parts;
        return clock.after(ANSWER_LIMIT, () => {
            if (request instanceof UserAgentClient) failRequest(request, logger);
        });
    }

    async #rollBack(): Promise<void> {
        const { session, logger } = this.#parts;
        try {
            await session.sessionDescriptionHandler?.rollbackDescription?.();
        } catch (error) {
            logger.warn('An offer was not taken back', { error: describeError(error) });
        }
    }

    #answerWith(held: boolean): void {
        this.#parts.session.sessionDescriptionHandlerOptionsReInvite = directionFor(held);
    }

    /** RFC 3261 section 14.1: 2.1 to 4 seconds for the owner of the Call-ID, 0 to 2 seconds for the other side, in units of 10 ms. */
    #glareDelay(): number {
        const { ownsCallId, random } = this.#parts;
        const units = ownsCallId ? 210 + Math.floor(random() * 191) : Math.floor(random() * 201);
        return units * 10;
    }

    #wait(delay: number): Promise<void> {
        return new Promise((resolve) => {
            this.#parts.clock.after(delay, resolve);
        });
    }
}

function directionFor(hold: boolean): typeof AUDIO_ONLY & { readonly hold: boolean } {
    return { ...AUDIO_ONLY, hold };
}
