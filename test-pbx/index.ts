export {
    accounts,
    agents,
    alice,
    bob,
    carol,
    customer,
    daisuke,
    directNumber,
    directNumberPrefix,
    echoExtension,
    notifiedNumberPrefix,
    notifiedNumbers,
    queueExtension,
    type Account
} from './accounts';
export { hangsUpAfter, outsideNumbers } from './outside-numbers';
export type { InboundCall, InboundCallEnd, OutsideCaller } from './outside-caller';
export { PbxError, type PbxErrorReason } from './pbx-error';
export type { Channel, DialledNumber, ParkedCall, PresentedNumber, QueueMember, Recording } from './records';
export { holdToneFrequency, type HoldMusic, type Ports } from './run-directory';
export { TestPbx, type StartOptions } from './test-pbx';
export { until } from './until';
export { loudestFrequency, readWav, type Sound } from './wav';
