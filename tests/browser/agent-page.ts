import type { Browser, BrowserContext, ConsoleMessage, Frame, FrameLocator, Locator, Page } from '@playwright/test';
import type { Workbench } from '../../workbench';
import type { WorkbenchHooks } from '../../workbench/shared/test-hooks';
import type { MicrophoneSetup } from './chromium';
import { installEar, liveMicrophones, phoneTonesIn, tonesIn } from './ear';
import { text, type Language } from './labels';
import { welcome } from './preferences';
import { recordWire, type WireMessage } from './wire';

export interface AgentOptions {
    /** Default `sato`, who works in Japanese with extension 1001; `smith` works in English with 1004. */
    readonly user?: 'sato' | 'suzuki' | 'yamada' | 'smith';
    /** Path of the page to open, such as `/lightning/r/Contact/…/view`. */
    readonly path?: string;
    /** Hz of the tone that this agent's microphone carries; without it the browser's own fake device is used. */
    readonly tone?: number;
    readonly microphone?: MicrophoneSetup;
    /** Whether this browser has never seen the phone; default false. */
    readonly firstRun?: boolean;
    /** Done to the browser before it loads anything. */
    readonly prepare?: (context: BrowserContext) => Promise<void>;
}

declare global {
    interface Window {
        workbench: WorkbenchHooks;
    }
}

/** The accounts of scripts/org-accounts.ts. */
const extensions = { sato: '1001', suzuki: '1002', yamada: '1003', smith: '1004' } as const;

/** More than any page of the org has to stop at. */
const MOST_TABS = 200;

/** An agent at a desk: the org in one window, the softphone in its utility bar. Finds everything as a person does, by role and name. */
export class AgentPage {
    readonly user: NonNullable<AgentOptions['user']>;
    readonly context: BrowserContext;
    readonly page: Page;
    readonly language: Language;
    /** The softphone's frame. */
    readonly phone: FrameLocator;
    readonly #console: Promise<string>[] = [];

