import { LightningElement, api } from 'lwc';
import { newsOf, stepsOf, type Steps } from 'c/denwaAnnouncement';
import { freshLog, waitingLogs } from 'c/denwaCallLogs';
import { isConferenceJoined, isConsulting, mainCall } from 'c/denwaCallOrder';
import { send } from 'c/denwaCommand';
import { latePart, type LateParts } from 'c/denwaLateParts';
import { isRegistered, lastDialled } from 'c/denwaPanelFacts';
import { isLate, propertiesOf, screenOf, type Screen, type Seen, type View } from 'c/denwaPanelScreen';
import { stripsOf, type Strip } from 'c/denwaPanelStrips';
import { format } from 'c/denwaText';
import loading from '@salesforce/label/c.Denwa_Loading';
import logsUnsaved from '@salesforce/label/c.Denwa_Logs_Unsaved';
import logsRetrying from '@salesforce/label/c.Denwa_Logs_Retrying';
import softphone from '@salesforce/label/c.Denwa_Softphone';
import type { CallLog } from '../../../../../src/telephony/call-log';
import type { SoftphoneCommand } from '../../../../../src/telephony/command';
import type { DialQuestion } from '../../../../../src/telephony/dial-question';
import type { CallSnapshot, SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

interface ScreenElement extends HTMLElement {
    readonly typing?: boolean;
    clear?(): void;
    enter?(number: string): void;
}

/**
 * The panel: shows a snapshot.
 * @fires command with a `SoftphoneCommand`, one for every press that concerns the phone (c/denwaCommand)
 * @fires partsneeded when one of the `lateParts` is to be shown, which are not there
 */
export default class DenwaSoftphone extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { loading, softphone };
    @api lateParts: LateParts;
    announcement = '';
    private snapshotValue: SoftphoneSnapshot | undefined;
    private view: View = 'call';
    /** The log that the agent looks at after its call. */
    private logId: string | null = null;
    #steps: Steps = new Map();
    #mainCallId: string | undefined;
    #shown = '';
    #missing = '';
    #typing = false;
    #welcomed = false;
    #measuring = false;

    @api
    get snapshot(): SoftphoneSnapshot | undefined {
        return this.snapshotValue;
    }
    set snapshot(value: SoftphoneSnapshot | undefined) {
        // Asked before the new state hides the field that the agent types in.
        this.#typing = [this.shownElement('dial-pad'), this.shownElement('log')].some((element) => element?.typing);
        const before = this.snapshotValue;
        this.snapshotValue = value;
        this.turnToSignIn(before);
        this.turnToMainCall();
        this.turnToLog(before?.callLogs ?? []);
        this.welcome();
        // The answer to what was typed: it has the word.
        if (this.question && this.question.id !== before?.dialPad.question?.id) this.#typing = false;
        this.announce();
    }

    get mainCall(): CallSnapshot | undefined {
        return mainCall(this.snapshotValue?.calls ?? []);
    }

    get mainLog(): CallLog | undefined {
        return this.snapshotValue?.callLogs.find(({ callId }) => callId === this.mainCall?.id);
    }

    get log(): CallLog | undefined {
        return this.snapshotValue?.callLogs.find(({ callId }) => callId === this.logId);
    }

    /** Stands before everything but the calls themselves, which go on in the list. */
    get question(): DialQuestion | null {
        const isReady = this.screen !== 'loading' && this.screen !== 'sign-in';
        return (isReady && this.snapshotValue?.dialPad.question) || null;
    }

    get consulting(): boolean {
        const { mainCall: call, snapshotValue } = this;
        return call !== undefined && snapshotValue !== undefined && isConsulting(snapshotValue.calls, call);
    }

    get joined(): boolean {
        return isConferenceJoined(this.snapshotValue?.calls ?? []);
    }

    get registered(): boolean {
        return this.snapshotValue !== undefined && isRegistered(this.snapshotValue);
    }

    /** Whether the call must share the panel. */
    get crowded(): boolean {
        return this.strips.length > 0 || this.hasNotices || this.unsavedText !== null;
    }

    get screen(): Screen {
        return screenOf(this.seen);
    }

    get isInbound(): boolean {
        return this.screen === 'inbound';
    }

    get isActive(): boolean {
        return this.screen === 'active';
    }

    get isHistory(): boolean {
        return this.screen === 'history';
    }

    get isSettings(): boolean {
        return this.screen === 'settings';
    }

    get isLate(): boolean {
        return isLate(this.screen);
    }

    get latePart(): typeof LightningElement | undefined {
        return latePart(this.lateParts, isLate(this.screen) ? this.screen : null);
    }

    get lateProperties(): object {
        return propertiesOf(this.screen, this.seen);
    }

    get lateClass(): string {
        return this.screen === 'log' ? `${this.screenClass} log` : this.screenClass;
    }

    get questionPart(): typeof LightningElement | undefined {
        return latePart(this.lateParts, 'question');
    }

    get questionProperties(): object {
        return { question: this.question, canDial: this.snapshotValue?.can.dial, registered: this.registered };
    }

    get strips(): readonly Strip[] {
        const { lateParts, snapshotValue: snapshot } = this;
        const isCallShown = (this.isInbound || this.isActive) && !this.question;
        return snapshot ? stripsOf(snapshot, lateParts, isCallShown) : [];
    }

    get isLateFailed(): boolean {
        return this.lateParts === 'failed';
    }

    /** Of whatever is shown where nothing is asked; it stays in the page meanwhile, and so does what is open or half typed in it. */
    get screenClass(): string {
        return this.question ? 'slds-hide' : 'screen';
    }

    /** The logs that something else hides. */
    get unsavedText(): string | null {
        const logs = this.unsavedLogs;
        if (logs.length === 0) return null;
        return format(logs.some(({ status }) => status === 'failed') ? logsRetrying : logsUnsaved, logs.length);
    }

    /** The dial pad stays in the page while something else is shown, and so does a number that is half typed. */
    get dialPadClass(): string {
        return this.screen === 'dial-pad' ? this.screenClass : 'slds-hide';
    }

    get lastDialled(): string | null {
        return this.snapshotValue ? lastDialled(this.snapshotValue) : null;
    }

    get keypadHidden(): boolean {
        return this.snapshotValue?.preferences.keypadShown === false;
    }

    get hasNotices(): boolean {
        return (this.snapshotValue?.notices.length ?? 0) > 0;
    }

    override renderedCallback(): void {
        const { question, screen } = this;
        this.measure();
        this.askForParts();
        const isThere = question ? this.questionPart : !isLate(screen) || this.latePart;
        const shown = `${question ? `question ${question.id}` : `${screen} ${this.subject}`} ${isThere ? '' : 'awaited'}`;
        if (shown === this.#shown) return;
        const isFirst = this.#shown === '' || this.#shown.startsWith('loading');
        this.#shown = shown;
        // A call must not pull the agent out of the page around the panel, nor out of a number that is being typed.
        if (!isFirst && document.hasFocus() && !this.#typing) this.shownElement(question ? 'question' : screen)?.focus();
    }

    /** What the parts of the panel send leaves it as its own event, and goes no further than to whoever mounted it: it may be a password. */
    handleCommand(event: CustomEvent<SoftphoneCommand>): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('command', { detail: event.detail }));
    }

    handleHistory(): void {
        this.show(this.view === 'history' ? 'call' : 'history');
        if (this.isHistory && this.snapshotValue?.missedCalls) send(this, { type: 'see-missed' });
    }

    handleSettings(): void {
        this.show(this.view === 'settings' ? 'call' : 'settings');
    }

    handleSettingProblems(): void {
        this.show('settings');
    }

    handleCheckList(): void {
        this.show('check-list');
    }

    handleCancel(): void {
        this.shownElement(this.screen)?.focus();
    }

    /** Of whatever stands in for a part: it bubbles, but not out of the panel. */
    handlePartsNeeded(event: Event): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('partsneeded'));
    }

    handleNewCall(): void {
        this.show('dial-pad');
    }

    handleOpenLog(): void {
        this.logId = this.unsavedLogs[0]?.callId ?? null;
        this.show('log');
    }

    handleBack(): void {
        this.show('call');
    }

    handleChoose(event: CustomEvent<{ number: string }>): void {
        this.shownElement('dial-pad')?.enter?.(event.detail.number);
        this.show('dial-pad');
    }

    private get seen(): Seen {
        return { snapshot: this.snapshotValue, view: this.view, call: this.mainCall, log: this.log };
    }

    /** What the screen is about: another one is another screen. */
    private get subject(): string {
        switch (this.screen) {
            case 'inbound':
            case 'active':
                return this.mainCall?.id ?? '';
            case 'log':
                return this.logId ?? '';
            default:
                return '';
        }
    }

    /** Whenever another one is to be shown that is not there. */
    private askForParts(): void {
        const { lateParts, strips, question, screen } = this;
        const shown = [...strips.map(({ name }) => name), ...(question ? ['question' as const] : isLate(screen) ? [screen] : [])];
        const missing = shown.filter((name) => !latePart(lateParts, name)).join(' ');
        if (missing !== '' && missing !== this.#missing) this.dispatchEvent(new CustomEvent('partsneeded'));
        this.#missing = missing;
    }

    private get unsavedLogs(): readonly CallLog[] {
        return waitingLogs(this.snapshotValue?.callLogs ?? []).filter(({ callId }) => this.screen !== 'log' || callId !== this.logId);
    }

    private shownElement(screen: Screen | 'question'): ScreenElement | null {
        return this.querySelector<ScreenElement>(`[data-screen='${screen}']`) ?? null;
    }

    /** The agent asked for it, and is typing nothing. */
    private show(view: View): void {
        this.#typing = false;
        this.view = view;
    }

    /** Whoever is signed in here for the first time is shown what a call needs, once. */
    private welcome(): void {
        const { snapshotValue } = this;
        if (this.#welcomed || snapshotValue?.agent.status !== 'signed-in') return;
        this.#welcomed = true;
        if (!snapshotValue.preferences.welcomed && !this.mainCall && this.view === 'call') this.show('check-list');
    }

    /** What was open belongs to the account that has been signed out; what the next one needs is the form. */
    private turnToSignIn(before: SoftphoneSnapshot | undefined): void {
        if (before?.agent.status === 'signed-in' && this.snapshotValue?.agent.status === 'signed-out') this.view = 'call';
    }

    /** Only while the meter can be seen. */
    private measure(): void {
        if (this.isSettings === this.#measuring) return;
        this.#measuring = this.isSettings;
        send(this, { type: 'measure-microphone', on: this.isSettings });
    }

    /** Another call than before occupies the agent: it is shown, unless that would hide a number that is being typed for the next one. */
    private turnToMainCall(): void {
        const call = this.mainCall;
        if (call?.id === this.#mainCallId) return;
        this.#mainCallId = call?.id;
        const isDialled = call?.direction === 'outbound' && call.origin === 'agent' && call.connectedAt === null;
        if (isDialled && call.consultationOf === null) this.shownElement('dial-pad')?.clear?.();
        if (call ? isDialled || !this.#typing : this.view === 'dial-pad') this.view = 'call';
        if (isDialled) this.#typing = false;
    }

    /** After a call the agent writes, unless another call or number is in hand; and is let go when the log is saved. */
    private turnToLog(before: readonly CallLog[]): void {
        const fresh = freshLog(before, this.snapshotValue?.callLogs ?? []);
        const isDone = !this.log || (this.log.status === 'saved' && !this.#typing);
        if (this.view === 'log' && isDone) this.view = 'call';
        if (!fresh || this.mainCall || this.view !== 'call' || this.#typing) return;
        this.logId = fresh.callId;
        this.view = 'log';
    }

    /** Once per step of a call, so that a name that arrives later does not make screen readers repeat it. */
    private announce(): void {
        const steps = this.snapshotValue ? stepsOf(this.snapshotValue) : new Map();
        const news = newsOf(this.#steps, steps);
        if (news !== '' || steps.size === 0) this.announcement = news;
        this.#steps = steps;
    }
}
