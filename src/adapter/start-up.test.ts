import { describe, expect, it } from '@jest/globals';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { CrmError } from '../crm/crm-error';
import { AccountError } from './account-error';
import type { OrgAccount } from './org';
import { StartUp } from './start-up';

const settings = new Map([['/denwaPbx/denwaPbxServer', 'wss://pbx.example.com/ws']]);
const OVER = 'no more account-unreadable credential-provider-unknown account-incomplete';
const account: OrgAccount = { extension: '1001', authorizationName: '1001', password: 'x', displayName: null };

function startUp(answers: { settings?: () => Promise<ReadonlyMap<string, string>>; account?: () => Promise<OrgAccount | null> }) {
    const clock = new SimulatedClock();
    const journal: string[] = [];
    const subject = new StartUp({
        settings: answers.settings ?? (() => Promise.resolve(settings)),
        account: answers.account ?? (() => Promise.resolve(account)),
        onPbx: ({ server }) => journal.push(`pbx ${server}`),
        onSettings: ({ calls }) => journal.push(`parks at ${calls.parkExtension ?? 'none'}`),
        onAccount: (_pbx, { extension }) => journal.push(`account ${extension}`),
        raise: (code, detail) => journal.push(`notice ${code} ${detail}`.trim()),
        withdraw: (codes) => journal.push(`no more ${codes.join(' ')}`),
        onSettled: () => journal.push('settled'),
        clock,
        logger: new Logger('start-up', clock, () => undefined)
    });
    return { subject, clock, journal };
}

/** Rejects so many times, then resolves. */
function after<T>(failures: number, error: Error, value: T): () => Promise<T> {
    let left = failures;
    return () => (left-- > 0 ? Promise.reject(error) : Promise.resolve(value));
}

async function settle(clock: SimulatedClock, milliseconds: number): Promise<void> {
    clock.advance(milliseconds);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

describe('starting up', () => {
    it('signs in with the account of the org', async () => {
        const { subject, journal } = startUp({});
        await subject.run();
        expect(journal).toEqual(['parks at 778', 'pbx wss://pbx.example.com/ws', 'account 1001', 'settled']);
    });

    it('lets the person sign in where the org holds no account', async () => {
        const { subject, journal } = startUp({ account: () => Promise.resolve(null) });
        await subject.run();
        expect(journal).toEqual(['parks at 778', 'pbx wss://pbx.example.com/ws', 'settled']);
    });

    it('names wrong items and goes on with their defaults', async () => {
        const items = new Map([...settings, ['/denwaCalls/denwaParkExtension', 'a park'], ['/denwaCalls/denwaHistoryLimit', '-1']]);
        const { subject, journal } = startUp({ settings: () => Promise.resolve(items) });
        await subject.run();
        expect(journal).toEqual([
            'parks at 778',
            'notice settings-invalid denwaCalls › denwaParkExtension / denwaCalls › denwaHistoryLimit',
            'pbx wss://pbx.example.com/ws',
            'account 1001',
            'settled'
        ]);
    });

    it('asks again when the org is silent, and tells the agent', async () => {
        const { subject, journal, clock } = startUp({ settings: after(2, new CrmError('timed-out', 'silent'), settings) });
        await subject.run();
        expect(journal).toEqual(['notice account-unreadable', 'settled']);
        await settle(clock, 2_000);
        await settle(clock, 4_999);
        expect(journal.filter((line) => line.startsWith('notice'))).toHaveLength(2);
        await settle(clock, 1);
        expect(journal.slice(-2)).toEqual(['account 1001', OVER]);
        expect(journal.filter((line) => line === 'settled')).toHaveLength(1);
        expect(clock.pending).toBe(0);
    });

    it('asks again when only the account fails; a person can sign in meanwhile', async () => {
        const { subject, journal, clock } = startUp({ account: after(1, new CrmError('rejected', 'no access'), account) });
        await subject.run();
        expect(journal).toEqual(['parks at 778', 'pbx wss://pbx.example.com/ws', 'notice account-unreadable', 'settled']);
        await settle(clock, 2_000);
        expect(journal.slice(-2)).toEqual(['account 1001', OVER]);
    });

    it('names what an administrator has to put right, and goes on by itself afterwards', async () => {
        const wrong = new AccountError('credential-provider-unknown', 'NoSuchClass');
        const { subject, journal, clock } = startUp({ account: after(1, wrong, account) });
        await subject.run();
        expect(journal.slice(2)).toEqual(['notice credential-provider-unknown NoSuchClass', 'settled']);
        await settle(clock, 2_000);
        expect(journal.slice(-2)).toEqual(['account 1001', OVER]);
    });

    it.each([
        [
            'wrong settings',
            { settings: () => Promise.resolve(new Map<string, string>()) },
            ['parks at 778', 'notice settings-invalid denwaPbx › denwaPbxServer']
        ],
        [
            'a page outside of Salesforce',
            { settings: () => Promise.reject(new CrmError('crm-unavailable', '')) },
            ['notice crm-unavailable']
        ]
    ])('does not repeat itself for %s', async (_name, answers, told) => {
        const { subject, journal, clock } = startUp(answers);
        await subject.run();
        expect(journal).toEqual([...told, 'settled']);
        expect(clock.pending).toBe(0);
    });
});
