import type { OrgRecord } from '../../shared/records';
import type { NetworkPane } from '../state';
import type { Route } from '../routes';

/** What a person can do on the page. The views call these and nothing else. */
export interface Actions {
    readonly navigate: (route: Route) => void;
    readonly search: (text: string) => void;
    readonly filterList: (text: string) => void;
    readonly closeTab: (recordId: string) => void;
    readonly refresh: () => void;
    readonly dial: (number: string, record: OrgRecord) => void;
    /** All values of the open form, after a change of one. */
    readonly typeInForm: (values: Readonly<Record<string, string>>) => void;
    readonly saveForm: (values: Readonly<Record<string, string>>) => void;
    readonly closeModal: () => void;
    readonly toggleSoftphone: () => void;
    readonly toggleNetwork: () => void;
    readonly editNetwork: (change: Partial<Pick<NetworkPane, 'callerNumber' | 'callerName'>>) => void;
    readonly ring: (callerNumber: string, callerName: string) => void;
}
