import { createElement } from 'lwc';
import DenwaSoftphone from 'c/denwaSoftphone';
import { Logger } from '../base/logger';
import { openCtiOf } from '../crm/open-cti/open-cti-api';
import { OpenCtiCrm } from '../crm/open-cti/open-cti-crm';
import { BrowserAudio } from '../media/browser-audio';
import { SipPhone } from '../sip/sip-phone';
import { Softphone } from '../softphone/softphone';
import { SessionStorageAgentStatus } from '../storage/agent-status-store';
import { IndexedDbChoices } from '../storage/choices-store';
import { Database } from '../storage/database';
import { IndexedDbHistory } from '../storage/history-store';
import { IndexedDbJournal } from '../storage/journal-store';
import { PageLock } from '../storage/page-lock';
import { LocalStoragePreferences } from '../storage/preferences-store';
import { isCrmCommand, isPageCommand, type PageCommand, type SoftphoneCommand } from '../telephony/command';
import type { About } from '../telephony/snapshot';
import { aboutPhone } from './about';
import { instanceId } from './browser-storage';
import { connectCrm } from './connect-crm';
import type { CredentialRenewal as Renewal } from './credential-renewal';
import { KeptLog } from './kept-log';
import type { Language } from './language';
import { LatePart } from './late-part';
import { consoleSink, everySink } from './log';
import { Org, type OrgAccount } from './org';
import type { PbxSettings } from './pbx-settings';
import { WebLockPopGuard } from './pop-guard';
import { defaultSettings, type Settings } from './settings';
import { StartUp } from './start-up';
import { connectSurroundings } from './surroundings';
import { SystemClock } from './system-clock';

/** Milliseconds after which Open CTI counts as silent. It answers within some tens; a page that is still loading may need seconds. */
const CRM_TIMEOUT = 15_000;
/** Of the log that an agent can save: some fifty calls, with their messages. */
const KEPT_LOG = { lines: 5_000, bytes: 2_000_000 } as const;

/** Milliseconds after which the late script is fetched though the phone has not registered: calls of a page that died are saved by it. */
const LATEST_PREFETCH = 10_000;

