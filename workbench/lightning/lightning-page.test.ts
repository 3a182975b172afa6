import { describe, expect, it } from '@jest/globals';
import type { Bootstrap, RecordInput, RecordList, RecordPage, SaveResult } from '../shared/org-api';
import { LightningPage } from './lightning-page';
import { OrgError, type OrgClient } from './org-client';
import type { PageState } from './state';

const tanaka = { id: '0035h0000000001AAA', objectType: 'Contact', fields: { Name: '田中 太郎', Phone: '03-1234-5678' } } as const;
const mori = {
    id: '0015h0000000002AAA',
    objectType: 'Account',
    fields: {
        Name: '森 由紀',
        LastName: '森',
        PersonMobilePhone: '080-3333-0107',
        PersonContactId: '0035h0000000006AAA',
        IsPersonAccount: true
    }
} as const;
const created = { id: '0035h0000000009AAA', objectType: 'Contact', fields: { Name: '新規' } } as const;
const user = { id: '005', username: 'sato', name: '佐藤', language: 'en_US' } as const;
const org: Bootstrap = {
    user,
    users: [user],
    callCenterSettings: {},
    softphone: { url: 'http://vf.denwa.localhost/apex/Phone', label: 'Phone', width: 340, height: 480 },
    telephoneNetwork: null
};

function open(): {
    readonly page: LightningPage;
    readonly state: () => PageState;
    readonly urls: readonly string[];
    readonly views: readonly unknown[];
    readonly dialled: readonly unknown[];
    readonly saved: readonly RecordInput[];
    readonly lost: readonly unknown[];
} {
    const urls: string[] = ['/lightning/o/Contact/list'];
    const views: unknown[] = [];
    const dialled: unknown[] = [];
    const saved: RecordInput[] = [];
    const lost: unknown[] = [];
    const states: PageState[] = [];
    const list: RecordList = { records: [tanaka], names: {} };
    const client: Pick<OrgClient, 'list' | 'record' | 'search' | 'save'> = {
        list: () => Promise.resolve(list),
        search: () => Promise.resolve(list),
        record: (id): Promise<RecordPage> => {
            const record = [tanaka, mori, created].find((known) => known.id === id);
            return record
                ? Promise.resolve({ record, names: {}, activities: [], related: [] })
                : Promise.reject(new OrgError(404, 'There is no record.'));
        },
        save: (input): Promise<SaveResult> => {
            saved.push(input);
            return Promise.resolve(
                input['LastName'] || input['Id']
                    ? { saved: true, id: created.id }
                    : { saved: false, detail: { message: 'no', pageErrors: [], fieldErrors: {} } }
            );
        }
    };
    const page = new LightningPage({
        org,
        client: client as OrgClient,
        pushUrl: (path) => urls.push(path),
        currentUrl: () => urls.at(-1) ?? '',
        render: (state) => states.push(state),
        onClickToDial: (payload) => dialled.push(payload),
        onNavigationChange: (view) => views.push(view),
        onInputLost: (form) => lost.push(form)
    });
    const state = (): PageState => {
        const last = states.at(-1);
        if (!last) {
            throw new Error('Nothing was drawn yet.');
        }
        return last;
    };
    return { page, state, urls, views, dialled, saved, lost };
}

