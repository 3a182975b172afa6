import { isName, isText, isTime, ofShape } from './shape';

/** How a choice lies in the store. */
export interface ChoiceRecord {
    /** Id of the Salesforce user who chose. */
    readonly user: string;
    /** One form of the number. */
    readonly key: string;
    readonly recordId: string;
    /** Milliseconds since the Unix epoch. */
    readonly chosenAt: number;
}

/** Whether what the browser gives back is one of ours. */
export const isChoiceRecord = ofShape<ChoiceRecord>({ user: isText, key: isText, recordId: isName, chosenAt: isTime });
