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
        properties: { language: ({ user }) => user.language.replace('_', '-') },
        remoteActions: {
            getSettings: ({ user }) => {
                const sipAccount = sipAccountOf(user.id);
                // Remoting leaves out the properties that are null.
                return sipAccount ? { sipAccount } : {};
            },
            findByPhone: ({ store }, [spellings]) => {
                if (!Array.isArray(spellings) || !spellings.every((spelling) => typeof spelling === 'string')) {
                    throw new ApexException('findByPhone expects a list of strings.');
                }
                return store
                    .findByPhone(searchPhrases(spellings), {
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

/** The class's phrases, without their quotes: digits in their groups. */
function searchPhrases(spellings: readonly string[]): readonly string[] {
    const phrases = spellings.map((spelling) =>
        spelling
            .slice(0, 40)
            .replace(/[^0-9０-９ー]+/g, ' ')
            .trim()
    );
    return [...new Set(phrases)].filter((phrase) => phrase.length >= 3).slice(0, MOST_SPELLINGS);
}
