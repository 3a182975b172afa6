/** Something the person should know that no other region shows. The view holds the words; `detail` fills their placeholder. */
export type NoticeCode =
    | 'number-missing'
    | 'number-not-dialable'
    | 'number-ambiguous'
    | 'number-too-long'
    | 'account-invalid'
    | 'account-unreadable'
    /** The org's administrator has to put it right; `detail`: what stands in the setting. */
    | 'credential-provider-unknown'
    | 'account-incomplete'
    | 'not-registered'
    /** A call is being set up, a transfer is under way, or there are too many calls. */
    | 'line-busy'
    | 'hold-failed'
    | 'resume-failed'
    | 'merge-failed'
    | 'slot-unknown'
    | 'history-unavailable'
    | 'caller-search-failed'
    | 'screen-pop-failed'
    | 'call-log-failed'
    /** The browser keeps no journal: a log is lost if the page closes before it is saved. */
    | 'journal-unavailable'
    | 'crm-unavailable'
    | 'settings-invalid'
    /** The call goes on; `detail`: the device that is used now. */
    | 'microphone-unplugged'
    | 'microphone-replaced'
    | 'microphone-returned'
    | 'microphone-withdrawn'
    | 'speaker-unplugged'
    | 'speaker-replaced'
    | 'speaker-returned'
    | 'ringer-replaced'
    | 'ringer-returned'
    /** The system takes another device by default, and so does the phone; `detail`: its name. */
    | 'audio-system-default'
    /** The PBX did not hear of the agent's status. */
    | 'status-not-told'
    | 'preferences-unavailable'
    | 'echo-unavailable'
    | 'copied'
    | 'copy-failed'
    | 'download-failed';

export interface Notice {
    readonly id: string;
    readonly code: NoticeCode;
    /** Plain text, at most 80 characters; empty when the notice needs none. */
    readonly detail: string;
}

export type NoticeEvent =
    { readonly type: 'notice-raised'; readonly notice: Notice } | { readonly type: 'notice-dismissed'; readonly noticeId: string };

const LONGEST_DETAIL = 80;
const MOST_NOTICES = 3;

/** The newest notices, one per code: a repeated problem replaces its earlier notice instead of filling the panel. */
export function noticesTransition(notices: readonly Notice[], event: NoticeEvent): readonly Notice[] {
    switch (event.type) {
        case 'notice-raised': {
            const notice = { ...event.notice, detail: shorten(event.notice.detail) };
            return [...notices.filter(({ code }) => code !== notice.code), notice].slice(-MOST_NOTICES);
        }
        case 'notice-dismissed':
            return notices.filter(({ id }) => id !== event.noticeId);
    }
}

function shorten(text: string): string {
    return text.length <= LONGEST_DETAIL ? text : `${text.slice(0, LONGEST_DETAIL - 1)}…`;
}
