import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { decideDial, type DialPlan } from '../phone-number/dial-plan';
import { formatNumber } from '../phone-number/format-number';
import type { Call, CallId, RecordLink, RemoteParty, SipDialog } from '../telephony/call';
import type { SoftphoneCommand } from '../telephony/command';
import type { SoftphoneFact } from '../telephony/fact';
import type { NoticeCode } from '../telephony/notice';
import type { Origin } from '../telephony/origin';
import { callAbilities, canDial, findCall, isRegistered, liveCalls } from '../telephony/selectors';
import type { Signalling, SignallingEvent, SipAccount } from '../telephony/signalling';
import { takeSnapshot, type SoftphoneSnapshot } from '../telephony/snapshot';
import { initialState, transition, type SoftphoneEvent, type SoftphoneState } from '../telephony/state';
import type { AudioPort } from './audio-port';
import { toneFor } from './tone';

export interface SoftphoneParts {
    readonly signalling: Signalling;
    readonly audio: AudioPort;
    readonly clock: Pick<Clock, 'now'>;
    readonly newId: () => string;
    readonly logger: Logger;
    readonly dialPlan: DialPlan;
    /** Where an account registers that a person types in; null while the settings name no PBX. */
    readonly pbx: () => { readonly server: string; readonly domain: string } | null;
}

/**
 * The phone: turns commands and reports into transitions of one state, runs the effects, and publishes snapshots and facts.
 * Events that arise while another is being handled wait for their turn, so that every listener sees the states in order.
 */
export class Softphone {
    readonly #parts: SoftphoneParts;
    readonly #snapshots: Emitter<SoftphoneSnapshot>;
    readonly #facts: Emitter<SoftphoneFact>;
    readonly #queue: { readonly event: SoftphoneEvent; readonly origin: Origin }[] = [];
    #handling = false;
    #state: SoftphoneState = initialState;

    constructor(parts: SoftphoneParts) {
        this.#parts = parts;
        const report = (error: unknown): void => parts.logger.error('A listener failed', { error: describeError(error) });
        this.#snapshots = new Emitter(report);
        this.#facts = new Emitter(report);
        parts.signalling.subscribe((event) => this.#onSignalling(event));
        parts.audio.subscribe((event) => this.#apply(event, 'remote'));
    }

    get snapshot(): SoftphoneSnapshot {
        return takeSnapshot(this.#state, formatNumber);
    }

    subscribe(listener: (snapshot: SoftphoneSnapshot) => void): Unsubscribe {
        return this.#snapshots.subscribe(listener);
    }

    subscribeFacts(listener: (fact: SoftphoneFact) => void): Unsubscribe {
        return this.#facts.subscribe(listener);
    }

    /** Never throws: a command that cannot be carried out raises a notice or, when its time has passed, is logged and dropped. */
    send(command: SoftphoneCommand, origin: Origin): void {
        // The agent's commands come from presses, and a press is what the browser waits for before it lets a page make sounds.
        if (origin === 'agent') this.#attempt('unlock', () => this.#parts.audio.unlock());
        switch (command.type) {
            case 'sign-in':
                return this.#signInTyped(command.extension, command.password);
            case 'sign-out':
                return this.#signOut();
            case 'dial':
                return this.#dial(command.number, command.record ?? null, origin);
            case 'answer':
                return this.#answer(command.callId, origin);
            case 'decline':
                return this.#decline(command.callId, origin);
            case 'hang-up':
                return this.#hangUp(command.callId, origin);
            case 'dismiss-call':
                return this.#apply({ type: 'call-dismissed', callId: command.callId }, origin);
            case 'dismiss-notice':
                return this.#apply({ type: 'notice-dismissed', noticeId: command.noticeId }, origin);
            case 'prepare-audio':
                return this.#prepareAudio();
            default:
                return assertNever(command);
        }
    }

    signIn(account: SipAccount): void {
        this.#parts.logger.info('Signing in', { extension: account.extension });
        try {
            this.#parts.signalling.signIn(account);
        } catch (error) {
            this.#parts.logger.error('The account cannot be used', { error: describeError(error) });
            return this.raise('account-invalid', account.extension);
        }
        this.#apply({ type: 'agent-signed-in', extension: account.extension, displayName: account.displayName }, 'agent');
    }

    attachRecord(callId: CallId, record: RecordLink): void {
        this.#apply({ type: 'call-record', callId, record }, 'crm');
    }

    raise(code: NoticeCode, detail: string): void {
        // The detail may be a customer's data, and of any size.
        this.#parts.logger.warn('Notice', { code, detailLength: detail.length });
        this.#apply({ type: 'notice-raised', notice: { id: this.#parts.newId(), code, detail } }, 'agent');
    }

    #signInTyped(extension: string, password: string): void {
        const pbx = this.#parts.pbx();
        if (!pbx) return this.raise('settings-invalid', '');
        const user = extension.trim();
        this.signIn({ ...pbx, extension: user, authorizationName: user, password, displayName: null });
    }

    #signOut(): void {
        for (const call of liveCalls(this.#state)) this.#parts.signalling.hangUp(call.id);
        this.#apply({ type: 'agent-signed-out' }, 'agent');
        this.#parts.logger.info('Signing out');
        void this.#run('sign-out', this.#parts.signalling.signOut());
    }

    #dial(number: string, record: RecordLink | null, origin: Origin): void {
        const decision = decideDial(number, this.#parts.dialPlan);
        if (decision.dialString === null) return this.raise(decision.problem, number);
        if (!canDial(this.#state)) return this.raise(isRegistered(this.#state) ? 'already-in-call' : 'not-registered', '');
        const call = this.#newCall('outbound', origin, { number: decision.dialString, displayName: null }, record, null);
        this.#parts.logger.info('Dialling', { callId: call.id, rule: decision.rule, origin });
        this.#apply({ type: 'call-started', call }, origin);
        this.#parts.signalling.dial(call.id, decision.dialString);
    }

    #answer(callId: CallId, origin: Origin): void {
        const call = findCall(this.#state, callId);
        if (!call || !callAbilities(call).answer) return this.#tooLate('answer', callId);
        this.#apply({ type: 'call-answering', callId, origin }, origin);
        this.#parts.signalling.answer(callId);
    }

    #decline(callId: CallId, origin: Origin): void {
        const call = findCall(this.#state, callId);
        if (!call || !callAbilities(call).decline) return this.#tooLate('decline', callId);
        this.#apply({ type: 'call-ending', callId, origin }, origin);
        this.#parts.signalling.decline(callId, 'declined');
    }

    #hangUp(callId: CallId, origin: Origin): void {
        const call = findCall(this.#state, callId);
        if (!call || !callAbilities(call).hangUp) return this.#tooLate('hang-up', callId);
        this.#apply({ type: 'call-ending', callId, origin }, origin);
        this.#parts.signalling.hangUp(callId);
    }

    /** The press and the network crossed: the call is already elsewhere, so there is nothing left to do. */
    #tooLate(command: string, callId: CallId): void {
        this.#parts.logger.warn('Command came too late', { command, callId });
    }

    #prepareAudio(): void {
        void this.#run('prepare-audio', this.#parts.audio.prepare());
    }

    /** A phone without sound is still a phone. */
    #attempt(name: string, effect: () => void): void {
        try {
            effect();
        } catch (error) {
            this.#parts.logger.error('An effect failed', { effect: name, error: describeError(error) });
        }
    }

    async #run(name: string, effect: Promise<void>): Promise<void> {
        try {
            await effect;
        } catch (error) {
            this.#parts.logger.error('An effect failed', { effect: name, error: describeError(error) });
        }
    }

    #onSignalling(event: SignallingEvent): void {
        const at = this.#parts.clock.now();
        switch (event.type) {
            case 'call-offered':
                return this.#onOffered(event.callId, event.remote, event.dialog);
            case 'call-connected':
            case 'call-ended':
                return this.#apply({ ...event, at }, 'remote');
            default:
                return this.#apply(event, 'remote');
        }
    }

