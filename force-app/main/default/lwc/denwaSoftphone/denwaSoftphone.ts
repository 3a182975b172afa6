import { LightningElement, api } from 'lwc';
import { endingText, partyName, phaseText } from 'c/denwaCallText';
import { format } from 'c/denwaText';
import inboundFrom from '@salesforce/label/c.Denwa_Inbound_From';
import loading from '@salesforce/label/c.Denwa_Loading';
import softphone from '@salesforce/label/c.Denwa_Softphone';
import type { SoftphoneCommand } from '../../../../../src/telephony/command';
import type { RegistrationProblem } from '../../../../../src/telephony/registration';
import type { CallSnapshot, SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

type Screen = 'loading' | 'sign-in' | 'dial-pad' | 'inbound' | 'active';

interface ScreenElement extends HTMLElement {
    readonly typing?: boolean;
    clear?(): void;
}

/**
 * The panel: shows a snapshot and turns every press into one command.
 * @fires command with a `SoftphoneCommand`
 */
export default class DenwaSoftphone extends LightningElement {
    readonly label = { loading, softphone };
    announcement = '';
    private snapshotValue: SoftphoneSnapshot | undefined;
    #announced = '';
    #shown = '';
    #typing = false;

    @api
    get snapshot(): SoftphoneSnapshot | undefined {
        return this.snapshotValue;
    }
    set snapshot(value: SoftphoneSnapshot | undefined) {
        // Asked before the new state hides the field that the agent types in.
        this.#typing = this.element('dial-pad')?.typing ?? false;
        this.snapshotValue = value;
        this.announce(this.liveCall ?? this.endedCall);
    }

    get liveCall(): CallSnapshot | undefined {
        return this.snapshotValue?.calls.find(({ phase }) => phase !== 'ended');
    }

    get inCall(): boolean {
        return this.liveCall !== undefined;
    }

    get endedCall(): CallSnapshot | undefined {
        return this.liveCall ? undefined : this.snapshotValue?.calls.at(-1);
    }

    get screen(): Screen {
        const { liveCall, snapshotValue } = this;
        if (!snapshotValue) return 'loading';
        if (liveCall) return liveCall.can.answer ? 'inbound' : 'active';
        return snapshotValue.agent.status === 'signed-out' || this.credentialProblem ? 'sign-in' : 'dial-pad';
    }

    get isInbound(): boolean {
        return this.screen === 'inbound';
    }

    get isActive(): boolean {
        return this.screen === 'active';
    }

    get isSignIn(): boolean {
        return this.screen === 'sign-in';
    }

    /** The dial pad stays in the page while something else is shown, and so does a number that is half typed. */
    get dialPadClass(): string {
        return this.screen === 'dial-pad' ? '' : 'slds-hide';
    }

    get hasNotices(): boolean {
        return (this.snapshotValue?.notices.length ?? 0) > 0;
    }

    get credentialProblem(): Exclude<RegistrationProblem, 'refused'> | undefined {
        const registration = this.snapshotValue?.registration;
        return registration?.status === 'rejected' && registration.problem !== 'refused' ? registration.problem : undefined;
    }

    get extension(): string {
        const agent = this.snapshotValue?.agent;
        return agent?.status === 'signed-in' ? agent.extension : '';
    }

    override renderedCallback(): void {
        const { liveCall, screen } = this;
        const shown = `${screen} ${liveCall?.id ?? ''}`;
        if (shown === this.#shown) return;
        const isFirst = this.#shown === '' || this.#shown.startsWith('loading');
        this.#shown = shown;
        if (liveCall?.direction === 'outbound' && liveCall.origin === 'agent') this.element('dial-pad')?.clear?.();
        // A call must not pull the agent out of the page around the panel, nor out of a number that is being typed.
        if (!isFirst && document.hasFocus() && !this.#typing) this.element(screen)?.focus();
    }

    handleSignIn(event: CustomEvent<{ extension: string; password: string }>): void {
        this.send({ type: 'sign-in', extension: event.detail.extension, password: event.detail.password });
    }

    handleSignOut(): void {
        this.send({ type: 'sign-out' });
    }

    handleDial(event: CustomEvent<{ number: string }>): void {
        this.send({ type: 'dial', number: event.detail.number });
    }

    handleRedial(): void {
        const number = this.endedCall?.remote.number;
        const record = this.endedCall?.record;
        // A copy, because what @api properties hand out cannot be cloned to another window.
        if (number) this.send({ type: 'dial', number, ...(record ? { record: { ...record } } : {}) });
    }

    handleAnswer(): void {
        this.sendAbout(this.liveCall, 'answer');
    }

    handleDecline(): void {
        this.sendAbout(this.liveCall, 'decline');
    }

    handleHangUp(): void {
        this.sendAbout(this.liveCall, 'hang-up');
    }

    handleDismissCall(): void {
        this.sendAbout(this.endedCall, 'dismiss-call');
    }

    handleDismissNotice(event: CustomEvent<{ noticeId: string }>): void {
        this.send({ type: 'dismiss-notice', noticeId: event.detail.noticeId });
    }

    handlePrepareAudio(): void {
        this.send({ type: 'prepare-audio' });
    }

    private element(screen: Screen): ScreenElement | null {
        return this.template?.querySelector<ScreenElement>(`[data-screen='${screen}']`) ?? null;
    }

    /** Once per step of a call, so that a name that arrives later does not make screen readers repeat it. */
    private announce(call: CallSnapshot | undefined): void {
        const step = call ? `${call.id} ${call.phase}` : '';
        if (step === this.#announced) return;
        this.#announced = step;
        this.announcement = call ? announcementOf(call) : '';
    }

    private sendAbout(call: CallSnapshot | undefined, type: 'answer' | 'decline' | 'hang-up' | 'dismiss-call'): void {
        if (call) this.send({ type, callId: call.id });
    }

    private send(detail: SoftphoneCommand): void {
        this.dispatchEvent(new CustomEvent('command', { detail }));
    }
}

function announcementOf(call: CallSnapshot): string {
    if (call.can.answer) return format(inboundFrom, partyName(call));
    return call.ending ? endingText(call.ending) : phaseText(call);
}
