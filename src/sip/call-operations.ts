import type { Session } from 'sip.js/lib/api/session.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';
import type { SignallingEvent } from '../telephony/signalling';
import { sendDigitByInfo } from './digits';
import { OperationQueue } from './operation-queue';
import { Referral, type ReferralStep } from './referral';
import { isHoldOffer } from './remote-hold';
import { Renegotiation } from './renegotiation';
import { isDialogGone, isSuccess } from './response';

export interface CallOperationsParts {
    readonly callId: CallId;
    readonly session: Session;
    /** Whether this phone made up the Call-ID, that is, dialled. */
    readonly ownsCallId: boolean;
    readonly clock: Clock;
    readonly random: () => number;
    readonly logger: Logger;
    readonly emit: (event: SignallingEvent) => void;
    readonly end: (ending: CallEnding) => void;
    /** Sends digits in the audio; false where the other side does not take them that way. */
    readonly sendTones: (digits: string) => boolean;
}

const HUNG_UP: CallEnding = { by: 'remote', cause: 'hung-up' };
const TRANSFERRED: CallEnding = { by: 'local', cause: 'transferred' };
const PARKED: CallEnding = { by: 'local', cause: 'parked' };

/** What is done to a connected call: hold, digits, transfer, parking. */
export class CallOperations {
    readonly #parts: CallOperationsParts;
    readonly #queue: OperationQueue;
    readonly #renegotiation: Renegotiation;
    #remoteHold = false;
    #referral: Referral | null = null;
    /** The REFER of another call, whose party is to take our place in this one. */
    #replacement: Referral | null = null;
    #cancelRefresh: Cancel = () => undefined;

    constructor(parts: CallOperationsParts) {
        this.#parts = parts;
        this.#queue = new OperationQueue(parts.logger);
        this.#renegotiation = new Renegotiation(parts);
    }

    hold(held: boolean): void {
        this.#queue.add(() => this.#hold(held));
    }

    sendDigits(digits: string): void {
        if (this.#parts.sendTones(digits)) return;
        for (const digit of digits) this.#queue.add(() => this.#sendDigit(digit));
    }

    /** `extraHeaders`: further lines of the REFER. */
    transfer(target: URI, extraHeaders: readonly string[]): void {
        this.#refer('transfer', target, extraHeaders, () => this.#parts.end(TRANSFERRED));
    }

    park(target: URI): void {
        this.#refer('park', target, [], () => this.#parts.end(PARKED));
    }

    /** Lets the party of this call take our place in the other one. */
    transferTo(target: CallOperations, extraHeaders: readonly string[]): void {
        target.#replacement = this.#refer('transfer', target.#parts.session, extraHeaders, () => {
            this.#parts.end(TRANSFERRED);
            target.#parts.end(TRANSFERRED);
        });
    }

    /** The other side made an offer, which was answered. */
    offerAnswered(sdp: string): void {
        const held = isHoldOffer(sdp);
        if (held === null || held === this.#remoteHold) return;
        this.#remoteHold = held;
        this.#parts.emit({ type: 'call-remote-hold', callId: this.#parts.callId, held });
    }

    /**
     * What a BYE of the PBX means at this moment. Having accepted a REFER, a PBX may give our side up before it tells how the transfer went
     * (Asterisk often does so with the call that is replaced), and then nothing is left here that could fail. Before that it is a hang-up.
     */
    endingOfBye(): CallEnding {
        if (this.#referral?.isAccepted) return this.#referral.kind === 'park' ? PARKED : TRANSFERRED;
        return this.#replacement?.isAccepted ? TRANSFERRED : HUNG_UP;
    }

    connectionLost(): void {
        this.#cancelRefresh();
        this.#referral?.connectionLost();
        this.#renegotiation.connectionLost();
    }

    /** There is a connection again. A BYE that the PBX sent meanwhile did not arrive, and the next one would go to where this phone was. */
    connectionRegained(): void {
        this.#renegotiation.connectionRegained();
        this.#queue.add(() => this.#refresh());
    }

    /** The call has ended. */
    close(): void {
        this.#cancelRefresh();
        this.#queue.close();
        this.#referral?.abandon();
    }

    async #hold(held: boolean): Promise<void> {
        const { callId, emit } = this.#parts;
        const outcome = await this.#renegotiation.hold(held);
        if (outcome === 'agreed') emit({ type: held ? 'call-held' : 'call-resumed', callId });
        else if (outcome === 'gone') this.#gone();
        else emit({ type: 'call-hold-failed', callId, statusCode: outcome.statusCode });
    }

    /**
     * Asks a PBX that is still busy with an offer of before the reconnect again. Nothing waits for that: a hold or resume of the agent's
     * that it agrees to meanwhile takes the refresh's place, as it tells the direction too.
     */
    async #refresh(): Promise<void> {
        if (!this.#renegotiation.isSettling) return;
        const { callId, clock, logger } = this.#parts;
        const outcome = await this.#renegotiation.refresh();
        if (outcome === 'gone') return this.#gone();
        if (outcome === 'agreed') return;
        logger.warn('The call was not refreshed', { callId, ...outcome });
        if (outcome.retryIn === null) return;
        this.#cancelRefresh = clock.after(outcome.retryIn, () => this.#queue.add(() => this.#refresh()));
    }

    async #sendDigit(digit: string): Promise<void> {
        const { session, callId, logger } = this.#parts;
        try {
            const response = await sendDigitByInfo(session, digit);
            if (isDialogGone(response)) this.#gone();
            else if (!isSuccess(response)) logger.warn('A digit was refused', { callId, statusCode: response.statusCode });
        } catch (error) {
            logger.warn('A digit was not sent', { callId, error: describeError(error) });
        }
    }

    #refer(kind: Referral['kind'], target: URI | Session, extraHeaders: readonly string[], onDone: () => void): Referral {
        // The model asks for one transfer at a time; whatever asks for a second one is answered with the first.
        if (this.#referral?.isUnderway) return this.#referral;
        const { session, clock, logger } = this.#parts;
        const onStep = (step: ReferralStep): void => (step === 'done' ? onDone() : this.#onReferral(step));
        const referral = new Referral({ session, kind, clock, logger, onStep });
        this.#referral = referral;
        this.#queue.add(() => referral.send(target, extraHeaders));
        return referral;
    }

    #onReferral(step: Exclude<ReferralStep, 'done'>): void {
        const { callId, emit } = this.#parts;
        if (step === 'gone') this.#gone();
        else if (step === 'accepted') emit({ type: 'call-transfer-accepted', callId });
        else if (step === 'progressing') emit({ type: 'call-transfer-progressing', callId });
        else emit({ type: 'call-transfer-failed', callId, failure: step.failure });
    }

    /**
     * The PBX ended the call, and its BYE did not get through: to the agent that is a hang-up. Our own BYE, which it will not know what to
     * do with either, makes sip.js let go of the session.
     */
    #gone(): void {
        this.#parts.logger.warn('The PBX does not know the call any more', { callId: this.#parts.callId });
        this.#parts.end(HUNG_UP);
    }
}
