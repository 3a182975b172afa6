import { assertNever } from '../base/assert-never';
import type { Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Call, CallId } from '../telephony/call';
import type { PhoneCommand } from '../telephony/command';
import type { SoftphoneFact } from '../telephony/fact';
import type { NoticeCode } from '../telephony/notice';
import type { Origin } from '../telephony/origin';
import { callAbilities, findCall, liveCalls, type CallAbilities } from '../telephony/selectors';
import type { SignallingEvent, SipAccount } from '../telephony/signalling';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import type { CrmReport } from '../telephony/state';
import { AgentStatusKeeper } from './agent-status-keeper';
import { Arrivals } from './arrivals';
import type { AudioReport } from './audio-port';
import { CallControl } from './call-control';
import { Conference } from './conference';
import { noticeOf } from './device-notices';
import { DialPad } from './dial-pad';
import { Dialling } from './dialling';
import { attempt, attemptLater } from './effects';
import { HistoryKeeper } from './history-keeper';
import { withoutPrefix } from './notified-number';
import { Parking } from './parking';
import type { SoftphoneParts } from './parts';
import { PreferencesKeeper } from './preferences-keeper';
import { Store } from './store';
import { Transfers } from './transfers';
import { Turns } from './turns';

/** The phone: what is asked of it, what the PBX reports to it, and who of its parts takes care of which. */
export class Softphone {
    readonly #parts: SoftphoneParts;
    readonly #store: Store;
    readonly #preferences: PreferencesKeeper;
    readonly #status: AgentStatusKeeper;
    readonly #turns: Turns;
    readonly #control: CallControl;
    readonly #dialPad: DialPad;
    readonly #dialling: Dialling;
    readonly #transfers: Transfers;
    readonly #conference: Conference;
    readonly #parking: Parking;
    readonly #history: HistoryKeeper;
    readonly #arrivals: Arrivals;

