import type { OrgUser } from '../../shared/org-api';
import { phonesOf, recordName } from '../../shared/records';
import { ApexException, type ApexClass } from './apex-class';

/** The SIP account of one agent, as `DenwaController.getSettings` hands it to the page. */
export interface SipAccount {
    readonly extension: string;
    readonly authorizationName: string;
    readonly password: string;
    readonly displayName: string;
}

export type SipAccountOfUser = (userId: string) => SipAccount | null;

const MOST_SPELLINGS = 20;
const MOST_RECORDS = 50;

/** The stand-in of `force-app/main/default/classes/DenwaController.cls`. */
export function denwaController(sipAccountOf: SipAccountOfUser): ApexClass {
    return {
        properties: { language: ({ user }) => languageTag(user) },
        remoteActions: {
            getSettings: ({ user }) => ({
                userId: user.id,
                userName: user.name,
                language: languageTag(user),
                // Remoting leaves out the properties that are null.
                ...(sipAccountOf(user.id) && { sipAccount: sipAccountOf(user.id) })
            }),
            findByPhone: ({ store }, [spellings]) => {
                if (!Array.isArray(spellings) || !spellings.every((spelling) => typeof spelling === 'string')) {
                    throw new ApexException('findByPhone expects a list of strings.');
                }
                return store
                    .findByPhone(spellings.map(phoneCharacters).slice(0, MOST_SPELLINGS), {
                        objects: ['Contact', 'Account', 'Lead'],
                        where: (record) => record.fields['IsConverted'] !== true,
                        limit: MOST_RECORDS
                    })
                    .map((record) => ({
                        id: record.id,
                        objectType: record.objectType,
                        name: recordName(record),
                        phones: phonesOf(record)
                    }));
            }
        },
        webServices: {}
    };
}

function languageTag({ language }: OrgUser): string {
    return language.replace('_', '-');
}

/** What the class lets through to the search. */
function phoneCharacters(spelling: string): string {
    return spelling
        .slice(0, 40)
        .replace(/[^0-9０-９+()\-. ]/g, '')
        .trim();
}
