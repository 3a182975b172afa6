import { findField } from '../../shared/schema';
import { ApexException, type ApexClass, type ApexContext } from './apex-class';
import { saveCallLog } from './denwa-call-log';
import { findCallers } from './denwa-caller-search';

/** The SIP account of one agent, as `DenwaController.getSettings` hands it to the page. */
export interface SipAccount {
    readonly extension: string;
    readonly authorizationName: string;
    /** Left out where `ha1` stands in its place. */
    readonly password?: string;
    readonly ha1?: string;
    readonly displayName: string;
    /** Milliseconds since the Unix epoch. */
    readonly expiresAt?: number;
}

/** Why `DenwaController.getSettings` hands out no account although it should. */
export interface AccountProblem {
    readonly reason: string;
    readonly provider?: string;
}

export type SipAccountOfUser = (userId: string) => SipAccount | null;

/** The stand-in of `force-app/main/default/classes/DenwaController.cls`. */
export function denwaController(sipAccountOf: SipAccountOfUser, accountProblem?: AccountProblem): ApexClass {
    return {
        properties: {
            language: ({ user }) => user.language.replace('_', '-'),
            userId: ({ user }) => user.id,
            userName: ({ user }) => user.name
        },
        remoteActions: {
            getSettings: {
                parameters: 1,
                run: ({ user }, [dispositionField]) => {
                    const asksForAccount = dispositionField === null;
                    const sipAccount = asksForAccount && !accountProblem ? sipAccountOf(user.id) : null;
                    return {
                        // Remoting leaves out the properties that are null.
                        ...(sipAccount && { sipAccount }),
                        ...(asksForAccount && accountProblem && { accountProblem }),
                        dispositions: typeof dispositionField === 'string' ? activeValues(dispositionField, user) : []
                    };
                }
            },
            findByPhone: {
                parameters: 1,
                run: ({ store }, [spellings]) => {
                    if (spellings !== null && (!Array.isArray(spellings) || !spellings.every((each) => typeof each === 'string'))) {
                        throw new ApexException('findByPhone expects a list of strings.');
                    }
                    return findCallers(store, spellings ?? []);
                }
            },
            saveLog: {
                parameters: 1,
                run: (context, [entry]) => saveCallLog(context, typeof entry === 'string' ? entry : '')
            }
        },
        webServices: {}
    };
}

function activeValues(name: string, { language }: ApexContext['user']): readonly { readonly value: string; readonly label: string }[] {
    const field = findField('Task', name);
    return (field?.values ?? []).map((value) => ({ value, label: field?.valueLabels?.[value]?.[language] ?? value }));
}