    constructor(parts: SoftphoneParts) {
        this.#parts = parts;
        this.#store = new Store(parts, () => this.#settle());
        this.#preferences = new PreferencesKeeper(this.#store, parts);
        this.#status = new AgentStatusKeeper(this.#store, parts);
        this.#turns = new Turns(this.#store, parts);
        this.#control = new CallControl(this.#store, parts);
        this.#dialPad = new DialPad(this.#store, parts);
        this.#dialling = new Dialling(this.#store, parts, this.#turns, this.#dialPad);
        this.#transfers = new Transfers(this.#store, parts, this.#turns);
        this.#conference = new Conference(this.#store, this.#turns);
        this.#parking = new Parking(this.#store, parts);
        this.#history = new HistoryKeeper(this.#store, parts, (dialString) => this.#parking.isSlot(dialString));
        this.#arrivals = new Arrivals(this.#store, parts, {
            turns: this.#turns,
            transfers: this.#transfers,
            parking: this.#parking,
            history: this.#history
        });
        parts.signalling.subscribe((event) => this.#store.perform(() => this.#onSignalling(event)));
        parts.audio.subscribe((event) => this.#store.perform(() => this.#onAudio(event)));
    }

    get snapshot(): SoftphoneSnapshot {
        return this.#store.snapshot;
    }

    subscribe(listener: (snapshot: SoftphoneSnapshot) => void): Unsubscribe {
        return this.#store.subscribe(listener);
    }

    subscribeFacts(listener: (fact: SoftphoneFact) => void): Unsubscribe {
        return this.#store.subscribeFacts(listener);
    }

    /** Never throws: a command that cannot be carried out raises a notice or, when its time has passed, is logged and dropped. */
    send(command: PhoneCommand, origin: Origin): void {
        const { logger, audio } = this.#parts;
        // The agent's commands come from presses, and a press is what the browser waits for before it lets a page make sounds.
        if (origin === 'agent') attempt(logger, 'unlock', () => audio.unlock());
        this.#store.perform(() => this.#carryOut(command, origin));
    }

    signIn(account: SipAccount): void {
        this.#store.perform(() => this.#signIn(account));
    }

    /** The page goes away. After a reload the agent is back where this one was left, but for the calls. */
    close(): void {
        this.#store.perform(() => this.#signOut('next-page'));
    }

    /** What was found out or decided in the CRM. */
    report(event: CrmReport): void {
        this.#store.perform(() => {
            this.#store.apply(event, 'crm');
            if (event.type === 'call-record' && event.record) this.#history.record(event.callId, event.record);
        });
    }

    raise(code: NoticeCode, detail: string): void {
        this.#store.perform(() => this.#store.raise(code, detail));
    }

    /** What these notices told of has been put right. */
    withdraw(codes: readonly NoticeCode[]): void {
        this.#store.perform(() => {
            for (const { id, code } of this.snapshot.notices) {
                if (codes.includes(code)) this.#store.apply({ type: 'notice-dismissed', noticeId: id }, 'crm');
            }
        });
    }

    #carryOut(command: PhoneCommand, origin: Origin): void {
        const { audio, signalling, logger } = this.#parts;
        switch (command.type) {
            case 'sign-in':
                return this.#signInTyped(command.extension, command.password);
            case 'sign-out':
                return this.#signOut('nobody');
            case 'dial':
                return this.#dialling.dial(command.number, command.record ?? null, command.exactly ?? false, origin);
            case 'preview-number':
                return this.#dialPad.preview(command.number);
            case 'choose-number':
                return this.#dialling.choose(command.questionId, command.dialString, origin);
            case 'dismiss-question':
                return this.#dialPad.dismiss(command.questionId);
            case 'pick-up':
                return this.#dialling.pickUp(command.extension ?? '', origin);
            case 'retrieve':
                return this.#dialling.retrieve(command.parkedId, origin);
            case 'dismiss-parked':
                return this.#parking.dismiss(command.parkedId, origin);
            case 'answer':
                return this.#on(command, 'answer', (call) => this.#turns.answer(call, origin));
            case 'decline':
                return this.#on(command, 'decline', (call) => this.#control.decline(call, origin));
            case 'hang-up':
                return this.#on(command, 'hangUp', (call) => this.#control.hangUp(call, origin));
            case 'hold':
                return this.#on(command, 'hold', ({ id }) => this.#turns.hold(id, origin));
            case 'resume':
                return this.#on(command, 'resume', (call) => this.#turns.resume(call, origin));
            case 'mute':
                return this.#on(command, 'mute', (call) => this.#control.mute(call, command.muted, origin));
            case 'send-digits':
                return this.#on(command, 'sendDigits', (call) => this.#control.sendDigits(call, command.digits, origin));
            case 'send-extension':
                return this.#on(command, 'sendDigits', (call) => {
                    if (call.extension !== null) this.#control.sendDigits(call, call.extension, origin);
                });
            case 'transfer':
                return this.#on(command, 'transfer', (call) =>
                    this.#transfers.transfer(call, command.number, command.anyway ?? false, origin)
                );
            case 'consult':
                return this.#on(command, 'consult', (call) => this.#dialling.consult(call, command.number, origin));
            case 'complete-transfer':
                return this.#on(command, 'completeTransfer', (call) => this.#transfers.complete(call, origin));
            case 'swap':
                return this.#on(command, 'swap', (call) => this.#transfers.swap(call, origin));
            case 'merge':
                return this.#on(command, 'merge', (call) => this.#conference.merge(call, origin));
            case 'park':
                return this.#on(command, 'park', (call) => this.#parking.park(call, origin));
            case 'dismiss-call':
                return void this.#store.apply({ type: 'call-dismissed', callId: command.callId }, origin);
            case 'dismiss-notice':
                return void this.#store.apply({ type: 'notice-dismissed', noticeId: command.noticeId }, origin);
            case 'clear-history':
                return this.#history.clear();
            case 'prepare-audio':
                return void attemptLater(logger, 'prepare-audio', () => audio.prepare());
            case 'set-status':
                return this.#status.choose(command.status);
            case 'set-preferences':
                return this.#preferences.choose(command.preferences);
            case 'measure-microphone':
                return void attempt(logger, 'measure-microphone', () => audio.measureMicrophone(command.on));
            case 'test-sound':
                return void attempt(logger, 'test-sound', () => audio.testSound(command.output));
            case 'echo-call':
                return this.#dialling.echo(origin);
            case 'see-missed':
                return void this.#store.apply({ type: 'missed-seen' }, origin);
            case 'reconnect':
                return signalling.reconnect();
            default:
                return assertNever(command);
        }
    }

    /** A press and the network may cross: where the call is elsewhere already, nothing is left to do. */
    #on(command: { readonly type: string; readonly callId: CallId }, ability: keyof CallAbilities, act: (call: Call) => void): void {
        const { settings, logger } = this.#parts;
        const call = findCall(this.#store.state, command.callId);
        if (call && callAbilities(this.#store.state, call, settings())[ability]) return act(call);
        logger.warn('Command came too late', { command: command.type, callId: command.callId });
    }

    #signInTyped(extension: string, password: string): void {
        const pbx = this.#parts.pbx();
        if (!pbx) return this.#store.raise('settings-invalid', '');
        const user = extension.trim();
        this.#signIn({ ...pbx, extension: user, authorizationName: user, password, displayName: null });
    }

    #signIn(account: SipAccount): void {
        const { logger, signalling } = this.#parts;
        const { extension, displayName } = account;
        logger.info('Signing in', { extension });
        try {
            signalling.signIn(account);
        } catch (error) {
            logger.error('The account cannot be used', { error: describeError(error) });
            return this.#store.raise('account-invalid', extension);
        }
        this.#store.apply({ type: 'agent-signed-in', extension, displayName }, 'agent');
        this.#history.open(extension);
        // Other credentials for the same work change nothing about it.
        if (this.#store.state.agentStatus === null) this.#status.enter(extension);
    }

    #signOut(next: 'nobody' | 'next-page'): void {
        for (const call of liveCalls(this.#store.state)) if (call.phase !== 'ending') this.#control.hangUp(call, 'agent');
        // After what was reported meanwhile: the calls end before the phone does.
        this.#store.perform(() => {
            this.#parts.logger.info('Signing out');
            this.#status.leave(next);
            this.#store.apply({ type: 'agent-signed-out' }, 'agent');
            this.#dialPad.decided();
            this.#parking.forgetAll();
            this.#history.close();
            void attemptLater(this.#parts.logger, 'sign-out', () => this.#parts.signalling.signOut());
        });
    }

    #onSignalling(event: SignallingEvent): void {
        const at = this.#parts.clock.now();
        switch (event.type) {
            case 'call-offered':
                return this.#arrivals.offered(event);
            case 'call-connected':
                if (this.#store.apply({ ...event, at }, 'remote')) this.#parking.callConnected(event.callId);
                return;
            case 'call-held':
            case 'call-resumed':
                return void this.#store.apply({ type: event.type, callId: event.callId, at }, 'remote');
            case 'call-hold-failed':
                return this.#onHoldFailed(event);
            case 'call-identified':
                return this.#onIdentified(event);
            case 'slot-announced':
                return this.#parking.slotAnnounced(event.slot);
            case 'call-ended':
                return this.#onEnded(event, at);
            default:
                return void this.#store.apply(event, 'remote');
        }
    }

    #onHoldFailed(event: Extract<SignallingEvent, { readonly type: 'call-hold-failed' }>): void {
        const call = findCall(this.#store.state, event.callId);
        if (!call || !this.#store.apply(event, 'remote')) return;
        if (call.localHold === 'holding') this.#turns.holdFailed(call);
        else if (call.inConference) this.#conference.resumeFailed();
        else this.#store.raise('resume-failed', '');
    }

    #onIdentified(event: Extract<SignallingEvent, { readonly type: 'call-identified' }>): void {
        const call = findCall(this.#store.state, event.callId);
        if (!call) return;
        this.#store.apply({ ...event, remote: withoutPrefix(event.remote, call, this.#parts.settings()) }, 'remote');
    }

    #onEnded(event: Extract<SignallingEvent, { readonly type: 'call-ended' }>, at: number): void {
        const call = findCall(this.#store.state, event.callId);
        const ending = this.#dialling.explain(event.callId, event.ending);
        if (!call || !this.#store.apply({ ...event, ending, at }, 'remote')) return;
        const ended = findCall(this.#store.state, event.callId);
        if (!ended) return;
        this.#history.add(ended);
        this.#transfers.callEnded(ended);
        this.#parking.callEnded(call, ending);
    }

    #onAudio(report: AudioReport): void {
        if (report.type !== 'audio-device-changed') return void this.#store.apply(report, 'remote');
        const code = noticeOf(report);
        if (code) this.#store.raise(code, report.label);
    }

    #settle(): void {
        this.#preferences.settle();
        this.#conference.settle();
        this.#turns.settle();
        this.#status.settle();
    }
}
