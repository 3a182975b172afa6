import type { AgentStatus } from './agent-status';
import type { CallId } from './call';
import type { CallLogEdit } from './call-log';
import type { Preferences } from './preferences';
import type { RecordLink } from './record';

/** What the view may ask. Plain JSON. */
export type SoftphoneCommand = PhoneCommand | CrmCommand | PageCommand;

/** What the view (or the CRM) may ask of the phone. */
export type PhoneCommand =
    | { readonly type: 'sign-in'; readonly extension: string; readonly password: string }
    | { readonly type: 'sign-out' }
    | {
          /** Whoever is talked to now is put on hold first. */
          readonly type: 'dial';
          /** The number as a person typed it or a record holds it. */
          readonly number: string;
          /** The record that the number was clicked on. */
          readonly record?: RecordLink;
          /** True: the keys as they are typed, whatever the dial plan makes of them. */
          readonly exactly?: boolean;
      }
    /** Tells in the snapshot what would be dialled; an empty number takes the preview away. */
    | { readonly type: 'preview-number'; readonly number: string }
    /** Answers the question of the snapshot: dials this option of it. */
    | { readonly type: 'choose-number'; readonly questionId: string; readonly dialString: string }
    | { readonly type: 'dismiss-question'; readonly questionId: string }
    /** Sends the extension that stood behind the dialled number. */
    | { readonly type: 'send-extension'; readonly callId: CallId }
    /** Whoever is talked to now is put on hold first. */
    | { readonly type: 'answer'; readonly callId: CallId }
    | { readonly type: 'decline'; readonly callId: CallId }
    | { readonly type: 'hang-up'; readonly callId: CallId }
    | { readonly type: 'hold'; readonly callId: CallId }
    /** Whoever is talked to now is put on hold first. */
    | { readonly type: 'resume'; readonly callId: CallId }
    | { readonly type: 'mute'; readonly callId: CallId; readonly muted: boolean }
    /** `digits`: 0 to 9, * and #. */
    | { readonly type: 'send-digits'; readonly callId: CallId; readonly digits: string }
    | {
          /** Blind: to a number that nobody has spoken to. */
          readonly type: 'transfer';
          readonly callId: CallId;
          readonly number: string;
          /** True: although the target was found taken. */
          readonly anyway?: boolean;
      }
    /** Dials the target of a transfer to ask first; the call is put on hold. */
    | { readonly type: 'consult'; readonly callId: CallId; readonly number: string }
    /** Leaves a call and its partner to each other; `callId` is either of the two. */
    | { readonly type: 'complete-transfer'; readonly callId: CallId }
    /** Turns from one of two calls to the other; `callId` is either of the two. */
    | { readonly type: 'swap'; readonly callId: CallId }
    /** Makes two calls a three-way call; `callId` is either of the two. */
    | { readonly type: 'merge'; readonly callId: CallId }
    | { readonly type: 'park'; readonly callId: CallId }
    /** `parkedId`: the id of the call that was parked. */
    | { readonly type: 'retrieve'; readonly parkedId: CallId }
    | { readonly type: 'dismiss-parked'; readonly parkedId: CallId }
    /** Answers a colleague's ringing call: of the extension, or of anybody in the same group. */
    | { readonly type: 'pick-up'; readonly extension?: string }
    | { readonly type: 'dismiss-call'; readonly callId: CallId }
    | { readonly type: 'dismiss-notice'; readonly noticeId: string }
    | { readonly type: 'clear-history' }
    /** Asks for the microphone before the first call needs it. Sent from a press it also unlocks sound, as every command of the agent does. */
    | { readonly type: 'prepare-audio' }
    /** During a call it takes effect when the last one has ended. */
    | { readonly type: 'set-status'; readonly status: AgentStatus }
    | { readonly type: 'set-preferences'; readonly preferences: Partial<Preferences> }
    /** Tells the microphone's loudness in the snapshot, until it is switched off. */
    | { readonly type: 'measure-microphone'; readonly on: boolean }
    /** Plays a tone for a moment. */
    | { readonly type: 'test-sound'; readonly output: 'speaker' | 'ringer' }
    /** Calls the extension that plays back what it hears. */
    | { readonly type: 'echo-call' }
    /** The agent has seen which calls were missed. */
    | { readonly type: 'see-missed' }
    /** Tries to connect now, without waiting for the next attempt's time. */
    | { readonly type: 'reconnect' };

/** What the view may ask of the CRM around the phone. */
export type CrmCommand =
    | { readonly type: 'open-record'; readonly record: RecordLink }
    /** Opens what was withheld for a call: record, form of a new record, or search page. */
    | { readonly type: 'show-pop'; readonly callId: CallId }
    /** Which of its matches a call belongs to; opens it. `remember`: also the next call of that number. */
    | { readonly type: 'choose-record'; readonly callId: CallId; readonly recordId: string; readonly remember: boolean }
    | ({ readonly type: 'edit-log'; readonly callId: CallId } & CallLogEdit)
    /** Saves the log of an ended call now. */
    | { readonly type: 'save-log'; readonly callId: CallId }
    /** Asks the CRM once more to hand numbers that are pressed to the phone. */
    | { readonly type: 'enable-click-to-dial' }
    /** Puts a saved log out of sight. */
    | { readonly type: 'close-log'; readonly callId: CallId };

/** What the view may ask of the page that it is in. */
export type PageCommand =
    /** Loads the page anew, which ends every call; the view asks before. */
    | { readonly type: 'reload' }
    /** Saves the log to a file. `maskNumbers`: but for their last four digits. */
    | { readonly type: 'download-log'; readonly maskNumbers: boolean }
    /** Saves all that a support case needs to a file. */
    | { readonly type: 'download-bundle'; readonly maskNumbers: boolean }
    | { readonly type: 'copy-text'; readonly text: string };

const PAGE_COMMANDS: readonly string[] = [
    'reload',
    'download-log',
    'download-bundle',
    'copy-text'
] satisfies readonly PageCommand['type'][];

export function isPageCommand(command: SoftphoneCommand): command is PageCommand {
    return PAGE_COMMANDS.includes(command.type);
}

const CRM_COMMANDS: readonly string[] = [
    'open-record',
    'show-pop',
    'choose-record',
    'edit-log',
    'save-log',
    'enable-click-to-dial',
    'close-log'
] satisfies readonly CrmCommand['type'][];

export function isCrmCommand(command: SoftphoneCommand): command is CrmCommand {
    return CRM_COMMANDS.includes(command.type);
}
