import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { accountOfUser } from '../../scripts/org-accounts';
import { alice, type TestPbx } from '../../test-pbx';
import type { Workbench } from '../../workbench';
import { denwaController, type SipAccount } from '../../workbench/server/apex/denwa-controller';
import type { AgentPage } from './agent-page';
import { expect, test } from './fixtures';

const CALLER = '09087654321';
const HOSTILE_NAME = '<img src=x onerror=alert(1)> password=Hunter2Hunter2';

/** What stands in the digests on the wire, and would let its reader answer one or hear the call. */
async function secretsOnTheWire(agent: AgentPage): Promise<readonly string[]> {
    const wire = (await agent.wire()).map(({ text }) => text).join('\n');
    const found = [...wire.matchAll(/(?:response|[cs]?nonce)="([^"]{8,})"|a=ice-pwd:(\S+)|a=fingerprint:\S+ (\S+)/g)];
    return [...new Set(found.map(([, digest, ice, print]) => digest ?? ice ?? print ?? ''))];
}

/** Everything that the page keeps in the browser. */
async function stored(agent: AgentPage): Promise<string> {
    return (await agent.frame()).evaluate(async () => {
        const request = <T>(asked: IDBRequest<T>): Promise<T> =>
            new Promise((resolve, reject) => {
                asked.onsuccess = () => resolve(asked.result);
                asked.onerror = () => reject(new Error(asked.error?.message));
            });
        const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
        for (const { name = '' } of await indexedDB.databases()) {
            const database = await request(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
                kept.push(await request(database.transaction(store).objectStore(store).getAll()));
            }
            database.close();
        }
        return JSON.stringify(kept);
    });
}

async function save(agent: AgentPage, button: string): Promise<string> {
    const download = agent.page.waitForEvent('download');
    await agent.button(button).click();
    return readFile(await (await download).path(), 'utf8');
}

/** HA1 of Alice's account (RFC 2617 section 3.2.2.2): it signs in as well as the password does. */
const ha1 = createHash('md5').update(`${alice.user}:asterisk:${alice.password}`).digest('hex');

/** Wherever a session leaves something behind; `files` are those that the agent has saved. */
async function placesOf(agent: AgentPage, workbench: Workbench, files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    return {
        ...files,
        console: (await agent.console()).join('\n'),
        stored: await stored(agent),
        messages: JSON.stringify(await agent.page.evaluate(() => (window as unknown as { told: unknown[] }).told)),
        tasks: JSON.stringify(workbench.store.list('Task')),
        'Open CTI': JSON.stringify(await agent.page.evaluate(() => window.workbench.openCtiLog))
    };
}

/** Listens to what is told to the page around. */
async function listen(agent: AgentPage): Promise<void> {
    await agent.page.evaluate(() => {
        Object.assign(window, { told: [] });
        window.addEventListener('message', ({ data }) => (window as unknown as { told: unknown[] }).told.push(data));
    });
}

/** Saves both files and looks everywhere. */
async function expectHidden(agent: AgentPage, workbench: Workbench, secrets: readonly string[]): Promise<void> {
    await agent.button('Settings').click();
    const files = { bundle: await save(agent, 'Support_Bundle_Save'), log: await save(agent, 'Log_File_Save') };
    for (const [place, text] of Object.entries(await placesOf(agent, workbench, files))) {
        for (const secret of secrets) expect(text.includes(secret), `${place}: ${secret}`).toBe(false);
        expect(text.length, `${place} holds something`).toBeGreaterThan(2);
    }
}

/** A customer is talked to, and the call logged. */
async function takeCall(agent: AgentPage, pbx: TestPbx, workbench: Workbench): Promise<void> {
    const caller = await pbx.ring({ extension: agent.extension, callerNumber: CALLER, callerName: HOSTILE_NAME });
    await agent.button('Answer').click();
    await expect(agent.says('Phase_Connected')).toBeVisible();
    await caller.hangUp();
    await expect
        .poll(() => workbench.store.list('Task').some(({ fields }) => JSON.stringify(fields).includes(CALLER.slice(-4))))
        .toBe(true);
}

