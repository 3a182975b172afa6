import { createElement } from 'lwc';
import DenwaSoftphone from 'c/denwaSoftphone';
import { describeError } from '../base/errors';
import { Logger } from '../base/logger';
import { CrmBridge } from '../crm/crm-bridge';
import { openCtiOf } from '../crm/open-cti/open-cti-api';
import { OpenCtiHost } from '../crm/open-cti/open-cti-host';
import { BrowserAudio } from '../media/browser-audio';
import { defaultDialPlan } from '../phone-number/dial-plan';
import { SipPhone } from '../sip/sip-phone';
import { Softphone } from '../softphone/softphone';
import type { SoftphoneCommand } from '../telephony/command';
import { instanceId } from './browser-storage';
import { consoleSink } from './log';
import { Org } from './org';
import { readPbxSettings, SettingsError, type PbxSettings } from './settings';
import { SystemClock } from './system-clock';
import { callLogTexts, phoneLabels } from './texts';

/** Milliseconds after which Open CTI counts as silent. It answers within some tens; a page that is still loading may need seconds. */
const CRM_TIMEOUT = 15_000;

function start(root: HTMLElement): void {
    const clock = new SystemClock();
    const newId = (): string => crypto.randomUUID();
    const logger = new Logger('denwa', clock, consoleSink(console));
    const audio = new BrowserAudio({ clock, logger: logger.child('media') });
    const signalling = new SipPhone({
        media: audio,
        clock,
        random: Math.random,
        newId,
        logger: logger.child('sip'),
        instanceId: instanceId(() => localStorage, newId),
        userAgentString: 'Denwa',
        onWake: (listener) => {
            window.addEventListener('online', listener);
            return () => window.removeEventListener('online', listener);
        }
    });
    let pbx: PbxSettings | null = null;
    const softphone = new Softphone({
        signalling,
        audio,
        clock,
        newId,
        logger: logger.child('softphone'),
        dialPlan: defaultDialPlan,
        pbx: () => pbx
    });
    const host = new OpenCtiHost({ api: openCtiOf(window), clock, logger: logger.child('open-cti'), timeout: CRM_TIMEOUT });
    const org = new Org(window.Visualforce?.remoting, {
        getSettings: root.dataset.getSettings ?? '',
        findByPhone: root.dataset.findByPhone ?? ''
    });
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const callLog = { texts: callLogTexts, dialPlan: defaultDialPlan, timeZone };
    const bridge = new CrmBridge({ phone: softphone, host, directory: org, labels: phoneLabels, callLog, logger: logger.child('crm') });

    mountView(root, softphone);
    bridge.start();
    // A page that goes away cannot go on talking; without a word to the PBX its calls would stay up.
    window.addEventListener('pagehide', () => softphone.send({ type: 'sign-out' }, 'agent'));

    const signInFromOrg = async (): Promise<void> => {
        try {
            pbx = readPbxSettings(await host.callCenterSettings());
            const account = await org.account();
            if (account) softphone.signIn({ ...pbx, ...account });
        } catch (error) {
            logger.error('Could not read what the org says about this phone', { error: describeError(error) });
            if (error instanceof SettingsError) softphone.raise('settings-invalid', error.message);
            else softphone.raise('crm-unavailable', '');
        }
    };
    void signInFromOrg();
}

function mountView(root: HTMLElement, softphone: Softphone): void {
    const view = createElement('c-denwa-softphone', { is: DenwaSoftphone });
    view.snapshot = softphone.snapshot;
    view.addEventListener('command', (event) => softphone.send((event as CustomEvent<SoftphoneCommand>).detail, 'agent'));
    softphone.subscribe((snapshot) => (view.snapshot = snapshot));
    // The panel fills the frame and scrolls inside.
    root.style.height = '100vh';
    root.append(view);
}

const root = document.getElementById('denwa');
if (!root) throw new Error('The page has no element with the id "denwa". Deploy page and static resource of one version.');
start(root);
