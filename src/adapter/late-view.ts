import DenwaCallEnding from 'c/denwaCallEnding';
import DenwaCallList from 'c/denwaCallList';
import DenwaCallLog from 'c/denwaCallLog';
import DenwaCheckList from 'c/denwaCheckList';
import DenwaDialQuestion from 'c/denwaDialQuestion';
import DenwaHistory from 'c/denwaHistory';
import DenwaKeypad from 'c/denwaKeypad';
import type { LatePartName, LateParts } from 'c/denwaLateParts';
import DenwaMicrophoneHelp from 'c/denwaMicrophoneHelp';
import DenwaParkedCalls from 'c/denwaParkedCalls';
import DenwaQualitySheet from 'c/denwaQualitySheet';
import DenwaRecordPicker from 'c/denwaRecordPicker';
import DenwaSettings from 'c/denwaSettings';
import DenwaSignIn from 'c/denwaSignIn';
import DenwaTransfer from 'c/denwaTransfer';
import DenwaTransferState from 'c/denwaTransferState';

/** The parts of the panel that an agent opens, or that few agents see. */
export const lateParts = {
    'sign-in': DenwaSignIn,
    history: DenwaHistory,
    settings: DenwaSettings,
    'check-list': DenwaCheckList,
    question: DenwaDialQuestion,
    log: DenwaCallLog,
    keypad: DenwaKeypad,
    transfer: DenwaTransfer,
    records: DenwaRecordPicker,
    quality: DenwaQualitySheet,
    'microphone-help': DenwaMicrophoneHelp,
    'parked-calls': DenwaParkedCalls,
    'call-ending': DenwaCallEnding,
    'call-list': DenwaCallList,
    'transfer-state': DenwaTransferState
} as const satisfies Readonly<Record<LatePartName, unknown>> & LateParts;
