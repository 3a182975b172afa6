/**
 * What the stand-in org knows about its objects. One table drives list views, record pages, the new-record form, validation and search.
 * Labels are those of the platform in its two languages.
 */
export type ObjectName = 'Account' | 'Contact' | 'Lead' | 'Case' | 'Task';

export type Language = 'en_US' | 'ja';

export type Label = Readonly<Record<Language, string>>;

export type FieldType = 'text' | 'longText' | 'phone' | 'email' | 'picklist' | 'reference' | 'date' | 'dateTime' | 'number' | 'boolean';

export type FieldValue = string | number | boolean | null;

export interface Field {
    readonly name: string;
    readonly label: Label;
    readonly type: FieldType;
    /** Longest accepted text. */
    readonly maxLength?: number;
    /** The number may have decimals. */
    readonly hasDecimals?: true;
    readonly required?: true;
    /** Set by the org, never by a caller. */
    readonly readOnly?: true;
    readonly values?: readonly string[];
    /** What people read for a value of a picklist, where it is not the value itself. */
    readonly valueLabels?: Readonly<Record<string, Label>>;
    /** Objects that a reference may point to. */
    readonly references?: readonly (ObjectName | 'User')[];
    /** The accounts that have it; all, where it is absent. */
    readonly accounts?: 'business' | 'person';
}

export interface ObjectSchema {
    readonly name: ObjectName;
    /** First three characters of every record id of this object. */
    readonly keyPrefix: string;
    readonly label: Label;
    readonly pluralLabel: Label;
    /** Symbol in the SLDS standard sprite. */
    readonly icon: string;
    readonly fields: readonly Field[];
    readonly listFields: readonly string[];
    readonly highlightFields: readonly string[];
}

const label = (en_US: string, ja: string): Label => ({ en_US, ja });

const text = (name: string, en: string, ja: string, maxLength = 255): Field => ({ name, label: label(en, ja), type: 'text', maxLength });
// Phone fields keep the text as typed, at most 40 characters.
const phone = (name: string, en: string, ja: string): Field => ({ name, label: label(en, ja), type: 'phone', maxLength: 40 });
const email = (name: string, en: string, ja: string): Field => ({ name, label: label(en, ja), type: 'email', maxLength: 80 });
const picklist = (name: string, en: string, ja: string, values: readonly string[]): Field => ({
    name,
    label: label(en, ja),
    type: 'picklist',
    values
});
const reference = (name: string, en: string, ja: string, references: readonly (ObjectName | 'User')[]): Field => ({
    name,
    label: label(en, ja),
    type: 'reference',
    references
});
const required = (field: Field): Field => ({ ...field, required: true });
const readOnly = (field: Field): Field => ({ ...field, readOnly: true });
const ofPersons = (field: Field): Field => ({ ...field, accounts: 'person' });

const createdDate = readOnly({ name: 'CreatedDate', label: label('Created Date', '作成日'), type: 'dateTime' });
const lastModifiedDate = readOnly({ name: 'LastModifiedDate', label: label('Last Modified Date', '最終更新日'), type: 'dateTime' });
const fullName = readOnly(text('Name', 'Name', '名前'));
const lastName = text('LastName', 'Last Name', '姓', 80);
const firstName = text('FirstName', 'First Name', '名', 40);
const isPersonAccount = readOnly({ name: 'IsPersonAccount', label: label('Is Person Account', '個人取引先'), type: 'boolean' });

