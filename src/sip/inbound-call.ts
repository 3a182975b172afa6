import type { Invitation } from 'sip.js/lib/api/invitation.js';
import { describeError } from '../base/errors';
import type { CallEnding } from '../telephony/call-ending';
import type { CallId, SipDialog } from '../telephony/call';
import type { CallHeaderNames } from '../telephony/call-settings';
import { readAutoAnswer, readDetails, readReturn } from './offered-call';
import { readRecord } from './record-header';
import { remoteParty } from './remote-party';
import { reasonsOf } from './response';
import { SipCall, type SipCallParts } from './sip-call';
import { endingOfCancel } from './status-codes';

/** Declined: the person is there and does not want the call (RFC 3261 section 21.6.2). Busy: the person is on another one (21.4.24). */
const REFUSALS = { declined: 603, busy: 486 } as const;

/** A call that the PBX offers: 180, the answer or refusal, CANCEL. */
export class InboundCall extends SipCall {
    protected readonly causeOfGivingUp = 'declined';
    readonly #invitation: Invitation;
    /** `answered`: 200 was sent, ACK has not arrived. */
    #step: 'offered' | 'answering' | 'answered' = 'offered';
    #cancelled: CallEnding | null = null;

    constructor(id: CallId, invitation: Invitation, parts: SipCallParts) {
        super(id, invitation, false, parts);
        this.#invitation = invitation;
        invitation.delegate = {
            ...this.delegate,
            // RFC 3261 section 13.3.1.4: the call stands once the caller has acknowledged the answer.
            onAck: () => this.connect(this.dialog),
            onCancel: ({ request }) => {
                this.#cancelled = endingOfCancel(reasonsOf(request));
            }
        };
    }

    /** Offers the call to the agent, and lets it ring at the caller's side. */
    async offer(headerNames: CallHeaderNames): Promise<void> {
        const { request } = this.#invitation;
        const remote = remoteParty({
            from: { user: request.from.uri.user, host: request.from.uri.host, displayName: request.from.displayName },
            assertedIdentity: request.getHeader('P-Asserted-Identity'),
            privacy: request.getHeader('Privacy')
        });
        this.remote = remote;
        const returned = readReturn(request);
        if (returned === undefined) this.parts.logger.warn('A return header makes no sense', { callId: this.id });
        const record = readRecord(request);
        if (record === undefined) this.parts.logger.warn('A record header makes no sense', { callId: this.id });
        this.parts.emit({
            type: 'call-offered',
            callId: this.id,
            remote,
            details: readDetails(request, headerNames),
            returned: returned ?? null,
            record: record ?? null,
            autoAnswerAfter: readAutoAnswer(request),
            dialog: this.dialog
        });
        if (this.hasEnded) return; // refused by whoever it was offered to
        await this.parts.ready(this.id);
        if (this.hasEnded || this.#step !== 'offered') return; // an end or an answer needs no ringing any more
        try {
            await this.#invitation.progress();
        } catch (error) {
            this.parts.logger.warn('The caller could not be told that it rings', { callId: this.id, error: describeError(error) });
        }
    }

    async answer(): Promise<void> {
        if (this.hasEnded || this.#step !== 'offered') return;
        this.#step = 'answering';
        try {
            await this.#invitation.accept();
            this.#step = 'answered';
        } catch (error) {
            if (this.hasEnded) return; // the microphone's failure, or the caller gave up meanwhile
            this.parts.logger.error('The call could not be answered', { callId: this.id, error: describeError(error) });
            this.end({ by: 'system', cause: 'media-failed' }, 488);
        }
    }

    decline(cause: keyof typeof REFUSALS): void {
        this.end({ by: cause === 'busy' ? 'system' : 'local', cause }, REFUSALS[cause]);
    }

    protected get dialog(): SipDialog {
        const { callId, toTag, fromTag } = this.#invitation.request;
        return { callId, localTag: toTag, remoteTag: fromTag };
    }

    protected refuse(statusCode: number): Promise<void> {
        return this.#invitation.reject({ statusCode });
    }

    protected onEstablished(): void {
        // not before the ACK
    }

    protected onSetUpTerminated(): void {
        if (this.#cancelled) return this.end(this.#cancelled);
        switch (this.#step) {
            case 'offered': // nobody pressed anything until the INVITE expired
                return this.end({ by: 'system', cause: 'no-answer' });
            case 'answering': // `answer` tells what went wrong
                return;
            case 'answered': // no ACK within 64*T1 (RFC 3261 section 13.3.1.4)
                return this.end({ by: 'system', cause: 'connection-lost' });
        }
    }
}