    #onOffered(callId: CallId, remote: RemoteParty, dialog: SipDialog): void {
        const call = this.#newCall('inbound', 'remote', remote, null, dialog, callId);
        if (liveCalls(this.#state).length > 0) return this.#refuseSecond(call);
        this.#parts.logger.info('Call offered', { callId });
        this.#apply({ type: 'call-started', call }, 'remote');
    }

    /** One line: a caller who comes while it is taken hears busy. The CRM still learns of the attempt. */
    #refuseSecond(call: Call): void {
        this.#parts.logger.info('Refused a call: the line is taken', { callId: call.id });
        this.#parts.signalling.decline(call.id, 'busy');
        const ended = { ...call, phase: 'ended', endedAt: call.startedAt, ending: { by: 'system', cause: 'busy' } } as const;
        this.#facts.emit({ type: 'call-ended', call: ended, origin: 'remote' });
    }

    #newCall(
        direction: Call['direction'],
        origin: Origin,
        remote: RemoteParty,
        record: RecordLink | null,
        dialog: SipDialog | null,
        id: CallId = this.#parts.newId()
    ): Call {
        return {
            id,
            direction,
            origin,
            phase: direction === 'inbound' ? 'ringing' : 'dialing',
            phaseOrigin: origin,
            remote,
            media: 'new',
            dialog,
            record,
            startedAt: this.#parts.clock.now(),
            connectedAt: null,
            endedAt: null,
            ending: null
        };
    }

    #apply(event: SoftphoneEvent, origin: Origin): void {
        this.#queue.push({ event, origin });
        if (this.#handling) return;
        this.#handling = true;
        try {
            for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#handle(next.event, next.origin);
        } finally {
            this.#handling = false;
        }
    }

    #handle(event: SoftphoneEvent, origin: Origin): void {
        const before = this.#state;
        const after = transition(before, event);
        if (after === before) return;
        this.#state = after;
        this.#snapshots.emit(takeSnapshot(after, formatNumber));
        this.#publishFacts(before, after, event, origin);
        this.#attempt('tone', () => this.#parts.audio.tone(toneFor(after)));
    }

    #publishFacts(before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent, origin: Origin): void {
        if (isRegistered(before) !== isRegistered(after)) {
            const registered = isRegistered(after);
            this.#parts.logger.info(registered ? 'Registered' : 'No longer registered');
            this.#facts.emit({ type: 'registration-changed', registered, origin });
        }
        switch (event.type) {
            case 'call-started':
                return this.#facts.emit({ type: 'call-started', call: event.call, origin });
            case 'call-connected':
            case 'call-ended': {
                const call = findCall(after, event.callId);
                if (!call || call === findCall(before, event.callId)) return;
                this.#parts.logger.info(event.type === 'call-connected' ? 'Call connected' : 'Call ended', {
                    callId: call.id,
                    cause: call.ending?.cause,
                    statusCode: call.ending?.statusCode
                });
                return this.#facts.emit({ type: event.type, call, origin: call.phaseOrigin });
            }
            default:
                return;
        }
    }
}