const account: ObjectSchema = {
    name: 'Account',
    keyPrefix: '001',
    label: label('Account', '取引先'),
    pluralLabel: label('Accounts', '取引先'),
    icon: 'account',
    fields: [
        { ...required(text('Name', 'Account Name', '取引先名')), accounts: 'business' },
        ofPersons(lastName),
        ofPersons(firstName),
        phone('Phone', 'Phone', '電話'),
        ofPersons(phone('PersonMobilePhone', 'Mobile', '携帯')),
        ofPersons(phone('PersonHomePhone', 'Home Phone', '自宅電話')),
        ofPersons(phone('PersonOtherPhone', 'Other Phone', 'その他の電話')),
        ofPersons(readOnly(reference('PersonContactId', 'Contact', '取引先責任者', ['Contact']))),
        isPersonAccount,
        phone('Fax', 'Fax', 'Fax'),
        text('Industry', 'Industry', '業種'),
        text('BillingCity', 'Billing City', '市区郡(請求先)', 40),
        text('Website', 'Website', 'Web サイト'),
        createdDate,
        lastModifiedDate
    ],
    listFields: ['Name', 'Phone', 'BillingCity', 'Industry'],
    highlightFields: ['Phone', 'BillingCity', 'Industry']
};

const contact: ObjectSchema = {
    name: 'Contact',
    keyPrefix: '003',
    label: label('Contact', '取引先責任者'),
    pluralLabel: label('Contacts', '取引先責任者'),
    icon: 'contact',
    fields: [
        fullName,
        required(lastName),
        firstName,
        reference('AccountId', 'Account Name', '取引先名', ['Account']),
        text('Title', 'Title', '役職', 128),
        phone('Phone', 'Phone', '電話'),
        phone('MobilePhone', 'Mobile', '携帯'),
        phone('HomePhone', 'Home Phone', '自宅電話'),
        phone('OtherPhone', 'Other Phone', 'その他の電話'),
        email('Email', 'Email', 'メール'),
        isPersonAccount,
        createdDate,
        lastModifiedDate
    ],
    listFields: ['Name', 'AccountId', 'Phone', 'MobilePhone', 'Title'],
    highlightFields: ['AccountId', 'Title', 'Phone', 'MobilePhone', 'Email']
};

