import { defaultCallSettings, type CallSettings } from '../telephony/call-settings';
import type { Items } from './items';
import type { PanelSettings } from './panel-settings';

/** RFC 3261 section 25.1: token. */
const HEADER_NAME = /^[\w.!%*+`'~-]{1,60}$/;

/** Reads the calls section. */
export function readCallSettings(items: Items): Omit<CallSettings, 'confirmedKinds' | keyof PanelSettings> {
    const { headers, ...defaults } = defaultCallSettings;
    const header = (name: string, fallback: string): string => items.matching(name, fallback, { form: 'header' }, HEADER_NAME);
    return {
        autoAnswer: items.yesOrNo('denwaAutoAnswer', defaults.autoAnswer),
        callWaiting: items.yesOrNo('denwaCallWaiting', defaults.callWaiting),
        parkExtension: items.extensionOrNone('denwaParkExtension', defaults.parkExtension),
        parkRecallSeconds: items.wholeNumber('denwaParkRecallSeconds', defaults.parkRecallSeconds, 5, 86_400),
        pickupCode: items.extension('denwaPickupCode', defaults.pickupCode),
        headers: {
            dialledNumber: header('denwaDialledNumberHeader', headers.dialledNumber),
            businessLabel: header('denwaBusinessLabelHeader', headers.businessLabel),
            queue: header('denwaQueueHeader', headers.queue)
        },
        historyLimit: items.wholeNumber('denwaHistoryLimit', defaults.historyLimit, 1, 5_000)
    };
}