    private constructor(user: NonNullable<AgentOptions['user']>, context: BrowserContext, page: Page, language: Language) {
        this.user = user;
        this.context = context;
        this.page = page;
        this.language = language;
        this.phone = page.frameLocator('iframe');
        page.on('console', (message) => void this.#console.push(lineOf(message)));
    }

    static async open(browser: Browser, workbench: Workbench, options: AgentOptions): Promise<AgentPage> {
        const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
        await recordWire(context);
        await options.prepare?.(context);
        return AgentPage.openIn(context, workbench, options);
    }

    /** A window of a browser that is there already; what it sends is not recorded. */
    static async openIn(
        context: BrowserContext,
        workbench: Workbench,
        { user = 'sato', path = '/', tone, firstRun = false }: AgentOptions
    ): Promise<AgentPage> {
        if (!firstRun) await welcome(context);
        if (tone !== undefined) await installEar(context, tone);
        const page = await context.newPage();
        const agent = new AgentPage(user, context, page, user === 'smith' ? 'en' : 'ja');
        const url = new URL(path, workbench.lightningUrl);
        url.searchParams.set('user', user);
        await page.goto(url.href);
        return agent;
    }

    /** The same person opens the org in one more window of the same browser. */
    anotherWindow(workbench: Workbench, path: string): Promise<AgentPage> {
        return AgentPage.openIn(this.context, workbench, { user: this.user, path });
    }

    /** What colleagues dial. */
    get extension(): string {
        return extensions[this.user];
    }

    /** The text of a label in the agent's language. */
    text(name: string, ...values: readonly string[]): string {
        return text(this.language, name, ...values);
    }

    button(label: string): Locator {
        return this.phone.getByRole('button', { name: this.text(label), exact: true });
    }

    /** Something the panel shows; what it only tells screen readers does not count. */
    says(label: string, ...values: readonly string[]): Locator {
        return this.phone
            .getByText(this.text(label, ...values), { exact: true })
            .and(this.phone.locator(':not(.slds-assistive-text, option)'));
    }

    get number(): Locator {
        return this.phone.getByRole('textbox', { name: this.text('Number') });
    }

    /** The name on the utility bar's item. */
    get utilityItem(): Locator {
        return this.page
            .getByRole('region', { name: /Utility Bar|ユーティリティバー/ })
            .getByRole('button')
            .first();
    }

    async isPanelOpen(): Promise<boolean> {
        return (await this.utilityItem.getAttribute('aria-pressed')) === 'true';
    }

    /** A phone number on the page, as Salesforce shows it when click-to-dial is on. */
    phoneNumber(number: string): Locator {
        return this.page.getByRole('button', { name: this.language === 'ja' ? `${number} に発信` : `Call ${number}`, exact: true });
    }

    get timeline(): Locator {
        return this.page.getByRole('list', { name: /^(Activity|活動)$/ }).getByRole('listitem');
    }

    async ready(): Promise<void> {
        await this.says('Line_Ready').waitFor();
    }

    async openPanel(): Promise<void> {
        if (!(await this.isPanelOpen())) await this.utilityItem.click();
    }

    /** Types a number on the dial pad and dials it. */
    async dial(number: string): Promise<void> {
        await this.openPanel();
        await this.number.fill(number);
        await this.number.press('Enter');
    }

    /** Hz of the loudest tone that the agent hears; null in silence. Needs `tone`. */
    async hears(): Promise<number | null> {
        return (await this.tones())[0] ?? null;
    }

    /** Hz of all tones that the agent hears, the loudest first. Needs `tone`. */
    async tones(): Promise<readonly number[]> {
        return tonesIn(await this.frame());
    }

    /** Hz of the tones that the phone itself has made so far: ring, call waiting, beep. Needs `tone`. */
    async phoneTones(): Promise<readonly number[]> {
        return phoneTonesIn(await this.frame());
    }

    /** How many microphones are on; 0 after a call. Needs `tone`. */
    async liveMicrophones(): Promise<number> {
        return liveMicrophones(await this.frame());
    }

    /** The microphone in use is pulled out; the next one that the page asks for is another. Needs `tone`. */
    async unplugMicrophone(): Promise<void> {
        await (await this.frame()).evaluate(() => window.denwaEar.unplug());
    }

    /** The way to the PBX breaks, now or right after a message of this SIP method has left, and stays broken. Audio goes on. */
    async loseConnection(afterSending: string | null = null): Promise<void> {
        await (await this.frame()).evaluate((method) => window.denwaNetwork.breakAfter(method), afterSending);
    }

    async connectionIsBack(): Promise<void> {
        await (await this.frame()).evaluate(() => window.denwaNetwork.mend());
        await this.says('Line_In_Use').or(this.says('Line_Ready')).waitFor();
    }

    /** The SIP messages between this phone and the PBX, oldest first. */
    async wire(): Promise<readonly WireMessage[]> {
        return (await this.frame()).evaluate(() => window.denwaWire);
    }

    /** The entries that the phone's journal holds: calls whose logs are not saved. */
    async journal(): Promise<readonly { readonly log: { readonly notes: string } }[]> {
        return (await this.frame()).evaluate(readJournal);
    }

    async journalSize(): Promise<number> {
        return (await this.journal()).length;
    }

    async journalNotes(): Promise<string> {
        return (await this.journal()).map(({ log }) => log.notes).join();
    }

    /** Goes to another page of the app, as a person does: without leaving the app. */
    async show(path: string): Promise<void> {
        await this.page.evaluate((to) => {
            window.history.pushState(null, '', to);
            window.dispatchEvent(new PopStateEvent('popstate'));
        }, path);
    }

    async frame(): Promise<Frame> {
        const handle = await this.page.locator('iframe').elementHandle();
        const frame = await handle?.contentFrame();
        if (!frame) throw new Error('The softphone has no frame');
        return frame;
    }

    /** Everything that was written to the browser's console since the page was opened, oldest first. */
    async console(): Promise<readonly string[]> {
        return Promise.all(this.#console);
    }

    /** Presses Tab until something has the focus. */
    async tabTo(target: Locator): Promise<void> {
        const focused = target.and(this.phone.locator(':focus'));
        for (let pressed = 0; (await focused.count()) === 0; pressed++) {
            if (pressed === MOST_TABS) throw new Error(`Tab was pressed ${pressed} times and never reached ${String(target)}`);
            await this.page.keyboard.press('Tab');
        }
    }

    /** Leaves the page as a person does: the phone gets the chance to hang up. */
    async close(): Promise<void> {
        await this.page.goto('about:blank');
        await this.context.close();
    }
}

/** Runs in the page. */
function readJournal(): Promise<{ log: { notes: string } }[]> {
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('denwa');
        opening.onerror = () => reject(new Error(opening.error?.message));
        opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction('journal').objectStore('journal').getAll();
            reading.onerror = () => reject(new Error(reading.error?.message));
            reading.onsuccess = () => {
                database.close();
                resolve((reading.result as { entry: { log: { notes: string } } }[]).map(({ entry }) => entry));
            };
        };
    });
}

async function lineOf(message: ConsoleMessage): Promise<string> {
    try {
        const values: readonly unknown[] = await Promise.all(message.args().map((value) => value.jsonValue()));
        return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    } catch {
        // The page that wrote it has been left, and what it wrote is known only as the browser abridged it.
        return message.text();
    }
}
