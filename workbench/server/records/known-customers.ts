import type { ObjectName } from '../../shared/schema';
import { schemas } from '../../shared/schema';
import { makeRecordId } from './record-id';

/** A customer that every seeded store holds, for tests and walk-throughs. */
export interface KnownCustomer {
    readonly id: string;
    readonly objectType: ObjectName;
    readonly name: string;
    /** The number, spelled as stored. */
    readonly phone: string;
    readonly fields: Readonly<Record<string, string>>;
    /** The contact behind a person account. */
    readonly contactId?: string;
}

function known(
    objectType: ObjectName,
    serial: number,
    name: string,
    phone: string,
    fields: Readonly<Record<string, string>>
): KnownCustomer {
    return { id: makeRecordId(schemas[objectType].keyPrefix, serial), objectType, name, phone, fields };
}

const accountWithFixedLine = known('Account', 1, '株式会社あおば商事', '03-1234-5678', {
    Name: '株式会社あおば商事',
    Phone: '03-1234-5678',
    BillingCity: '千代田区',
    Industry: 'Retail'
});

/** The seed creates them first and in this order, which fixes their ids. */
export const knownCustomers = {
    accountWithFixedLine,
    contactWithMobile: known('Contact', 1, '田中 太郎', '+81 90-1234-5678', {
        LastName: '田中',
        FirstName: '太郎',
        AccountId: accountWithFixedLine.id,
        Title: '購買部長',
        MobilePhone: '+81 90-1234-5678',
        Email: 'taro.tanaka@aoba.example'
    }),
    firstWithSharedNumber: known('Contact', 2, '伊藤 さくら', '03-5555-0100', {
        LastName: '伊藤',
        FirstName: 'さくら',
        AccountId: accountWithFixedLine.id,
        Phone: '03-5555-0100'
    }),
    secondWithSharedNumber: known('Contact', 3, '伊藤 健', '(03)5555-0100', { LastName: '伊藤', FirstName: '健', Phone: '(03)5555-0100' }),
    internationalContact: known('Contact', 4, 'Emily Carter', '+1 415-555-0132', {
        LastName: 'Carter',
        FirstName: 'Emily',
        Title: 'Procurement Manager',
        Phone: '+1 415-555-0132'
    }),
    contactWithMarkup: known('Contact', 5, '<b>Test</b> & "Co"', '045-222-0199', {
        LastName: '& "Co"',
        FirstName: '<b>Test</b>',
        Phone: '045-222-0199'
    }),
    lead: known('Lead', 1, '高橋 美咲', '06-6345-0101', {
        LastName: '高橋',
        FirstName: '美咲',
        Company: 'みさき食品株式会社',
        Phone: '06-6345-0101',
        Status: 'Open - Not Contacted'
    }),
    personAccount: {
        ...known('Account', 2, '森 由紀', '080-3333-0107', { LastName: '森', FirstName: '由紀', PersonMobilePhone: '080-3333-0107' }),
        contactId: makeRecordId(schemas.Contact.keyPrefix, 6)
    }
} as const satisfies Readonly<Record<string, KnownCustomer>>;