/** Lets everything run that waits for nothing but promises. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a screen pop', () => {
    it('of a record opens its page, its address and its tab, and tells of the navigation', async () => {
        const { page, state, urls, views } = open();
        expect(await page.orgPage().screenPop({ type: 'sobject', recordId: tanaka.id })).toBe(true);
        const url = `/lightning/r/Contact/${tanaka.id}/view`;
        expect(urls.at(-1)).toBe(url);
        expect(state()).toMatchObject({ content: { kind: 'record' }, tabs: [{ recordId: tanaka.id, name: '田中 太郎' }] });
        expect(views).toEqual([{ url, recordId: tanaka.id, recordName: '田中 太郎', objectType: 'Contact' }]);
    });

    it('of the same record again focuses its tab', async () => {
        const { page, state } = open();
        await page.orgPage().screenPop({ type: 'sobject', recordId: tanaka.id });
        await page.orgPage().screenPop({ type: 'search', searchString: 'abc' });
        await page.orgPage().screenPop({ type: 'sobject', recordId: tanaka.id });
        expect(state().tabs).toHaveLength(1);
        expect(state().route).toMatchObject({ page: 'record', recordId: tanaka.id });
    });

    it('of a record or an object that does not exist fails', async () => {
        const { page } = open();
        const { screenPop } = page.orgPage();
        expect(await screenPop({ type: 'sobject', recordId: '0035h0000000123AAA' })).toBe(false);
        expect(await screenPop({ type: 'sobject', recordId: 'nonsense' })).toBe(false);
        expect(await screenPop({ type: 'newRecord', entityName: 'Toy', defaultFieldValues: {} })).toBe(false);
        expect(await screenPop({ type: 'objecthome', scope: 'Toy' })).toBe(false);
    });

    it('of a new record opens the form over the page before it, and a saved record opens its page', async () => {
        const { page, state, saved } = open();
        await page.openPath('/lightning/o/Contact/list');
        await page.orgPage().screenPop({ type: 'newRecord', entityName: 'Contact', defaultFieldValues: { Phone: '0312345678' } });
        expect(state()).toMatchObject({ content: { kind: 'list' }, modal: { values: { Phone: '0312345678' }, error: null } });
        page.actions.saveForm({ LastName: '', Phone: '0312345678' });
        await settle();
        expect(state().modal).toMatchObject({ values: { Phone: '0312345678' }, error: { message: 'no' } });
        page.actions.saveForm({ LastName: '新規', Phone: '0312345678' });
        await settle();
        expect(saved.at(-1)).toEqual({ entityApiName: 'Contact', LastName: '新規', Phone: '0312345678' });
        expect(state()).toMatchObject({ modal: null, content: { kind: 'record', page: { record: { id: created.id } } } });
    });

    it('of a flow shows it with its arguments', async () => {
        const { page, state } = open();
        await page.orgPage().screenPop({ type: 'flow', flowDevName: 'Greet', flowArgs: [{ name: 'x', value: 1 }] });
        expect(state().modal).toEqual({ kind: 'flow', name: 'Greet', args: [{ name: 'x', value: 1 }] });
    });
});

describe('a form', () => {
    const editUrl = `/lightning/r/Contact/${tanaka.id}/edit`;

    it('of a record that is there opens over its page with its values, and tells of it', async () => {
        const { page, state, views, saved } = open();
        await page.openPath(editUrl);
        expect(state()).toMatchObject({
            content: { kind: 'record' },
            modal: { recordId: tanaka.id, isDirty: false, values: { Phone: '03-1234-5678', MobilePhone: '' } }
        });
        expect(views.at(-1)).toMatchObject({ recordId: tanaka.id, objectType: 'Contact' });
        page.actions.saveForm({ Phone: '03-9999-0000' });
        await settle();
        expect(saved).toEqual([{ Id: tanaka.id, Phone: '03-9999-0000' }]);
        expect(state().modal).toBeNull();
    });

    it('of a new record tells nothing but its URL', async () => {
        const { page, views } = open();
        await page.openPath(`/lightning/r/Contact/${tanaka.id}/view`);
        page.actions.navigate({ page: 'new', objectType: 'Case', defaults: {} });
        await settle();
        expect(views.at(-1)).toEqual({ url: '/lightning/o/Case/new' });
    });

    it('loses what was typed into it when something is popped in its place', async () => {
        const { page, lost } = open();
        const { screenPop } = page.orgPage();
        await page.openPath(editUrl);
        page.actions.typeInForm({ Phone: '03-9999-0000' });
        await screenPop({ type: 'sobject', recordId: created.id });
        expect(lost).toMatchObject([{ recordId: tanaka.id, values: { Phone: '03-9999-0000' } }]);
        await screenPop({ type: 'newRecord', entityName: 'Contact', defaultFieldValues: {} });
        page.actions.typeInForm({ LastName: '山' });
        await screenPop({ type: 'flow', flowDevName: 'Greet', flowArgs: [] });
        expect(lost).toHaveLength(2);
    });

    it('loses nothing that nobody typed, that was saved, or that was given up', async () => {
        const { page, state, lost } = open();
        await page.openPath(editUrl);
        await page.openPath(editUrl);
        page.actions.typeInForm({ LastName: '田' });
        page.actions.saveForm({ LastName: '田' });
        await settle();
        await page.openPath(editUrl);
        page.actions.typeInForm({ LastName: '中' });
        page.actions.closeModal();
        await settle();
        expect(state()).toMatchObject({ modal: null, content: { kind: 'record' } });
        expect(lost).toEqual([]);
    });
});

describe('a person account', () => {
    it('is told of with the contact behind it, by navigation and by a click', async () => {
        const { page, views, dialled } = open();
        const person = { recordId: mori.id, objectType: 'Account', personAccount: true, contactId: '0035h0000000006AAA' };
        await page.openPath(`/lightning/r/Account/${mori.id}/view`);
        expect(views.at(-1)).toMatchObject(person);
        page.actions.dial('080-3333-0107', mori);
        expect(dialled).toEqual([expect.objectContaining({ ...person, number: '080-3333-0107' })]);
    });

    it('is changed by the fields of a person', async () => {
        const { page, state } = open();
        await page.openPath(`/lightning/r/Account/${mori.id}/edit`);
        const { modal } = state();
        expect(modal?.kind === 'form' && Object.keys(modal.values)).toEqual(expect.arrayContaining(['LastName', 'PersonMobilePhone']));
        expect(modal?.kind === 'form' && Object.keys(modal.values)).not.toContain('Name');
    });
});

describe('the page', () => {
    it('tells the softphone what was clicked', () => {
        const { page, dialled } = open();
        page.actions.dial('03-1234-5678', tanaka);
        expect(dialled).toEqual([
            { number: '03-1234-5678', recordId: tanaka.id, recordName: '田中 太郎', objectType: 'Contact', params: '' }
        ]);
    });

    it('shows a list view with nothing but its URL', async () => {
        const { page, views } = open();
        await page.openPath('/lightning/o/Contact/list');
        expect(views).toEqual([{ url: '/lightning/o/Contact/list' }]);
    });

    it('closes a tab and goes to the one beside it', async () => {
        const { page, state } = open();
        await page.openPath(`/lightning/r/Contact/${created.id}/view`);
        await page.openPath(`/lightning/r/Contact/${tanaka.id}/view`);
        page.actions.closeTab(tanaka.id);
        await settle();
        expect(state().tabs.map(({ recordId }) => recordId)).toEqual([created.id]);
        expect(state().route).toMatchObject({ page: 'record', recordId: created.id });
    });

    it('says so when an address leads nowhere', async () => {
        const { page, state } = open();
        await page.openPath('/lightning/o/Toy/list');
        expect(state().content).toEqual({ kind: 'message', message: 'This page does not exist.' });
    });

    it('lets the softphone open, close, resize and rename its panel', () => {
        const { page, state } = open();
        const { setPanelVisible, setPanelHeight, setPanelWidth, setItemLabel, setPanelIcon, isPanelVisible } = page.orgPage();
        setPanelVisible(true);
        setPanelHeight(600);
        setPanelWidth(400);
        setItemLabel('2 calls');
        setPanelIcon('end_call');
        expect(isPanelVisible()).toBe(true);
        expect(state().softphone).toMatchObject({ visible: true, height: 600, width: 400, itemLabel: '2 calls', panelIcon: 'end_call' });
        page.actions.toggleSoftphone();
        expect(isPanelVisible()).toBe(false);
    });
});
