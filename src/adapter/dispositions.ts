import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { retryDelay } from '../base/retry-delay';
import { CrmError } from '../crm/crm-error';
import { defaultCrmSettings, type CallLogSettings } from '../crm/crm-settings';
import type { Softphone } from '../softphone/softphone';
import type { Org } from './org';

interface DispositionParts {
    readonly org: Pick<Org, 'dispositions'>;
    readonly softphone: Pick<Softphone, 'report' | 'raise'>;
    readonly clock: Pick<Clock, 'after'>;
    readonly logger: Logger;
}

/** Tells the panel what an agent may choose as disposition: what the settings say, or else what the org's own picklist has. */
export async function offerDispositions(settings: CallLogSettings, parts: DispositionParts, failures = 0): Promise<void> {
    const { org, softphone, clock, logger } = parts;
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
            const isPassing = error instanceof CrmError && error.reason === 'timed-out';
            if (!isPassing) return softphone.raise('settings-invalid', 'denwaDispositionField');
            clock.after(retryDelay(failures + 1), () => void offerDispositions(settings, parts, failures + 1));
        }
    }
}
