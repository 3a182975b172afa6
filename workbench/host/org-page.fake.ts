import type { OrgRecord } from '../shared/records';
import type { OrgPage, SoftphoneLayoutSection } from './org-page';

const section: SoftphoneLayoutSection = {
    callRelatedFields: ['ANI'],
    objects: { Contact: [{ displayName: 'Phone', apiName: 'Phone' }] },
    screenPopSettings: { screenPopsOpenWithin: 'ExistingWindow' }
};

const inbound: SoftphoneLayoutSection = {
    ...section,
    screenPopSettings: {
        ...section.screenPopSettings,
        NoMatch: { screenPopType: 'PopToEntity', screenPopData: 'Contact' },
        SingleMatch: { screenPopType: 'PopToEntity' },
        MultipleMatches: { screenPopType: 'PopToSearch' }
    }
};

/** A page for tests of the host: writes down what was done to it, and finds the records that it was given. */
export class FakePage {
    readonly done: (readonly unknown[])[] = [];
    readonly #found: readonly OrgRecord[];

    constructor(found: readonly OrgRecord[] = []) {
        this.#found = found;
    }

    orgPage(): OrgPage {
        const note =
            (what: string) =>
            (...details: readonly unknown[]): void => {
                this.done.push([what, ...details]);
            };
        return {
            setPanelVisible: note('visible'),
            isPanelVisible: () => true,
            setPanelHeight: note('height'),
            setPanelWidth: note('width'),
            setPanelLabel: note('panel label'),
            setPanelIcon: note('panel icon'),
            setItemLabel: note('item label'),
            setItemIcon: note('item icon'),
            setClickToDialEnabled: note('click-to-dial'),
            appViewInfo: () => ({ url: '/somewhere' }),
            screenPop: (target) => {
                note('pop')(target);
                return Promise.resolve(!('recordId' in target) || target.recordId !== 'missing');
            },
            refreshView: () => Promise.resolve(note('refresh')()),
            callCenterSettings: () => ({ '/reqGeneralInfo/reqUseApi': 'true' }),
            softphoneLayout: () => ({ Inbound: inbound, Outbound: section, Internal: section }),
            search: () => Promise.resolve(this.#found),
            saveLog: ({ Subject }) =>
                Promise.resolve(
                    Subject === 'refuse'
                        ? { saved: false, detail: { message: 'no', pageErrors: [], fieldErrors: {} } }
                        : { saved: true, id: '00T000000000001AAA' }
                ),
            runApex: ({ apexClass }) =>
                apexClass === 'Broken'
                    ? Promise.reject(new Error('HTTP 500'))
                    : Promise.resolve(
                          apexClass === 'Known'
                              ? { ran: true, value: '{}' }
                              : { ran: false, message: `Could not load Apex class: ${apexClass}.` }
                      )
        };
    }
}
