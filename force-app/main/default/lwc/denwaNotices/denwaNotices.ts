import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { format } from 'c/denwaText';
import accountIncomplete from '@salesforce/label/c.Denwa_Notice_Account_Incomplete';
import accountInvalid from '@salesforce/label/c.Denwa_Notice_Account_Invalid';
import accountUnreadable from '@salesforce/label/c.Denwa_Notice_Account_Unreadable';
import audioSystemDefault from '@salesforce/label/c.Denwa_Notice_Audio_System_Default';
import callerSearchFailed from '@salesforce/label/c.Denwa_Notice_Caller_Search_Failed';
import callLogFailed from '@salesforce/label/c.Denwa_Notice_Call_Log_Failed';
import copied from '@salesforce/label/c.Denwa_Notice_Copied';
import copyFailed from '@salesforce/label/c.Denwa_Notice_Copy_Failed';
import credentialProviderUnknown from '@salesforce/label/c.Denwa_Notice_Credential_Provider_Unknown';
import crmUnavailable from '@salesforce/label/c.Denwa_Notice_Crm_Unavailable';
import details from '@salesforce/label/c.Denwa_Settings_Wrong_Show';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import downloadFailed from '@salesforce/label/c.Denwa_Notice_Download_Failed';
import echoUnavailable from '@salesforce/label/c.Denwa_Notice_Echo_Unavailable';
import historyUnavailable from '@salesforce/label/c.Denwa_Notice_History_Unavailable';
import holdFailed from '@salesforce/label/c.Denwa_Notice_Hold_Failed';
import journalUnavailable from '@salesforce/label/c.Denwa_Notice_Journal_Unavailable';
import lineBusy from '@salesforce/label/c.Denwa_Notice_Line_Busy';
import mergeFailed from '@salesforce/label/c.Denwa_Notice_Merge_Failed';
import microphoneReplaced from '@salesforce/label/c.Denwa_Notice_Microphone_Replaced';
import microphoneReturned from '@salesforce/label/c.Denwa_Notice_Microphone_Returned';
import microphoneUnplugged from '@salesforce/label/c.Denwa_Notice_Microphone_Unplugged';
import microphoneWithdrawn from '@salesforce/label/c.Denwa_Notice_Microphone_Withdrawn';
import notRegistered from '@salesforce/label/c.Denwa_Notice_Not_Registered';
import numberAmbiguous from '@salesforce/label/c.Denwa_Notice_Number_Ambiguous';
import numberMissing from '@salesforce/label/c.Denwa_Notice_Number_Missing';
import numberNotDialable from '@salesforce/label/c.Denwa_Notice_Number_Not_Dialable';
import numberTooLong from '@salesforce/label/c.Denwa_Notice_Number_Too_Long';
import preferencesUnavailable from '@salesforce/label/c.Denwa_Notice_Preferences_Unavailable';
import resumeFailed from '@salesforce/label/c.Denwa_Notice_Resume_Failed';
import ringerReplaced from '@salesforce/label/c.Denwa_Notice_Ringer_Replaced';
import ringerReturned from '@salesforce/label/c.Denwa_Notice_Ringer_Returned';
import screenPopFailed from '@salesforce/label/c.Denwa_Notice_Screen_Pop_Failed';
import settingsInvalid from '@salesforce/label/c.Denwa_Notice_Settings_Invalid';
import slotUnknown from '@salesforce/label/c.Denwa_Notice_Slot_Unknown';
import speakerReplaced from '@salesforce/label/c.Denwa_Notice_Speaker_Replaced';
import speakerReturned from '@salesforce/label/c.Denwa_Notice_Speaker_Returned';
import speakerUnplugged from '@salesforce/label/c.Denwa_Notice_Speaker_Unplugged';
import statusNotTold from '@salesforce/label/c.Denwa_Notice_Status_Not_Told';
import withDetail from '@salesforce/label/c.Denwa_Notice_With_Detail';
import type { Notice, NoticeCode } from '../../../../../src/telephony/notice';

const texts: Record<NoticeCode, string> = {
    'number-missing': numberMissing,
    'number-not-dialable': numberNotDialable,
    'number-ambiguous': numberAmbiguous,
    'number-too-long': numberTooLong,
    'not-registered': notRegistered,
    'line-busy': lineBusy,
    'hold-failed': holdFailed,
    'resume-failed': resumeFailed,
    'merge-failed': mergeFailed,
    'slot-unknown': slotUnknown,
    'history-unavailable': historyUnavailable,
    'caller-search-failed': callerSearchFailed,
    'screen-pop-failed': screenPopFailed,
    'call-log-failed': callLogFailed,
    'journal-unavailable': journalUnavailable,
    'crm-unavailable': crmUnavailable,
    'settings-invalid': settingsInvalid,
    'account-invalid': accountInvalid,
    'account-unreadable': accountUnreadable,
    'credential-provider-unknown': credentialProviderUnknown,
    'account-incomplete': accountIncomplete,
    'microphone-unplugged': microphoneUnplugged,
    'microphone-replaced': microphoneReplaced,
    'microphone-returned': microphoneReturned,
    'microphone-withdrawn': microphoneWithdrawn,
    'speaker-unplugged': speakerUnplugged,
    'speaker-replaced': speakerReplaced,
    'speaker-returned': speakerReturned,
    'ringer-replaced': ringerReplaced,
    'ringer-returned': ringerReturned,
    'audio-system-default': audioSystemDefault,
    'status-not-told': statusNotTold,
    'preferences-unavailable': preferencesUnavailable,
    'echo-unavailable': echoUnavailable,
    copied: copied,
    'copy-failed': copyFailed,
    'download-failed': downloadFailed
};

/** What nobody has to do anything about. */
const goodNews: readonly NoticeCode[] = ['microphone-returned', 'speaker-returned', 'ringer-returned', 'audio-system-default', 'copied'];

interface Item {
    readonly id: string;
    readonly text: string;
    /** Whether the settings screen tells more. */
    readonly isExplained: boolean;
}

/**
 * What the agent should know and may close. Stays in the page while there is nothing, so that screen readers tell what comes.
 * @fires settings to see what is wrong with the settings
 */
export default class DenwaNotices extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { details, dismiss };
    @api notices: readonly Notice[] = [];

    get groups(): readonly {
        readonly role: 'alert' | 'status';
        readonly icon: string;
        readonly variant: string | undefined;
        readonly items: readonly Item[];
    }[] {
        const isGood = ({ code }: Notice): boolean => goodNews.includes(code);
        return [
            {
                role: 'alert',
                icon: 'utility:warning',
                variant: 'warning',
                items: itemsOf(this.notices.filter((notice) => !isGood(notice)))
            },
            { role: 'status', icon: 'utility:info', variant: undefined, items: itemsOf(this.notices.filter(isGood)) }
        ];
    }

    handleDetails(): void {
        this.dispatchEvent(new CustomEvent('settings'));
    }

    handleDismiss(event: Event): void {
        const { noticeId } = (event.currentTarget as HTMLElement).dataset;
        if (noticeId !== undefined) send(this, { type: 'dismiss-notice', noticeId });
    }
}

function itemsOf(notices: readonly Notice[]): readonly Item[] {
    return notices.map((notice) => ({ id: notice.id, text: noticeText(notice), isExplained: notice.code === 'settings-invalid' }));
}

function noticeText({ code, detail }: Notice): string {
    const text = texts[code];
    if (text.includes('{0}')) return format(text, detail);
    return detail === '' ? text : format(withDetail, text, detail);
}
