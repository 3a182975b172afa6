import type { Unsubscribe } from '../base/emitter';
import type { RecordLink } from '../telephony/record';

/** A press on a phone number in the CRM. */
export interface ClickToDial {
    /** As the record holds it; empty when the CRM sent none. */
    readonly number: string;
    /** The record that the number stands on, where the CRM names one. */
    readonly record: RecordLink | null;
}

/** The page in front of the agent, as far as the CRM tells. */
export interface CrmView {
    /** The record on it; null when it shows none. */
    readonly record: RecordLink | null;
    /** A form that may hold what is not saved yet. An edit in place cannot be told from a page that is only looked at. */
    readonly isForm: boolean;
}

/** Of the phone's panel, in pixels. */
export interface PanelSize {
    readonly width: number;
    readonly height: number;
}

/** Initial values of a new record by field API name. */
export type FieldValues = Readonly<Record<string, string>>;

/**
 * The port to the CRM around the phone. Every promise settles within the implementation's time limit; it rejects with a `CrmError` only.
 * Open CTI is the first implementation; Salesforce Voice is to be the second.
 */
export interface CrmHost {
    enableClickToDial(): Promise<void>;
    disableClickToDial(): Promise<void>;
    onClickToDial(listener: (click: ClickToDial) => void): Unsubscribe;
    /** Brings the phone's panel before the agent's eyes. */
    showPanel(): Promise<void>;
    /** Text on the phone's button and panel. */
    setPhoneLabel(label: string): Promise<void>;
    /** Icon on the phone's button and panel: the name of an SLDS utility icon. */
    setPhoneIcon(icon: string): Promise<void>;
    /** Pixels; what the CRM does not allow becomes the nearest that it does. */
    setPanelSize(size: PanelSize): Promise<void>;
    openRecord(recordId: string): Promise<void>;
    /** Opens the form of a record that does not exist yet. */
    openNewRecord(objectType: string, fieldValues: FieldValues): Promise<void>;
    /** Opens the CRM's search page; `text` has at least 3 characters. */
    openSearch(text: string): Promise<void>;
    /**
     * Lets the CRM itself search a number and show what it finds, by the rules that the administrator made there (softphone layout).
     * @returns the records that it found
     */
    searchAndShow(text: string, callType: 'inbound' | 'outbound' | 'internal', fieldValues: FieldValues): Promise<readonly RecordLink[]>;
    /** What is in front of the agent now. */
    view(): Promise<CrmView>;
    onViewChange(listener: (view: CrmView) => void): Unsubscribe;
    /** Makes the CRM's page show what was saved. */
    refresh(): Promise<void>;
    /** Tells plain JSON to the components that the administrator has put on the CRM's own page. Nobody may be listening. */
    publish(message: object): Promise<void>;
    /** What these components tell the phone. Any of them may, so it has to be checked. */
    onMessage(listener: (message: unknown) => void): Unsubscribe;
    /** What the administrator set for this call center, by item. */
    callCenterSettings(): Promise<ReadonlyMap<string, string>>;
}
