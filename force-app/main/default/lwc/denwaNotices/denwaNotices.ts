import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { format } from 'c/denwaText';
import accountInvalid from '@salesforce/label/c.Denwa_Notice_Account_Invalid';
import accountUnreadable from '@salesforce/label/c.Denwa_Notice_Account_Unreadable';
import callLogFailed from '@salesforce/label/c.Denwa_Notice_Call_Log_Failed';
import callerSearchFailed from '@salesforce/label/c.Denwa_Notice_Caller_Search_Failed';
import crmUnavailable from '@salesforce/label/c.Denwa_Notice_Crm_Unavailable';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import historyUnavailable from '@salesforce/label/c.Denwa_Notice_History_Unavailable';
import holdFailed from '@salesforce/label/c.Denwa_Notice_Hold_Failed';
import journalUnavailable from '@salesforce/label/c.Denwa_Notice_Journal_Unavailable';
import lineBusy from '@salesforce/label/c.Denwa_Notice_Line_Busy';
import mergeFailed from '@salesforce/label/c.Denwa_Notice_Merge_Failed';
import notRegistered from '@salesforce/label/c.Denwa_Notice_Not_Registered';
import numberAmbiguous from '@salesforce/label/c.Denwa_Notice_Number_Ambiguous';
import numberMissing from '@salesforce/label/c.Denwa_Notice_Number_Missing';
import numberNotDialable from '@salesforce/label/c.Denwa_Notice_Number_Not_Dialable';
import numberTooLong from '@salesforce/label/c.Denwa_Notice_Number_Too_Long';
import resumeFailed from '@salesforce/label/c.Denwa_Notice_Resume_Failed';
import screenPopFailed from '@salesforce/label/c.Denwa_Notice_Screen_Pop_Failed';
import settingsInvalid from '@salesforce/label/c.Denwa_Notice_Settings_Invalid';
import slotUnknown from '@salesforce/label/c.Denwa_Notice_Slot_Unknown';
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
    'account-unreadable': accountUnreadable
};

/** What the agent should know and may close. */
export default class DenwaNotices extends LightningElement {
    readonly label = { dismiss };
    @api notices: readonly Notice[] = [];

    get items(): readonly { readonly id: string; readonly text: string }[] {
        return this.notices.map((notice) => ({ id: notice.id, text: noticeText(notice) }));
    }

    handleDismiss(event: Event): void {
        const { noticeId } = (event.currentTarget as HTMLElement).dataset;
        if (noticeId !== undefined) send(this, { type: 'dismiss-notice', noticeId });
    }
}

function noticeText({ code, detail }: Notice): string {
    const text = texts[code];
    if (text.includes('{0}')) return format(text, detail);
    return detail === '' ? text : format(withDetail, text, detail);
}
