import type { FieldValue, Language, ObjectName } from './schema';
import type { OrgRecord } from './records';

/** The shapes of the JSON that the Lightning page and the server of the stand-in org exchange. */

export interface OrgUser {
    /** 18 characters, key prefix 005. */
    readonly id: string;
    /** Short name for `?user=`. */
    readonly username: string;
    readonly name: string;
    readonly language: Language;
}

/** A number outside of the PBX that an agent can dial, with what happens when it is dialled. */
export interface OutsideNumber {
    readonly number: string;
    readonly description: string;
}

export interface TelephoneNetworkInfo {
    /** The extension that rings, or null when the running user has no SIP account. */
    readonly extension: string | null;
    readonly outsideNumbers: readonly OutsideNumber[];
}

/** All that the page needs to start for one user. */
export interface Bootstrap {
    readonly user: OrgUser;
    readonly users: readonly OrgUser[];
    /** Flat map as `getCallCenterSettings` returns it. */
    readonly callCenterSettings: Readonly<Record<string, string>>;
    readonly softphone: { readonly url: string; readonly label: string; readonly width: number; readonly height: number };
    /** Null when the stand-in has no telephone network of its own. */
    readonly telephoneNetwork: TelephoneNetworkInfo | null;
}

/** A record with what its page shows around it. */
export interface RecordPage {
    readonly record: OrgRecord;
    /** Names of the records and users that the shown records point to, by id. */
    readonly names: Readonly<Record<string, string>>;
    /** Tasks, newest first. */
    readonly activities: readonly OrgRecord[];
    readonly related: readonly { readonly objectType: ObjectName; readonly records: readonly OrgRecord[] }[];
}

export interface RecordList {
    readonly records: readonly OrgRecord[];
    readonly names: Readonly<Record<string, string>>;
}

/** What a caller sends to create a record (`entityApiName`) or to change one (`Id`), with the fields beside it. */
export type RecordInput = Readonly<Record<string, unknown>>;

/** The error detail of `saveLog`, in the shape of the platform's record errors. */
export interface RecordErrorDetail {
    readonly message: string;
    readonly pageErrors: readonly { readonly statusCode: string; readonly message: string }[];
    readonly fieldErrors: Readonly<
        Record<string, readonly { readonly statusCode: string; readonly message: string; readonly field: string }[]>
    >;
}

export type SaveResult = { readonly saved: true; readonly id: string } | { readonly saved: false; readonly detail: RecordErrorDetail };

export interface ApexRequest {
    readonly apexClass: string;
    readonly methodName: string;
    /** Query string `a=b&c=d`. */
    readonly methodParams: string;
}

export type ApexResult = { readonly ran: true; readonly value: string } | { readonly ran: false; readonly message: string };

export interface RingRequest {
    readonly callerNumber: string;
    readonly callerName: string;
}

export interface RingResult {
    readonly ringing: boolean;
    /** Why it does not ring. */
    readonly message?: string;
}

export type DefaultFieldValues = Readonly<Record<string, FieldValue>>;