/** Starts the phone in `root`. Locale and texts of the page are set. */
export function start(root: HTMLElement, language: Language): void {
    const clock = new SystemClock();
    const newId = (): string => crypto.randomUUID();
    const log = new KeptLog(KEPT_LOG);
    const logger = new Logger(
        'denwa',
        clock,
        everySink(consoleSink(console), (line) => log.add(line))
    );
    let pbx: PbxSettings | null = null;
    let account: OrgAccount | null = null;
    let renewal: Renewal | null = null;
    /** What follows from the settings once the late script is there, too. */
    let settle: ((found: Settings) => void) | null = null;
    let settings: Settings = defaultSettings;
    let settingProblems: About['settingProblems'] = [];
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
    const { userId: user = '', userName = '', getSettings = '', findByPhone = '', saveLog = '' } = root.dataset;
    const about = (): About =>
        aboutPhone({
            version: process.env.DENWA_VERSION ?? '',
            page: location.href,
            userName,
            server: pbx?.server ?? null,
            browser: navigator,
            settingProblems
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
        preferences: new LocalStoragePreferences({ storage: () => localStorage, logger: storageLogger }),
        agentStatus: new SessionStorageAgentStatus({ storage: () => sessionStorage, logger: storageLogger }),
        pbx: () => pbx,
        about
    });
    const host = new OpenCtiCrm({ api: openCtiOf(window), clock, logger: logger.child('open-cti'), timeout: CRM_TIMEOUT });
    const org = new Org(window.Visualforce?.remoting, { getSettings, findByPhone, saveLog });
    const page = new PageLock({ id: newId(), locks: navigator.locks, logger: storageLogger });
    const journalParts = { database, user, page, logger: storageLogger };
    const journal = new IndexedDbJournal(journalParts);
    const crmLogger = logger.child('crm');
    const { bridge, keeper, callLogger, rules } = connectCrm({
        phone: softphone,
        host,
        org,
        journal,
        choices: new IndexedDbChoices({ database, user, clock, logger: storageLogger }),
        guard: new WebLockPopGuard({
            locks: navigator.locks,
            isVisible: () => document.visibilityState === 'visible',
            clock,
            logger: storageLogger
        }),
        settings: () => settings,
        clock,
        logger: crmLogger
    });

    const stopAsking = protectCalls(softphone);
    const reload = (): void => {
        stopAsking();
        location.reload();
    };
    const view = createElement('c-denwa-softphone', { is: DenwaSoftphone });
    const late = new LatePart({
        load: async () => {
            await loadLateTexts(language);
            const {
                copyText,
                CredentialRenewal,
                IndexedDbAbandonedCalls,
                JournalReplay,
                lateParts,
                LogRedactor,
                MicrophoneMeter,
                offerDispositions,
                PageCommands,
                QualityWatch,
                saveFile,
                Support
            } = await import('./late');
            const redactor = new LogRedactor();
            log.redactWith((line) => redactor.redact(line));
            audio.meterWith((parts) => new MicrophoneMeter(parts));
            audio.measureWith((parts) => new QualityWatch(parts));
            renewal = new CredentialRenewal({ phone: softphone, org, pbx: () => pbx, clock, logger: logger.child('credentials') });
            if (account) renewal.begin(account);
            const replay = new JournalReplay({
                journal,
                abandoned: new IndexedDbAbandonedCalls(journalParts),
                callLogger,
                rules,
                clock,
                logger: crmLogger.child('journal')
            });
            settle = ({ crm }) => {
                void offerDispositions(crm.callLog, { org, softphone, clock, logger });
                replay.start();
            };
            if (settings !== defaultSettings) settle(settings);
            const support = new Support({
                phone: softphone,
                log,
                about,
                settings: () => settings,
                saveFile: (file) => saveFile(file, { document, urls: URL, clock }),
                copyText: (text) => copyText(text, { clipboard: navigator.clipboard, document }),
                clock,
                logger: logger.child('support')
            });
            const commands = new PageCommands({ phone: softphone, support, reload, clock, logger: logger.child('page') });
            return { lateParts, commands };
        },
        onChange: (part) => (view.lateParts = typeof part === 'object' ? part.lateParts : part),
        logger: logger.child('late')
    });
    const askPage = async (command: PageCommand): Promise<void> => {
        const part = await late.demand();
        if (part) part.commands.carryOut(command);
        // What cannot be loaded may be there for a page that starts anew.
        else if (command.type === 'reload') reload();
    };
    const carryOut = (command: SoftphoneCommand): void => {
        if (isCrmCommand(command)) bridge.carryOut(command);
        else if (isPageCommand(command)) void askPage(command);
        else softphone.send(command, 'agent');
    };
    view.addEventListener('command', (event) => carryOut((event as CustomEvent<SoftphoneCommand>).detail));
    view.addEventListener('partsneeded', () => void late.demand());
    root.append(view);
    // The first press asks for the microphone and unlocks sound, so that neither has to wait for the first call.
    root.addEventListener('pointerdown', () => softphone.send({ type: 'prepare-audio' }, 'agent'), { once: true });
    connectSurroundings({ root, softphone, host, clock, logger: logger.child('surroundings') });
    const startUp = new StartUp({
        settings: () => host.callCenterSettings(),
        account: () => org.account(),
        onPbx: (found) => (pbx = found),
        onSettings: (found, problems) => {
            settings = found;
            settingProblems = problems;
            settle?.(found);
            clock.after(LATEST_PREFETCH, () => void late.prefetch());
        },
        onAccount: (found, given) => {
            account = given;
            // The late script may be there before an answer that the org owed.
            renewal?.begin(given);
            // Somebody who signed in by hand meanwhile knows better.
            if (softphone.snapshot.agent.status === 'signed-out') softphone.signIn({ ...found, ...given });
        },
        raise: (code, detail) => softphone.raise(code, detail),
        withdraw: (codes) => softphone.withdraw(codes),
        onSettled: () => {
            view.snapshot = softphone.snapshot;
            softphone.subscribe((snapshot) => (view.snapshot = snapshot));
            const stop = softphone.subscribe(({ registration }) => {
                if (registration.status !== 'registered') return;
                stop();
                whenIdle(() => void late.prefetch());
            });
        },
        clock,
        logger: logger.child('start-up')
    });
    void startUp.run();
}

async function loadLateTexts(language: Language): Promise<void> {
    const script = new URL(`denwa-labels-late-${language}.js`, import.meta.url);
    const { default: texts } = (await import(script.href)) as { readonly default: readonly string[] };
    if (globalThis.denwaLabels) globalThis.denwaLabels.late = texts;
}

/** Safari has no idle callback: there a timer lets what is under way go first. */
function whenIdle(task: () => void): void {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(task);
    else setTimeout(task, 0);
}

/**
 * A page that goes away cannot go on talking: it asks first, and then hangs up, because a PBX that hears nothing keeps the call up. It also
 * asks while it shows a parking slot, which nobody else may know. The returned function makes it ask no more.
 */
function protectCalls(softphone: Softphone): () => void {
    const ask = (event: BeforeUnloadEvent): void => {
        const { calls, parkedCalls } = softphone.snapshot;
        if (parkedCalls.length > 0 || calls.some(({ phase }) => phase !== 'ended')) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    window.addEventListener('pagehide', () => softphone.close());
    return () => window.removeEventListener('beforeunload', ask);
}
