import { attendedTransfer, conference } from './attended-transfer';
import { blindTransfer } from './blind-transfer';
import type { Operation } from './cell';
import { answer, dial } from './dialling';
import { digits } from './digits';
import { hold, resume } from './hold';
import { park, pickUp, retrieve } from './parking';
import { secondCall } from './second-call';

export { situations } from './cell';

export const operations: readonly Operation[] = [
    dial,
    answer,
    hold,
    resume,
    digits,
    secondCall,
    blindTransfer,
    attendedTransfer,
    conference,
    park,
    retrieve,
    pickUp
];
