import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { problemText } from 'c/denwaSettingText';
import { format } from 'c/denwaText';
import allow from '@salesforce/label/c.Denwa_Check_Allow';
import allDone from '@salesforce/label/c.Denwa_Check_All_Done';
import clickToDial from '@salesforce/label/c.Denwa_Check_Click_To_Dial';
import clickToDialLater from '@salesforce/label/c.Denwa_Check_Click_To_Dial_Later';
import clickToDialUnavailable from '@salesforce/label/c.Denwa_Check_Click_To_Dial_Unavailable';
import connecting from '@salesforce/label/c.Denwa_Line_Connecting';
import connectNow from '@salesforce/label/c.Denwa_Connect_Now';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import done from '@salesforce/label/c.Denwa_Check_Done';
import heading from '@salesforce/label/c.Denwa_Check_List';
import microphone from '@salesforce/label/c.Denwa_Check_Microphone';
import microphoneBlocked from '@salesforce/label/c.Denwa_Microphone_Blocked_By_Page';
import microphoneBusy from '@salesforce/label/c.Denwa_Microphone_Device_Busy';
import microphoneDenied from '@salesforce/label/c.Denwa_Microphone_Permission_Denied';
import microphoneInsecure from '@salesforce/label/c.Denwa_Microphone_Insecure_Context';
import microphoneMissing from '@salesforce/label/c.Denwa_Microphone_No_Device';
import microphoneUnknown from '@salesforce/label/c.Denwa_Check_Microphone_Unknown';
import named from '@salesforce/label/c.Denwa_Check_Action_Named';
import pbx from '@salesforce/label/c.Denwa_Check_Pbx';
import pbxUnreachable from '@salesforce/label/c.Denwa_Check_Pbx_Unreachable';
import registered from '@salesforce/label/c.Denwa_Check_Registered';
import registering from '@salesforce/label/c.Denwa_Line_Registering';
import refusedCredentials from '@salesforce/label/c.Denwa_Check_Refused_Credentials';
import refusedForbidden from '@salesforce/label/c.Denwa_Check_Refused_Forbidden';
import refusedPassing from '@salesforce/label/c.Denwa_Check_Refused_Passing';
import refusedUnknown from '@salesforce/label/c.Denwa_Check_Refused_Unknown';
import remaining from '@salesforce/label/c.Denwa_Check_Remaining';
import signInFirst from '@salesforce/label/c.Denwa_Check_Sign_In';
import soundBlocked from '@salesforce/label/c.Denwa_Sound_Help';
import soundEnable from '@salesforce/label/c.Denwa_Sound_Enable';
import sound from '@salesforce/label/c.Denwa_Check_Sound';
import stateOk from '@salesforce/label/c.Denwa_Check_Ok';
import stateProblem from '@salesforce/label/c.Denwa_Check_Problem';
import stateWaiting from '@salesforce/label/c.Denwa_Check_Waiting';
import tryAgain from '@salesforce/label/c.Denwa_Try_Again';
import type { MicrophoneProblem } from '../../../../../src/telephony/audio';
import type { SoftphoneCommand } from '../../../../../src/telephony/command';
import type { RegistrationProblem } from '../../../../../src/telephony/registration';
import type { SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

type State = 'ok' | 'waiting' | 'problem';

/** One thing that a call needs. */
interface Finding {
    readonly state: State;
    /** What is wrong and who can mend it; null where nothing is. */
    readonly advice: string | null;
    /** What a button beside it does about it, in words; null where no button can. */
    readonly action: string | null;
    readonly command: SoftphoneCommand | null;
}

interface Check extends Finding {
    readonly name: Name;
    readonly title: string;
    readonly icon: string;
    readonly variant: string;
    readonly stateText: string;
    readonly actionName: string | null;
}

type Name = 'microphone' | 'sound' | 'pbx' | 'registered' | 'click-to-dial';

const OK: Finding = { state: 'ok', advice: null, action: null, command: null };

const TITLES: Readonly<Record<Name, string>> = { microphone, sound, pbx, registered, 'click-to-dial': clickToDial };

const SIGNS: Readonly<Record<State, { readonly icon: string; readonly variant: string; readonly stateText: string }>> = {
    ok: { icon: 'utility:success', variant: 'success', stateText: stateOk },
    waiting: { icon: 'utility:clock', variant: '', stateText: stateWaiting },
    problem: { icon: 'utility:warning', variant: 'warning', stateText: stateProblem }
};

const MICROPHONE_ADVICE: Readonly<Record<MicrophoneProblem, string>> = {
    'permission-denied': microphoneDenied,
    'blocked-by-page': microphoneBlocked,
    'no-device': microphoneMissing,
    'device-busy': microphoneBusy,
    'insecure-context': microphoneInsecure
};

const REFUSAL_ADVICE: Readonly<Record<RegistrationProblem, string>> = {
    'wrong-credentials': refusedCredentials,
    forbidden: refusedForbidden,
    'unknown-account': refusedUnknown,
    refused: refusedPassing
};

/**
 * Whether everything is there that a call needs, and what to do where it is not.
 * @fires close
 */
export default class DenwaCheckList extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { dismiss, done, heading };
    @api snapshot!: SoftphoneSnapshot;

    get checks(): readonly Check[] {
        const { snapshot } = this;
        const findings: Readonly<Record<Name, Finding>> = {
            microphone: microphoneFinding(snapshot),
            sound: soundFinding(snapshot),
            pbx: pbxFinding(snapshot),
            registered: registrationFinding(snapshot),
            'click-to-dial': clickToDialFinding(snapshot)
        };
        return (Object.keys(findings) as Name[]).map((name) => {
            const finding = findings[name];
            const actionName = finding.action === null ? null : format(named, TITLES[name], finding.action);
            return { name, title: TITLES[name], ...finding, ...SIGNS[finding.state], actionName };
        });
    }

    get summary(): string {
        const left = this.checks.filter(({ state }) => state !== 'ok').length;
        return left === 0 ? allDone : format(remaining, left);
    }

    @api
    focus(): void {
        this.querySelector<HTMLElement>('.checks')?.focus();
    }

    handleMend(event: Event): void {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        const command = this.checks.find((check) => check.name === name)?.command;
        if (command) send(this, command);
    }

    handleClose(): void {
        send(this, { type: 'set-preferences', preferences: { welcomed: true } });
        this.dispatchEvent(new CustomEvent('close'));
    }
}

