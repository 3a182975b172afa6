import type { Unsubscribe } from '../base/emitter';
import type { PhoneCommand } from '../telephony/command';
import type { SoftphoneFact } from '../telephony/fact';
import type { NoticeCode } from '../telephony/notice';
import type { Origin } from '../telephony/origin';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import type { CrmReport } from '../telephony/state';

/** What the CRM room needs of the phone. No method throws. */
export interface BridgedPhone {
    readonly snapshot: SoftphoneSnapshot;
    send(command: PhoneCommand, origin: Origin): void;
    /** Every change of the state. What is reported from within a listener counts when all have been told. */
    subscribe(listener: (snapshot: SoftphoneSnapshot) => void): Unsubscribe;
    subscribeFacts(listener: (fact: SoftphoneFact) => void): Unsubscribe;
    /** What was found out or decided in the CRM. */
    report(event: CrmReport): void;
    raise(code: NoticeCode, detail: string): void;
}
