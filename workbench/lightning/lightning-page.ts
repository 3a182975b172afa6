import type { AppViewInfo, ClickToDial, OrgPage, ScreenPop } from '../host/org-page';
import { callerIdOf } from '../shared/caller-id';
import type { Bootstrap } from '../shared/org-api';
import { phonesOf, recordName, type OrgRecord } from '../shared/records';
import { isObjectName, type ObjectName } from '../shared/schema';
import { appViewInfo, clickToDialOn } from './app-view';
import { fetchContent, tabsWith, type PageRoute } from './content';
import type { OrgClient } from './org-client';
import { editForm, formInput, isUnsaved, newRecordForm } from './record-form';
import { formatRoute, parseRoute, recordRoute, type Route } from './routes';
import { softphoneLayout } from './softphone-layout';
import { initialState, type Modal, type PageState, type RecordForm, type SoftphoneUtility } from './state';
import type { Actions } from './views/actions';

export interface PageDependencies {
    readonly org: Bootstrap;
    readonly client: OrgClient;
    /** Adds an entry to the browser's history. */
    readonly pushUrl: (path: string) => void;
    readonly currentUrl: () => string;
    readonly render: (state: PageState, actions: Actions) => void;
    readonly onClickToDial: (payload: ClickToDial) => void;
    readonly onNavigationChange: (view: AppViewInfo) => void;
    /** Something else took the place of a form with unsaved input. */
    readonly onInputLost: (form: RecordForm) => void;
}

/** The Lightning-like page: one state, changed here only and drawn after each change. */
export class LightningPage {
    readonly #dependencies: PageDependencies;
    #state: PageState;
    /** The page, or the one under an open form. */
    #background: PageRoute | undefined;
    #loads = 0;

    constructor(dependencies: PageDependencies) {
        this.#dependencies = dependencies;
        this.#state = initialState(dependencies.org);
    }

    readonly actions: Actions = {
        navigate: (route) => void this.navigate(route),
        search: (text) => void (text.trim() && this.navigate({ page: 'search', text: text.trim() })),
        filterList: (filter) => {
            const { content } = this.#state;
            if (content.kind === 'list') {
                this.#set({ content: { ...content, filter } });
            }
        },
        closeTab: (recordId) => void this.#closeTab(recordId),
        refresh: () => void this.#load(),
        dial: (number, record) => this.#dependencies.onClickToDial(clickToDialOn(number, record)),
        typeInForm: (values) => this.#typeInForm(values),
        saveForm: (values) => void this.#saveForm(values),
        closeModal: () => void this.#closeModal(),
        toggleSoftphone: () => this.#setSoftphone({ visible: !this.#state.softphone.visible }),
        toggleNetwork: () => void this.#toggleNetwork(),
        editNetwork: (change) => this.#editNetwork(change),
        ring: (callerNumber, callerName) => void this.#ring(callerNumber, callerName)
    };

    /** What the Open CTI host can make happen. */
    orgPage(): OrgPage {
        const { client, org } = this.#dependencies;
        return {
            setPanelVisible: (visible) => this.#setSoftphone({ visible }),
            isPanelVisible: () => this.#state.softphone.visible,
            setPanelHeight: (height) => this.#setSoftphone({ height }),
            setPanelWidth: (width) => this.#setSoftphone({ width }),
            setPanelLabel: (panelLabel) => this.#setSoftphone({ panelLabel }),
            setPanelIcon: (panelIcon) => this.#setSoftphone({ panelIcon }),
            setItemLabel: (itemLabel) => this.#setSoftphone({ itemLabel }),
            setItemIcon: (itemIcon) => this.#setSoftphone({ itemIcon }),
            setClickToDialEnabled: (clickToDialEnabled) => this.#set({ clickToDialEnabled }),
            appViewInfo: () => this.appViewInfo(),
            screenPop: (target) => this.#screenPop(target),
            refreshView: () => this.#load(),
            callCenterSettings: () => org.callCenterSettings,
            softphoneLayout: () => softphoneLayout,
            search: async (text, objects) => (await client.search(text, objects)).records,
            saveLog: (object) => client.save(object),
            runApex: (request) => client.runApex(request)
        };
    }

    appViewInfo(): AppViewInfo {
        return appViewInfo(this.#state, this.#dependencies.currentUrl());
    }

    async navigate(route: Route): Promise<void> {
        this.#dependencies.pushUrl(formatRoute(route));
        await this.open(route);
    }

    /** Shows what the browser's address already says. */
    async openPath(path: string): Promise<void> {
        const route = parseRoute(path);
        if (route) {
            await this.open(route);
        } else {
            this.#show(null);
            this.#set({ content: { kind: 'message', message: this.#state.texts.notFound } });
        }
    }

    async open(route: Route): Promise<void> {
        switch (route.page) {
            case 'new':
                this.#set({ route });
                this.#show(newRecordForm(route.objectType, route.defaults));
                if (!this.#background) {
                    this.#background = { page: 'list', objectType: route.objectType };
                    await this.#load();
                }
                break;
            case 'edit':
                await this.#openPage(route, { ...route, page: 'record' });
                if (this.#state.content.kind === 'record' && this.#state.route === route) {
                    this.#show(editForm(this.#state.content.page.record));
                }
                break;
            default:
                await this.#openPage(route, route);
        }
        this.#dependencies.onNavigationChange(this.appViewInfo());
    }

    async #openPage(route: Route, background: PageRoute): Promise<void> {
        this.#background = background;
        this.#show(null);
        this.#set({ route, content: { kind: 'loading' } });
        await this.#load();
    }

