import { SessionDialog } from 'sip.js/lib/core/dialogs/session-dialog.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { OutgoingInviteRequest } from 'sip.js/lib/core/messages/methods/invite.js';
import type { OutgoingRequestDelegate } from 'sip.js/lib/core/messages/outgoing-request.js';
import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { AUDIO_ONLY } from './media-session';
import { finalResponse, isDialogGone, isFromPbx, isSuccess } from './response';

export interface RenegotiationParts {
    readonly session: Session;
    /** Whether this phone made up the Call-ID, that is, dialled. */
    readonly ownsCallId: boolean;
    readonly clock: Clock;
    /** A number from 0 up to 1. */
    readonly random: () => number;
    readonly logger: Logger;
}

/** `gone`: the PBX does not know the call. `statusCode` is null where the PBX could not be asked. */
export type HoldOutcome = 'agreed' | 'gone' | { readonly statusCode: number | null };

/** Both sides may have asked in the same moment: Request Pending. */
const GLARE = { statusCode: 491 };
const MOST_ATTEMPTS = 4;

/**
 * Puts a call on hold and resumes it by re-INVITE (RFC 3264 section 8.4). The direction of the audio is what the PBX last agreed to, also
 * in the answers to its own offers.
 */
export class Renegotiation {
    readonly #parts: RenegotiationParts;
    #held = false;

    constructor(parts: RenegotiationParts) {
        this.#parts = parts;
    }

    /** Asks for the same again, to learn whether the PBX still knows the call, and to tell it where this phone is now. */
    refresh(): Promise<HoldOutcome> {
        return this.hold(this.#held);
    }

    /** The ACK for our last answer may be lost with the connection; sip.js would wait for it for ever, and let no offer out. */
    connectionLost(): void {
        const { dialog } = this.#parts.session;
        if (dialog instanceof SessionDialog) dialog.reinviteUserAgentServer = undefined;
    }

    async hold(held: boolean): Promise<HoldOutcome> {
        for (let attempt = 1; ; attempt += 1) {
            const outcome = await this.#offer(held);
            const isGlare = typeof outcome === 'object' && outcome.statusCode === GLARE.statusCode;
            if (!isGlare || attempt === MOST_ATTEMPTS) return outcome;
            await this.#waitOutGlare();
        }
    }

    async #offer(held: boolean): Promise<HoldOutcome> {
        if (this.#isAnswering) return GLARE;
        try {
            const response = await finalResponse((delegate) => this.#send(held, delegate));
            if (isDialogGone(response)) return 'gone';
            if (!isSuccess(response)) return { statusCode: isFromPbx(response) ? (response.statusCode ?? null) : null };
            this.#answerWith(held);
            this.#held = held;
            return 'agreed';
        } catch (error) {
            this.#parts.logger.warn('The re-INVITE was not sent', { error: describeError(error) });
            await this.#parts.session.sessionDescriptionHandler?.rollbackDescription?.();
            return { statusCode: null };
        }
    }

    /** The PBX's own offer is not answered yet, or the ACK is on its way. sip.js would take our offer for the answer. */
    get #isAnswering(): boolean {
        const { dialog } = this.#parts.session;
        return dialog instanceof SessionDialog && dialog.reinviteUserAgentServer !== undefined;
    }

    async #send(held: boolean, requestDelegate: OutgoingRequestDelegate): Promise<void> {
        const sent = this.#parts.session.invite({ sessionDescriptionHandlerOptions: directionFor(held), requestDelegate });
        // sip.js keeps the options of an offer for its next answer, even if the offer is refused.
        this.#answerWith(this.#held);
        // Session.invite promises an OutgoingInviteRequest; of a redirection its own delegate tells nobody.
        const request: OutgoingInviteRequest = await sent;
        const { delegate } = request;
        if (delegate) delegate.onRedirect = (response) => delegate.onReject?.(response);
    }

    #answerWith(held: boolean): void {
        this.#parts.session.sessionDescriptionHandlerOptionsReInvite = directionFor(held);
    }

    /** RFC 3261 section 14.1: 2.1 to 4 seconds for the owner of the Call-ID, 0 to 2 seconds for the other side, in units of 10 ms. */
    #waitOutGlare(): Promise<void> {
        const { ownsCallId, clock, random } = this.#parts;
        const units = ownsCallId ? 210 + Math.floor(random() * 191) : Math.floor(random() * 201);
        return new Promise((resolve) => {
            clock.after(units * 10, resolve);
        });
    }
}

function directionFor(hold: boolean): typeof AUDIO_ONLY & { readonly hold: boolean } {
    return { ...AUDIO_ONLY, hold };
}
