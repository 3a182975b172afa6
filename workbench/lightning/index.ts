import { render } from 'lit';
import { Faults } from '../host/faults';
import { MessageChannels } from '../host/message-channels';
import { OpenCtiHost, type OpenCtiLogEntry } from '../host/open-cti-host';
import type { WorkbenchHooks } from '../shared/test-hooks';
import { addDenwaWindow } from './denwa-window';
import { LightningPage } from './lightning-page';
import { OrgClient } from './org-client';
import type { RecordForm } from './state';
import { pageView } from './views/page';

/** Entry point of the top window: wires the page, the Open CTI host and the softphone's frame. */
async function start(root: HTMLElement): Promise<void> {
    const { theme = 'light', ...session } = readSession();
    document.body.classList.add(theme === 'dark' ? 'slds-color-scheme--dark' : 'slds-color-scheme--light');
    const client = new OrgClient(session);
    const org = await client.bootstrap();
    document.documentElement.lang = org.user.language.replace('_', '-');

    const lostForms: RecordForm[] = [];
    const page: LightningPage = new LightningPage({
        org,
        client,
        pushUrl: (path) => history.pushState(null, '', path),
        currentUrl: () => location.href,
        render: (state, actions) => render(pageView(state, actions), root),
        onClickToDial: (payload) => host.clickToDial(payload),
        onNavigationChange: (view) => host.navigationChange(view),
        onInputLost: (form) => lostForms.push(form)
    });
    const openCtiLog: OpenCtiLogEntry[] = [];
    const faults = new Faults();
    const messageChannels = new MessageChannels();
    addDenwaWindow(messageChannels);
    const frameOrigin = new URL(org.softphone.url).origin;
    const frameWindow = (): Window | null => root.querySelector<HTMLIFrameElement>('.softphone-panel iframe')?.contentWindow ?? null;
    const host: OpenCtiHost = new OpenCtiHost({
        page: page.orgPage(),
        frame: {
            origin: frameOrigin,
            isSource: (source) => source !== null && source === frameWindow(),
            post: (message) => frameWindow()?.postMessage(message, frameOrigin)
        },
        channels: messageChannels,
        faults,
        now: Date.now,
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        log: (entry) => openCtiLog.push(entry)
    });
    const hooks: WorkbenchHooks = { faults, openCtiLog, lostForms, messageChannels, startWork: (work) => host.startWork(work) };
    Object.assign(window, { workbench: hooks });

    window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => void host.receive({ origin, source, data }));
    window.addEventListener('popstate', () => void page.openPath(location.pathname + location.search));
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') {
            host.navigationChange(page.appViewInfo());
        }
    });
    await page.openPath(location.pathname + location.search);
}

/** `?user=`, `?lang=` and `?theme=` hold for the browser tab, so that several agents can work side by side. */
function readSession(): Readonly<Record<string, string>> {
    const query = new URLSearchParams(location.search);
    const session: Record<string, string> = {};
    for (const name of ['user', 'lang', 'theme']) {
        const value = query.get(name) ?? sessionStorage.getItem(name);
        if (value !== null) {
            sessionStorage.setItem(name, value);
            session[name] = value;
        }
    }
    return session;
}

const root = document.getElementById('app');
if (root) {
    start(root).catch((error: unknown) => {
        root.textContent = error instanceof Error ? error.message : String(error);
        root.setAttribute('role', 'alert');
    });
}
