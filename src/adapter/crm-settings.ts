import { defaultCrmSettings, type CallLogSettings, type ScreenPopSettings } from '../crm/crm-settings';
import type { Items } from './items';

const LOGGED = ['inbound', 'outbound', 'internal', 'unanswered'] as const;
/** Of the standard field Task.CallDisposition. */
const LONGEST_DISPOSITION = 255;

export function readScreenPopSettings(items: Items): ScreenPopSettings {
    const defaults = defaultCrmSettings.screenPop;
    return {
        when: items.word('denwaPopWhen', defaults.when, ['ringing', 'answered', 'never']),
        internal: items.yesOrNo('denwaPopInternal', defaults.internal),
        noMatch: items.word('denwaPopNoMatch', defaults.noMatch, ['nothing', 'Contact', 'Lead', 'Case', 'search']),
        manyMatches: items.word('denwaPopManyMatches', defaults.manyMatches, ['choice', 'search']),
        bySoftphoneLayout: items.yesOrNo('denwaPopByLayout', defaults.bySoftphoneLayout)
    };
}

export function readCallLogSettings(items: Items): CallLogSettings {
    const defaults = defaultCrmSettings.callLog;
    const logged = items.words('denwaLogCalls', LOGGED, LOGGED);
    return {
        inbound: logged.includes('inbound'),
        outbound: logged.includes('outbound'),
        internal: logged.includes('internal'),
        unanswered: logged.includes('unanswered'),
        wrapUpSeconds: items.wholeNumber('denwaWrapUpSeconds', defaults.wrapUpSeconds, 0, 3_600),
        dispositions: items.texts('denwaDispositions', LONGEST_DISPOSITION),
        fields: {
            disposition: items.field('denwaDispositionField', defaults.fields.disposition),
            businessLabel: items.fieldOrNone('denwaBusinessLabelField'),
            holdSeconds: items.fieldOrNone('denwaHoldSecondsField'),
            quality: items.fieldOrNone('denwaQualityField')
        }
    };
}
