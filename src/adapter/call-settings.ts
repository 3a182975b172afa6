import { defaultCallSettings, type CallSettings } from '../telephony/call-settings';
import { EXTENSION, type Items } from './items';
import type { PanelSettings } from './panel-settings';

/** RFC 3261 section 25.1: token. */
const HEADER_NAME = /^[\w.!%*+`'~-]{1,60}$/;

/** Reads the calls section. */
export function readCallSettings(items: Items): Omit<CallSettings, 'confirmedKinds' | keyof PanelSettings> {
    const { headers, ...defaults } = defaultCallSettings;
    return {
        autoAnswer: items.yesOrNo('denwaAutoAnswer', defaults.autoAnswer),
        callWaiting: items.yesOrNo('denwaCallWaiting', defaults.callWaiting),
        parkExtension: items.matchingOrNone('denwaParkExtension', defaults.parkExtension, EXTENSION),
        parkRecallSeconds: items.wholeNumber('denwaParkRecallSeconds', defaults.parkRecallSeconds, 5, 86_400),
        pickupCode: items.matching('denwaPickupCode', defaults.pickupCode, EXTENSION),
        headers: {
            dialledNumber: items.matching('denwaDialledNumberHeader', headers.dialledNumber, HEADER_NAME),
            businessLabel: items.matching('denwaBusinessLabelHeader', headers.businessLabel, HEADER_NAME),
            queue: items.matching('denwaQueueHeader', headers.queue, HEADER_NAME)
        },
        historyLimit: items.wholeNumber('denwaHistoryLimit', defaults.historyLimit, 1, 5_000)
    };
}