function microphoneFinding({ audio: { microphone: found } }: SoftphoneSnapshot): Finding {
    if (found.status === 'ready') return OK;
    const command = { type: 'prepare-audio' } as const;
    if (found.status === 'unknown') return { state: 'waiting', advice: microphoneUnknown, action: allow, command };
    return { state: 'problem', advice: MICROPHONE_ADVICE[found.problem], action: tryAgain, command };
}

function soundFinding({ audio: { playable } }: SoftphoneSnapshot): Finding {
    // Any press unlocks sound; this one says so.
    return playable ? OK : { state: 'problem', advice: soundBlocked, action: soundEnable, command: { type: 'prepare-audio' } };
}

function pbxFinding({ about, agent, connection: { status } }: SoftphoneSnapshot): Finding {
    if (status === 'connected') return OK;
    const wrong = about.settingProblems.find(({ takes }) => takes.form === 'address');
    if (wrong) return { state: 'problem', advice: problemText(wrong), action: null, command: null };
    if (agent.status === 'signed-out') return { state: 'waiting', advice: signInFirst, action: null, command: null };
    if (status === 'recovering') {
        const advice = format(pbxUnreachable, about.server ? pageOf(about.server) : '');
        return { state: 'problem', advice, action: connectNow, command: { type: 'reconnect' } };
    }
    return { state: 'waiting', advice: connecting, action: null, command: null };
}

/** A WebSocket does not tell why it did not open (WHATWG WebSockets, “fail the WebSocket connection”); a tab with the same host does. */
function pageOf(server: string): string {
    return new URL('/', server.replace(/^ws/, 'http')).href;
}

function registrationFinding({ agent, connection, registration }: SoftphoneSnapshot): Finding {
    if (registration.status === 'registered' && connection.status === 'connected') return OK;
    if (registration.status === 'rejected') {
        const advice = format(REFUSAL_ADVICE[registration.problem], registration.statusCode);
        return { state: 'problem', advice, action: null, command: null };
    }
    return { state: 'waiting', advice: agent.status === 'signed-out' ? signInFirst : registering, action: null, command: null };
}

function clickToDialFinding({ crm, registration }: SoftphoneSnapshot): Finding {
    const command = { type: 'enable-click-to-dial' } as const;
    if (crm.clickToDial === 'on') return OK;
    if (crm.clickToDial === 'unavailable') return { state: 'problem', advice: clickToDialUnavailable, action: tryAgain, command };
    // The phone switches it on itself as soon as it is registered.
    const canTry = registration.status === 'registered';
    return { state: 'waiting', advice: clickToDialLater, action: canTry ? tryAgain : null, command: canTry ? command : null };
}
