/**
 * How a call ended, in the words of the glossary.
 * - `hung-up`: a connected call was ended by either side
 * - `cancelled`: the caller gave up before the answer
 * - `declined`, `busy`, `no-answer`, `not-found`, `unavailable`, `forbidden`: what became of an unanswered call
 * - `answered-elsewhere`: another phone took it (RFC 3326, Reason: SIP;cause=200)
 * - `microphone-unavailable`: this phone could not open a microphone; see the audio region for the reason
 * - `connection-lost`: the PBX could not be reached while the call was being set up
 * - `media-failed`: no path for the audio was found
 * - `transferred`, `parked`: this phone gave the call on, and whoever took it goes on with it
 * - `nothing-to-pick-up`: a pickup was dialled and no colleague's phone was ringing
 * - `hold-failed`: it was to begin when another call was on hold, and that could not be done
 * - `page-closed`: the page was closed or its browser crashed in the middle of the call
 * - `refused`: the PBX answered with a status that has no word of its own; `statusCode` tells
 */
export type EndingCause =
    | 'hung-up'
    | 'cancelled'
    | 'declined'
    | 'busy'
    | 'no-answer'
    | 'not-found'
    | 'unavailable'
    | 'forbidden'
    | 'answered-elsewhere'
    | 'microphone-unavailable'
    | 'connection-lost'
    | 'media-failed'
    | 'transferred'
    | 'parked'
    | 'nothing-to-pick-up'
    | 'hold-failed'
    | 'page-closed'
    | 'refused';

export interface CallEnding {
    /** Who ended it: this phone's agent, the other party (or the PBX on its behalf), or this phone by itself. */
    readonly by: 'local' | 'remote' | 'system';
    readonly cause: EndingCause;
    /** The SIP status code, where one was given. */
    readonly statusCode?: number;
}
