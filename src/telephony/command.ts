import type { CallId, RecordLink } from './call';

/** What the view (or the CRM) may ask of the phone. Plain JSON. */
export type SoftphoneCommand =
    | { readonly type: 'sign-in'; readonly extension: string; readonly password: string }
    | { readonly type: 'sign-out' }
    | {
          readonly type: 'dial';
          /** The number as a person typed it or a record holds it. */
          readonly number: string;
          /** The record that the number was clicked on. */
          readonly record?: RecordLink;
      }
    | { readonly type: 'answer'; readonly callId: CallId }
    | { readonly type: 'decline'; readonly callId: CallId }
    | { readonly type: 'hang-up'; readonly callId: CallId }
    | { readonly type: 'dismiss-call'; readonly callId: CallId }
    | { readonly type: 'dismiss-notice'; readonly noticeId: string }
    /** Asks for the microphone before the first call needs it. Sent from a press it also unlocks sound, as every command of the agent does. */
    | { readonly type: 'prepare-audio' };
