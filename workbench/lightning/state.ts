import type { FlowArgument } from '../host/org-page';
import type { Bootstrap, RecordErrorDetail, RecordList, RecordPage } from '../shared/org-api';
import type { ObjectName } from '../shared/schema';
import { homeRoute, type Route } from './routes';
import { texts, type Texts } from './texts';

/** What fills the main part of the page. */
export type Content =
    | { readonly kind: 'loading' }
    | { readonly kind: 'list'; readonly objectType: ObjectName; readonly list: RecordList; readonly filter: string }
    | { readonly kind: 'record'; readonly page: RecordPage }
    | { readonly kind: 'search'; readonly text: string; readonly list: RecordList }
    | { readonly kind: 'message'; readonly message: string };

/** A form over the page: of a record that is to be, or of one that is to change. */
export interface RecordForm {
    readonly kind: 'form';
    readonly objectType: ObjectName;
    /** Null for a new record. */
    readonly recordId: string | null;
    readonly isPerson: boolean;
    /** What stands in the fields now. */
    readonly values: Readonly<Record<string, string>>;
    /** A person has typed something that is not saved. */
    readonly isDirty: boolean;
    readonly error: RecordErrorDetail | null;
}

export type Modal = RecordForm | { readonly kind: 'flow'; readonly name: string; readonly args: readonly FlowArgument[] };

export interface RecordTab {
    readonly recordId: string;
    readonly objectType: ObjectName;
    readonly name: string;
}

/** The utility item and its panel, as the softphone has set them. Sizes in pixels. */
export interface SoftphoneUtility {
    readonly visible: boolean;
    readonly width: number;
    readonly height: number;
    readonly itemLabel: string;
    readonly itemIcon: string;
    readonly panelLabel: string;
    readonly panelIcon: string;
}

export interface NetworkPane {
    readonly open: boolean;
    readonly callerNumber: string;
    readonly callerName: string;
    /** What came of the last ring. */
    readonly outcome: string;
    /** People to choose from, once the pane was opened. */
    readonly callers: readonly { readonly name: string; readonly number: string }[];
}

export interface PageState {
    readonly org: Bootstrap;
    readonly texts: Texts;
    readonly route: Route;
    readonly content: Content;
    readonly modal: Modal | null;
    readonly tabs: readonly RecordTab[];
    readonly clickToDialEnabled: boolean;
    readonly softphone: SoftphoneUtility;
    readonly network: NetworkPane;
}

export function initialState(org: Bootstrap): PageState {
    const { label, width, height } = org.softphone;
    return {
        org,
        texts: texts[org.user.language],
        route: homeRoute,
        content: { kind: 'loading' },
        modal: null,
        tabs: [],
        clickToDialEnabled: false,
        softphone: { visible: false, width, height, itemLabel: label, itemIcon: 'call', panelLabel: label, panelIcon: 'call' },
        network: { open: false, callerNumber: '', callerName: '', outcome: '', callers: [] }
    };
}
