import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { defaultCrmSettings, type CallLogSettings } from '../crm/crm-settings';
import type { Softphone } from '../softphone/softphone';
import type { Org } from './org';

/** Tells the panel what an agent may choose as disposition: what the settings say, or else what the org's own picklist has. */
export async function offerDispositions(settings: CallLogSettings, org: Org, softphone: Softphone, logger: Logger): Promise<void> {
    const { dispositions, fields } = settings;
    // The standard field is plain text, so there is nothing to ask for.
    const isStandard = fields.disposition === defaultCrmSettings.callLog.fields.disposition;
    if (dispositions.length > 0) {
        softphone.report({ type: 'crm-dispositions', dispositions: dispositions.map((value) => ({ value, label: value })) });
    } else if (!isStandard) {
        try {
            softphone.report({ type: 'crm-dispositions', dispositions: await org.dispositions(fields.disposition) });
        } catch (error) {
            logger.error('The org did not say which dispositions there are', { error: describeError(error) });
            softphone.raise('settings-invalid', 'denwaDispositionField');
        }
    }
}
