import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';
import { AgentView } from '../crm/agent-view';
import type { CallJournal } from '../crm/call-journal';
import type { CallLogRules } from '../crm/call-log';
import type { CallLogStore } from '../crm/call-log-store';
import { CallLogger } from '../crm/call-logger';
import type { CallerDirectory } from '../crm/caller-directory';
import { CrmAttempts } from '../crm/crm-attempts';
import { CrmBridge } from '../crm/crm-bridge';
import type { CrmHost } from '../crm/crm-host';
import { Identification } from '../crm/identification';
import { JournalKeeper } from '../crm/journal-keeper';
import type { BridgedPhone } from '../crm/bridged-phone';
import type { PopGuard } from '../crm/pop-guard';
import type { RememberedChoices } from '../crm/remembered-choices';
import { ScreenPopper } from '../crm/screen-popper';
import type { Settings } from './settings';
import { callLogTexts, phoneLabels } from './texts';

export interface CrmParts {
    readonly phone: BridgedPhone;
    readonly host: CrmHost;
    readonly org: CallerDirectory & CallLogStore;
    readonly journal: CallJournal;
    readonly choices: RememberedChoices;
    readonly guard: PopGuard;
    /** May change between calls. */
    readonly settings: () => Settings;
    readonly clock: Clock;
    readonly logger: Logger;
}

export interface ConnectedCrm {
    readonly bridge: CrmBridge;
    readonly keeper: JournalKeeper;
    readonly callLogger: CallLogger;
    readonly rules: () => CallLogRules;
}

/** Puts the CRM room together, and lets it listen to the phone. */
export function connectCrm({ phone, host, org, journal, choices, guard, clock, ...parts }: CrmParts): ConnectedCrm {
    const logger = parts.logger;
    const settings = () => parts.settings().crm;
    const dialPlan = () => parts.settings().dialPlan;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const rules = (): CallLogRules => ({ texts: callLogTexts, dialPlan: dialPlan(), timeZone, settings: settings().callLog });

    const attempts = new CrmAttempts(phone, logger);
    const view = new AgentView({ host, clock, logger });
    const popper = new ScreenPopper({ phone, host, view, guard, attempts, settings, dialPlan, logger });
    const identification = new Identification({ phone, directory: org, choices, popper, attempts, settings, dialPlan, clock, logger });
    const keeper = new JournalKeeper({ phone, journal, clock, logger: logger.child('journal') });
    const identified = (callId: string) => identification.recordOf(callId);
    const callLogger = new CallLogger({ phone, store: org, journal: keeper, host, rules, identified, clock, logger: logger.child('log') });
    const bridge = new CrmBridge({ phone, host, view, identification, callLogger, labels: phoneLabels, attempts, logger });

    keeper.start();
    callLogger.start();
    bridge.start();
    return { bridge, keeper, callLogger, rules };
}
