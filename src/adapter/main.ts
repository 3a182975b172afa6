import { createElement } from 'lwc';
import DenwaSoftphone from 'c/denwaSoftphone';
import { Logger } from '../base/logger';
import type { CrmBridge } from '../crm/crm-bridge';
import { openCtiOf } from '../crm/open-cti/open-cti-api';
import { OpenCtiCrm } from '../crm/open-cti/open-cti-crm';
import { BrowserAudio } from '../media/browser-audio';
import { SipPhone } from '../sip/sip-phone';
import { Softphone } from '../softphone/softphone';
import { IndexedDbChoices } from '../storage/choices-store';
import { Database } from '../storage/database';
import { IndexedDbHistory } from '../storage/history-store';
import { IndexedDbJournal } from '../storage/journal-store';
import { PageLock } from '../storage/page-lock';
import { isCrmCommand, type SoftphoneCommand } from '../telephony/command';
import { instanceId } from './browser-storage';
import { connectCrm } from './connect-crm';
import { offerDispositions } from './dispositions';
import { consoleSink } from './log';
import { Org } from './org';
import type { PbxSettings } from './pbx-settings';
import { WebLockPopGuard } from './pop-guard';
import { defaultSettings, type Settings } from './settings';
import { StartUp } from './start-up';
import { SystemClock } from './system-clock';

/** Milliseconds after which Open CTI counts as silent. It answers within some tens; a page that is still loading may need seconds. */
const CRM_TIMEOUT = 15_000;

function start(root: HTMLElement): void {
    const clock = new SystemClock();
    const newId = (): string => crypto.randomUUID();
    const logger = new Logger('denwa', clock, consoleSink(console));
    let pbx: PbxSettings | null = null;
    let settings: Settings = defaultSettings;
    const audio = new BrowserAudio({ clock, logger: logger.child('media') });
    const signalling = new SipPhone({
        media: audio,
        clock,
        random: Math.random,
        newId,
        logger: logger.child('sip'),
        instanceId: instanceId(() => localStorage, newId),
        userAgentString: 'Denwa',
        headerNames: () => settings.calls.headers,
        // No call becomes real before it is in the journal.
        ready: (callId) => keeper.written(callId),
        onWake: (listener) => {
            window.addEventListener('online', listener);
            return () => window.removeEventListener('online', listener);
        }
    });
    const storageLogger = logger.child('storage');
    const database = new Database({ indexedDB: () => indexedDB, logger: storageLogger });
    const softphone = new Softphone({
        signalling,
        audio,
        clock,
        newId,
        logger: logger.child('softphone'),
        dialPlan: () => settings.dialPlan,
        settings: () => settings.calls,
        history: new IndexedDbHistory({ database, logger: storageLogger }),
        pbx: () => pbx
    });
    const host = new OpenCtiCrm({ api: openCtiOf(window), clock, logger: logger.child('open-cti'), timeout: CRM_TIMEOUT });
    const { userId: user = '', getSettings = '', findByPhone = '', saveLog = '' } = root.dataset;
    const org = new Org(window.Visualforce?.remoting, { getSettings, findByPhone, saveLog });
    const page = new PageLock({ id: newId(), locks: navigator.locks, logger: storageLogger });
    const { bridge, keeper, replay } = connectCrm({
        phone: softphone,
        host,
        org,
        journal: new IndexedDbJournal({ database, user, page, logger: storageLogger }),
        choices: new IndexedDbChoices({ database, user, clock, logger: storageLogger }),
        guard: new WebLockPopGuard({
            locks: navigator.locks,
            isVisible: () => document.visibilityState === 'visible',
            clock,
            logger: storageLogger
        }),
        settings: () => settings,
        clock,
        logger: logger.child('crm')
    });

    const showPanel = mountView(root, softphone, bridge);
    protectCalls(softphone);
    const startUp = new StartUp({
        settings: () => host.callCenterSettings(),
        account: () => org.account(),
        onPbx: (found) => (pbx = found),
        onSettings: (found) => {
            settings = found;
            void offerDispositions(found.crm.callLog, { org, softphone, clock, logger });
            replay.start();
        },
        onAccount: (found, account) => {
            // Somebody who signed in by hand meanwhile knows better.
            if (softphone.snapshot.agent.status === 'signed-out') softphone.signIn({ ...found, ...account });
        },
        raise: (code, detail) => softphone.raise(code, detail),
        onSettled: showPanel,
        clock,
        logger: logger.child('start-up')
    });
    void startUp.run();
}

/** Mounts the view, which says that it loads until the returned function is called. */
function mountView(root: HTMLElement, softphone: Softphone, bridge: CrmBridge): () => void {
    const view = createElement('c-denwa-softphone', { is: DenwaSoftphone });
    view.addEventListener('command', (event) => {
        const command = (event as CustomEvent<SoftphoneCommand>).detail;
        if (isCrmCommand(command)) bridge.carryOut(command);
        else softphone.send(command, 'agent');
    });
    // The first press asks for the microphone and unlocks sound, so that neither has to wait for the first call.
    const prepare = (): void => softphone.send({ type: 'prepare-audio' }, 'agent');
    root.addEventListener('pointerdown', prepare, { once: true });
    // The panel fills the frame and scrolls inside.
    root.style.height = '100vh';
    root.append(view);
    return () => {
        view.snapshot = softphone.snapshot;
        softphone.subscribe((snapshot) => (view.snapshot = snapshot));
    };
}

/**
 * A page that goes away cannot go on talking: it asks first, and then hangs up, because a PBX that hears nothing keeps the call up. It also
 * asks while it shows a parking slot, which nobody else may know.
 */
function protectCalls(softphone: Softphone): void {
    window.addEventListener('beforeunload', (event) => {
        const { calls, parkedCalls } = softphone.snapshot;
        if (parkedCalls.length > 0 || calls.some(({ phase }) => phase !== 'ended')) event.preventDefault();
    });
    window.addEventListener('pagehide', () => softphone.send({ type: 'sign-out' }, 'agent'));
}

const root = document.getElementById('denwa');
if (!root) throw new Error('The page has no element with the id "denwa". Deploy page and static resource of one version.');
start(root);