test('no secret of a session is in a log, a file, the browser, a message to the page around or the Task', async ({
    open,
    pbx,
    workbench
}) => {
    const agent = await open();
    await agent.ready();
    await listen(agent);
    await takeCall(agent, pbx, workbench);
    await agent.button('Settings').click();
    const masked = await save(agent, 'Support_Bundle_Save');
    await agent.phone.getByRole('checkbox', { name: agent.text('Log_File_Mask') }).uncheck();
    const bundle = await save(agent, 'Support_Bundle_Save');
    const log = await save(agent, 'Log_File_Save');

    expect(bundle).toContain(`== Last call: SIP messages ==\nCall-ID: `);
    expect(bundle).toMatch(/phone ◀── PBX {2}INVITE .*\n(?:.*\n)*.*phone ──▶ PBX {2}200 OK \[\d+ INVITE\] SDP/);
    expect(bundle).toMatch(/^Call: inbound, answered, /m);
    expect(bundle).toContain(CALLER);
    expect(masked).not.toContain(CALLER);

    const secrets = [alice.password, ha1, ...(await secretsOnTheWire(agent))];
    expect(secrets.length, 'there was something to hide').toBeGreaterThan(4);
    for (const [place, text] of Object.entries(await placesOf(agent, workbench, { log, bundle }))) {
        for (const secret of secrets) {
            // Console lines hold the nonces that the PBX sends: they open nothing without the password.
            if (place === 'console' && secret !== alice.password && secret !== ha1) continue;
            expect(text.includes(secret), `${place}: ${secret}`).toBe(false);
        }
    }
    for (const file of [log, bundle]) expect(file, 'what a caller calls a password').not.toContain('Hunter2Hunter2');
});

test.describe('an org that holds HA1 in the place of the password', () => {
    test.use({
        org: {
            sipAccount: (userId) => {
                const account = accountOfUser(userId);
                if (account?.extension !== alice.number) return account;
                const { password: _password, ...rest } = account;
                return { ...rest, ha1 };
            }
        }
    });

    test('the phone registers with it, and tells it to nobody', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        await listen(agent);
        expect((await agent.wire()).some(({ text }) => /^Authorization: Digest .*realm="asterisk"/m.test(text))).toBe(true);
        await takeCall(agent, pbx, workbench);
        await expectHidden(agent, workbench, [ha1]);
    });
});

test.describe('an org that hands out tokens', () => {
    const ended = 'token-of-an-hour-ago';
    let handedOut = 0;
    const sipAccount = (userId: string): SipAccount | null => {
        const account = accountOfUser(userId);
        handedOut += 1;
        return account && { ...account, ...(handedOut === 1 && { password: ended }), expiresAt: Date.now() + 3_600_000 };
    };
    test.use({ org: { apexClasses: { DenwaController: denwaController(sipAccount) } } });
    test.beforeEach(() => (handedOut = 0));

    test('neither the one that the PBX refused nor the next is told to anybody', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.ready();
        expect(handedOut, 'the phone asked once more when the PBX refused the first').toBe(2);
        await listen(agent);
        await takeCall(agent, pbx, workbench);
        await expectHidden(agent, workbench, [ended, alice.password]);
    });
});

test.describe('an org that holds no accounts', () => {
    test.use({ org: { sipAccount: () => null } });

    test('what the agent types is told to nobody, right or wrong', async ({ open, pbx, workbench }) => {
        const agent = await open();
        await agent.openPanel();
        await listen(agent);
        const mistyped = 'mistyped-password';
        for (const password of [mistyped, alice.password]) {
            await agent.phone.getByLabel(agent.text('Extension')).fill(alice.number);
            await agent.phone.getByLabel(agent.text('Password')).fill(password);
            await agent.button('Sign_In').click();
            if (password === mistyped) await expect(agent.says('Refused_Wrong_Credentials')).toBeVisible();
        }
        await agent.ready();
        await takeCall(agent, pbx, workbench);
        await expectHidden(agent, workbench, [mistyped, alice.password]);
    });
});
