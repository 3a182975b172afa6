import type { SoftphoneLayout, SoftphoneLayoutSection } from '../host/org-page';
import { schemas, type ObjectName } from '../shared/schema';

function show(objectType: ObjectName, ...fields: readonly string[]): SoftphoneLayoutSection['objects'] {
    return {
        [objectType]: schemas[objectType].fields
            .filter((field) => fields.includes(field.name))
            .map((field) => ({ displayName: field.label.en_US, apiName: field.name }))
    };
}

const objects = {
    ...show('Account', 'Name', 'Phone'),
    ...show('Contact', 'Name', 'Phone', 'MobilePhone'),
    ...show('Lead', 'Name', 'Company', 'Phone', 'MobilePhone')
};

/** What the org's administrator chose under Softphone Layouts: inbound calls pop, others do not. */
export const softphoneLayout: SoftphoneLayout = {
    Inbound: {
        callRelatedFields: ['ANI', 'DNIS', 'QUEUE'],
        objects,
        screenPopSettings: {
            screenPopsOpenWithin: 'ExistingWindow',
            NoMatch: { screenPopType: 'PopToEntity', screenPopData: 'Contact' },
            SingleMatch: { screenPopType: 'PopToEntity' },
            MultipleMatches: { screenPopType: 'PopToSearch' }
        }
    },
    Outbound: { callRelatedFields: ['DNIS'], objects, screenPopSettings: { screenPopsOpenWithin: 'ExistingWindow' } },
    Internal: { callRelatedFields: ['ANI', 'DNIS'], objects, screenPopSettings: { screenPopsOpenWithin: 'ExistingWindow' } }
};
