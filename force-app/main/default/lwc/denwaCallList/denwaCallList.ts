import { LightningElement, api } from 'lwc';
import { isOffered } from 'c/denwaCallOrder';
import { messageText, partyName, timersOf } from 'c/denwaCallText';
import { send } from 'c/denwaCommand';
import { format } from 'c/denwaText';
import { returnedText } from 'c/denwaTransferText';
import answer from '@salesforce/label/c.Denwa_Answer';
import backToCall from '@salesforce/label/c.Denwa_Back_To_Call';
import calls from '@salesforce/label/c.Denwa_Calls';
import decline from '@salesforce/label/c.Denwa_Decline';
import disabledMoment from '@salesforce/label/c.Denwa_Disabled_Moment';
import hangUpParty from '@salesforce/label/c.Denwa_Hang_Up_Party';
import resumeParty from '@salesforce/label/c.Denwa_Resume_Party';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

interface Row {
    readonly call: CallSnapshot;
    readonly name: string;
    readonly state: string;
    readonly since: number;
    readonly timerLabel: string;
    readonly icon: string;
    readonly rowClass: string;
    readonly isMain: boolean;
    readonly isHeld: boolean;
    readonly isOffered: boolean;
    /** Neither offered nor waiting for our decision: it can only be hung up. */
    readonly isOurs: boolean;
    readonly returned: string | undefined;
    readonly resumeText: string;
    readonly hangUpText: string;
    /** Why the button is disabled; undefined: it says all that there is to say. */
    readonly answerTitle: string | undefined;
    readonly resumeTitle: string;
    readonly hangUpTitle: string;
    readonly cannotAnswer: 'true' | 'false';
    readonly cannotResume: 'true' | 'false';
    readonly cannotHangUp: 'true' | 'false';
}

/**
 * The calls beside the one that the panel shows large. Callers who ring come first.
 * @fires back to the call that something else hides
 */
export default class DenwaCallList extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { answer, backToCall, calls, decline };
    @api calls: readonly CallSnapshot[] = [];
    /** Whether the three-way call, if there is one, has come about. */
    @api joined = false;
    /** The call that the panel would show large; null where it does. */
    @api hiddenCallId: string | null = null;

    get rows(): readonly Row[] {
        const offeredFirst = [...this.calls].sort((a, b) => Number(isOffered(b)) - Number(isOffered(a)));
        return offeredFirst.map((call) => rowOf(call, call.id === this.hiddenCallId, this.joined));
    }

    handleBack(): void {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleAnswer(event: Event): void {
        this.sendIf('answer', 'answer', event);
    }

    handleDecline(event: Event): void {
        this.sendIf('decline', 'decline', event);
    }

    handleResume(event: Event): void {
        this.sendIf('resume', 'resume', event);
    }

    handleHangUp(event: Event): void {
        this.sendIf('hangUp', 'hang-up', event);
    }

    private sendIf(ability: keyof CallSnapshot['can'], type: 'answer' | 'decline' | 'resume' | 'hang-up', event: Event): void {
        const { callId } = (event.currentTarget as HTMLElement).dataset;
        const call = this.calls.find(({ id }) => id === callId);
        if (call?.can[ability]) send(this, { type, callId: call.id });
    }
}

function rowOf(call: CallSnapshot, isMain: boolean, joined: boolean): Row {
    const name = partyName(call);
    const offered = isOffered(call);
    const isHeld = call.phase === 'connected' && call.localHold !== 'none';
    const [timer] = timersOf(call);
    const resumeText = format(resumeParty, name);
    const hangUpText = format(hangUpParty, name);
    return {
        call,
        name,
        state: messageText(call, joined),
        since: timer.since,
        timerLabel: timer.label,
        icon: iconOf(call, isHeld),
        rowClass: `row ${offered ? 'row_offered' : ''} ${isHeld ? 'row_held' : ''}`,
        isMain,
        isHeld,
        isOffered: offered,
        isOurs: !offered,
        returned: call.returned ? returnedText(call.returned) : undefined,
        resumeText,
        hangUpText,
        answerTitle: call.can.answer ? undefined : disabledMoment,
        resumeTitle: call.can.resume ? resumeText : disabledMoment,
        hangUpTitle: call.can.hangUp ? hangUpText : disabledMoment,
        cannotAnswer: call.can.answer ? 'false' : 'true',
        cannotResume: call.can.resume ? 'false' : 'true',
        cannotHangUp: call.can.hangUp ? 'false' : 'true'
    };
}

function iconOf({ direction, inConference }: CallSnapshot, isHeld: boolean): string {
    if (isHeld) return 'utility:pause';
    if (inConference) return 'utility:groups';
    return direction === 'inbound' ? 'utility:incoming_call' : 'utility:outbound_call';
}