    /** What stands over the page; input in the form before it is gone. */
    #show(modal: Modal | null): void {
        const before = this.#state.modal;
        this.#set({ modal });
        if (isUnsaved(before)) {
            this.#dependencies.onInputLost(before);
        }
    }

    /** Fetches what the current page shows; a later load wins over an earlier one. */
    async #load(): Promise<void> {
        const route = this.#background;
        if (!route) {
            return;
        }
        const load = ++this.#loads;
        const content = await fetchContent(route, this.#dependencies.client, this.#state);
        if (load === this.#loads) {
            this.#set({ content, tabs: tabsWith(this.#state.tabs, content) });
        }
    }

    async #screenPop(target: ScreenPop): Promise<boolean> {
        switch (target.type) {
            case 'sobject':
                return this.#popRecord(target.recordId);
            case 'url': {
                this.#dependencies.pushUrl(target.url);
                await this.openPath(target.url);
                return true;
            }
            case 'objecthome':
            case 'list':
                return this.#popObject(target.scope, (objectType) => ({ page: 'list', objectType }));
            case 'newRecord':
                return this.#popObject(target.entityName, (objectType) => ({
                    page: 'new',
                    objectType,
                    defaults: target.defaultFieldValues
                }));
            case 'search':
                await this.navigate({ page: 'search', text: target.searchString });
                return true;
            case 'flow':
                this.#show({ kind: 'flow', name: target.flowDevName, args: target.flowArgs });
                return true;
        }
    }

    async #popRecord(recordId: string): Promise<boolean> {
        const route = recordRoute(recordId);
        if (route) {
            await this.navigate(route);
        }
        return route !== undefined && this.#state.content.kind === 'record';
    }

    async #popObject(name: string, toRoute: (objectType: ObjectName) => Route): Promise<boolean> {
        if (!isObjectName(name)) {
            return false;
        }
        await this.navigate(toRoute(name));
        return true;
    }

    #typeInForm(values: Readonly<Record<string, string>>): void {
        const { modal } = this.#state;
        if (modal?.kind === 'form') {
            this.#set({ modal: { ...modal, values, isDirty: true } });
        }
    }

    async #saveForm(values: Readonly<Record<string, string>>): Promise<void> {
        const { modal } = this.#state;
        if (modal?.kind !== 'form') {
            return;
        }
        const result = await this.#dependencies.client.save(formInput(modal, values));
        if (result.saved) {
            this.#set({ modal: null });
            await this.navigate({ page: 'record', objectType: modal.objectType, recordId: result.id });
        } else {
            this.#set({ modal: { ...modal, values, error: result.detail } });
        }
    }

    /** The person's own decision: what was typed is not lost but given up. */
    async #closeModal(): Promise<void> {
        const { modal } = this.#state;
        this.#set({ modal: null });
        if (modal?.kind === 'form' && this.#background) {
            await this.navigate(this.#background);
        }
    }

    async #closeTab(recordId: string): Promise<void> {
        const { route, tabs } = this.#state;
        const rest = tabs.filter((tab) => tab.recordId !== recordId);
        this.#set({ tabs: rest });
        if (route.page === 'record' && route.recordId === recordId) {
            const next = rest.at(-1);
            await this.navigate(next ? { page: 'record', ...next } : { page: 'list', objectType: route.objectType });
        }
    }

    async #toggleNetwork(): Promise<void> {
        const { network } = this.#state;
        this.#set({ network: { ...network, open: !network.open } });
        if (!network.open && network.callers.length === 0) {
            const lists = await Promise.all(
                (['Contact', 'Lead', 'Account'] as const).map((objectType) => this.#dependencies.client.list(objectType))
            );
            const callers = lists.flatMap(({ records }) => records.flatMap(callersOf));
            this.#set({ network: { ...this.#state.network, callers } });
        }
    }

    #editNetwork(change: Parameters<Actions['editNetwork']>[0]): void {
        const { network } = this.#state;
        const chosen = network.callers.find(({ number }) => number === change.callerNumber);
        this.#set({ network: { ...network, ...change, ...(chosen && { callerName: chosen.name }) } });
    }

    async #ring(storedNumber: string, callerName: string): Promise<void> {
        const callerNumber = callerIdOf(storedNumber);
        const result = await this.#dependencies.client.ring({ callerNumber, callerName });
        const { network, texts } = this.#state;
        this.#set({ network: { ...network, outcome: result.ringing ? texts.ringing(callerNumber) : (result.message ?? '') } });
    }

    #setSoftphone(change: Partial<SoftphoneUtility>): void {
        this.#set({ softphone: { ...this.#state.softphone, ...change } });
    }

    #set(change: Partial<PageState>): void {
        this.#state = { ...this.#state, ...change };
        this.#dependencies.render(this.#state, this.actions);
    }
}

function callersOf(record: OrgRecord): readonly { readonly name: string; readonly number: string }[] {
    return phonesOf(record).map(({ value }) => ({ name: recordName(record), number: value }));
}