const lead: ObjectSchema = {
    name: 'Lead',
    keyPrefix: '00Q',
    label: label('Lead', 'リード'),
    pluralLabel: label('Leads', 'リード'),
    icon: 'lead',
    fields: [
        fullName,
        required(lastName),
        firstName,
        required(text('Company', 'Company', '会社名')),
        text('Title', 'Title', '役職', 128),
        phone('Phone', 'Phone', '電話'),
        phone('MobilePhone', 'Mobile', '携帯'),
        email('Email', 'Email', 'メール'),
        picklist('Status', 'Lead Status', 'リード 状況', ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted']),
        readOnly({ name: 'IsConverted', label: label('Converted', '取引の開始済み'), type: 'boolean' }),
        createdDate,
        lastModifiedDate
    ],
    listFields: ['Name', 'Company', 'Phone', 'MobilePhone', 'Status'],
    highlightFields: ['Company', 'Title', 'Phone', 'MobilePhone', 'Email']
};

const caseObject: ObjectSchema = {
    name: 'Case',
    keyPrefix: '500',
    label: label('Case', 'ケース'),
    pluralLabel: label('Cases', 'ケース'),
    icon: 'case',
    fields: [
        readOnly(text('CaseNumber', 'Case Number', 'ケース番号')),
        text('Subject', 'Subject', '件名'),
        reference('ContactId', 'Contact Name', '取引先責任者名', ['Contact']),
        reference('AccountId', 'Account Name', '取引先名', ['Account']),
        readOnly(phone('ContactPhone', 'Contact Phone', '取引先責任者 電話')),
        phone('SuppliedPhone', 'Web Phone', 'Web 電話番号'),
        picklist('Status', 'Status', '状況', ['New', 'Working', 'Escalated', 'Closed']),
        picklist('Priority', 'Priority', '優先度', ['High', 'Medium', 'Low']),
        picklist('Origin', 'Case Origin', 'ケース発生源', ['Phone', 'Email', 'Web']),
        { name: 'Description', label: label('Description', '説明'), type: 'longText', maxLength: 32000 },
        createdDate,
        lastModifiedDate
    ],
    listFields: ['CaseNumber', 'Subject', 'ContactId', 'Status', 'Priority'],
    highlightFields: ['ContactId', 'ContactPhone', 'Status', 'Priority']
};

const task: ObjectSchema = {
    name: 'Task',
    keyPrefix: '00T',
    label: label('Task', 'ToDo'),
    pluralLabel: label('Tasks', 'ToDo'),
    icon: 'task',
    fields: [
        text('Subject', 'Subject', '件名'),
        reference('WhoId', 'Name', '名前', ['Contact', 'Lead']),
        reference('WhatId', 'Related To', '関連先', ['Account', 'Case']),
        reference('OwnerId', 'Assigned To', '任命先', ['User']),
        picklist('Status', 'Status', '状況', ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred']),
        picklist('Priority', 'Priority', '優先度', ['High', 'Normal', 'Low']),
        { name: 'ActivityDate', label: label('Due Date', '期日'), type: 'date' },
        { name: 'Description', label: label('Comments', 'コメント'), type: 'longText', maxLength: 32000 },
        picklist('Type', 'Type', '種別', ['Call', 'Email', 'Meeting', 'Other']),
        picklist('TaskSubtype', 'Task Subtype', 'ToDo サブ種別', ['Task', 'Call', 'Email']),
        picklist('CallType', 'Call Type', 'コール種別', ['Inbound', 'Outbound', 'Internal']),
        { name: 'CallDurationInSeconds', label: label('Call Duration', 'コール時間'), type: 'number' },
        text('CallDisposition', 'Call Result', 'コール結果'),
        text('CallObject', 'Call Object Identifier', 'コールオブジェクト識別子'),
        // Fields that the org has added itself, for a softphone to be told of.
        {
            ...picklist('Call_Result__c', 'Outcome', '対応結果', ['Resolved', 'Call Back', 'Escalated', 'Wrong Number']),
            valueLabels: {
                Resolved: label('Resolved', '解決'),
                'Call Back': label('Call back', '折り返し'),
                Escalated: label('Escalated', 'エスカレーション'),
                'Wrong Number': label('Wrong number', '間違い電話')
            }
        },
        text('Business_Label__c', 'Business', '業務', 80),
        { name: 'Hold_Seconds__c', label: label('Seconds on Hold', '保留時間 (秒)'), type: 'number' },
        { name: 'Call_Quality__c', label: label('Sound Quality', '音声品質'), type: 'number', hasDecimals: true },
        createdDate,
        lastModifiedDate
    ],
    listFields: ['Subject', 'WhoId', 'WhatId', 'CallType', 'CreatedDate'],
    highlightFields: ['WhoId', 'WhatId', 'CallType', 'CallDurationInSeconds']
};

export const schemas: Readonly<Record<ObjectName, ObjectSchema>> = {
    Account: account,
    Contact: contact,
    Lead: lead,
    Case: caseObject,
    Task: task
};

/** The objects that have a tab in the app. */
export const tabObjects: readonly ObjectName[] = ['Account', 'Contact', 'Lead', 'Case'];

/** The fields that a record of an object has: a person account has others than a company. */
export function fieldsOf(objectType: ObjectName, isPerson: boolean): readonly Field[] {
    return schemas[objectType].fields.filter(({ accounts }) => accounts === undefined || accounts === (isPerson ? 'person' : 'business'));
}

export function isObjectName(name: unknown): name is ObjectName {
    return typeof name === 'string' && Object.hasOwn(schemas, name);
}

export function findField(objectType: ObjectName, name: string): Field | undefined {
    return schemas[objectType].fields.find((field) => field.name === name);
}

/** The object that owns a record id, told by its key prefix. */
export function objectOfId(id: string): ObjectName | undefined {
    return Object.values(schemas).find((schema) => id.startsWith(schema.keyPrefix))?.name;
}

/** The field that holds what people call the record. */
export function nameField(objectType: ObjectName): string {
    switch (objectType) {
        case 'Case':
            return 'CaseNumber';
        case 'Task':
            return 'Subject';
        case 'Account':
        case 'Contact':
        case 'Lead':
            return 'Name';
    }
}
