import type { Notification } from 'sip.js/lib/api/notification.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { TransferFailure, TransferFailureCause } from '../telephony/transfer';
import { finalResponse, isDialogGone, isFromPbx, isSuccess, reasonsOf } from './response';
import { failureOfTransfer } from './status-codes';

export interface ReferralParts {
    readonly session: Session;
    readonly kind: 'transfer' | 'park';
    readonly clock: Clock;
    readonly logger: Logger;
    readonly onStep: (step: ReferralStep) => void;
}

/** `gone`: the PBX does not know the call any more. */
export type ReferralStep = 'accepted' | 'progressing' | 'done' | 'gone' | { readonly failure: TransferFailure };

/** Milliseconds from the acceptance to the last NOTIFY. Asterisk keeps the call for us no longer than a minute. */
const TRANSFER_LIMIT = 60_000;
/** A lot that takes calls at once tells at once; one that speaks the slot number to them first takes about 3 s. */
const PARK_LIMIT = 5_000;

/**
 * One REFER (RFC 3515): asks the PBX to lead the other party of a call somewhere else, and follows what becomes of that.
 *
 *     requested ──2xx──▶ accepted ──NOTIFY 1xx──▶ progressing ──NOTIFY 2xx──▶ done
 *         └──────────────────┴──refusal, NOTIFY 3xx–6xx, lost connection, silence──▶ failed
 *
 * A NOTIFY may overtake the answer to its REFER (section 2.4.4).
 */
export class Referral {
    readonly #parts: ReferralParts;
    #status: 'requested' | 'accepted' | 'progressing' | 'done' | 'failed' = 'requested';
    #cancelLimit: Cancel = () => undefined;

    constructor(parts: ReferralParts) {
        this.#parts = parts;
    }

    get kind(): 'transfer' | 'park' {
        return this.#parts.kind;
    }

    get isUnderway(): boolean {
        return this.#status !== 'done' && this.#status !== 'failed';
    }

    /** The PBX has taken the matter on, and has not told of a failure. */
    get isAccepted(): boolean {
        return this.#status !== 'requested' && this.#status !== 'failed';
    }

    /** Resolves when the REFER was answered. A session as the target: its party is to be replaced by ours (RFC 3891). */
    async send(target: URI | Session, extraHeaders: readonly string[]): Promise<void> {
        const { session, logger } = this.#parts;
        try {
            await finalResponse(
                (requestDelegate) =>
                    session.refer(target, {
                        requestDelegate,
                        requestOptions: { extraHeaders: [...extraHeaders] },
                        onNotify: (notification) => this.#onNotify(notification)
                    }),
                (response) => this.#onResponse(response)
            );
        } catch (error) {
            logger.warn('The REFER was not sent', { error: describeError(error) });
            this.#fail('refused');
        }
    }

    connectionLost(): void {
        if (this.isAccepted) this.#fail('connection-lost');
    }

    /** The call has ended: nobody is to hear of this any more. What was accepted counts as done. */
    abandon(): void {
        this.#close(this.isAccepted ? 'done' : 'failed');
    }

    #onResponse(response: IncomingResponseMessage): void {
        if (!this.isUnderway) return;
        if (isDialogGone(response)) return this.#finish('gone');
        if (!isFromPbx(response)) return this.#fail('connection-lost');
        if (!isSuccess(response)) return this.#finish({ failure: failureOfTransfer(response.statusCode ?? 0, reasonsOf(response)) });
        const { kind, clock, onStep } = this.#parts;
        if (this.#status === 'requested') {
            this.#status = 'accepted';
            onStep('accepted');
        }
        this.#cancelLimit = clock.after(kind === 'park' ? PARK_LIMIT : TRANSFER_LIMIT, () => this.#onSilence());
    }

    #onNotify(notification: Notification): void {
        void notification.accept();
        const { request } = notification;
        if (!this.isUnderway || !/^message\/sipfrag\b/i.test(request.getHeader('content-type') ?? '')) return;
        const statusCode = statusOfFragment(request.body);
        if (statusCode === null) return this.#parts.logger.warn('A NOTIFY without a status line', { sipCallId: request.callId });
        if (statusCode >= 300) return this.#finish({ failure: failureOfTransfer(statusCode, { q850: null, sip: null }) });
        if (statusCode >= 200) return this.#finish('done');
        if (statusCode === 100 || this.#status === 'progressing') return;
        this.#status = 'progressing';
        this.#parts.onStep('progressing');
    }

    /** Asterisk parks what it has accepted to park, and tells of it only after it spoke the slot number. */
    #onSilence(): void {
        if (this.#parts.kind === 'park') this.#finish('done');
        else this.#fail('no-reply');
    }

    #fail(cause: TransferFailureCause): void {
        this.#finish({ failure: { cause, foreseen: false } });
    }

    #finish(step: ReferralStep): void {
        if (!this.isUnderway) return;
        this.#close(step === 'done' ? 'done' : 'failed');
        this.#parts.onStep(step);
    }

    #close(status: 'done' | 'failed'): void {
        this.#status = status;
        this.#cancelLimit();
    }
}

/** Of a `message/sipfrag` only the status line counts (RFC 3515 section 2.4.5). */
function statusOfFragment(body: string): number | null {
    const match = /^SIP\/2\.0 ([1-6]\d\d)(?=\s|$)/.exec(body);
    return match ? Number(match[1]) : null;
}
