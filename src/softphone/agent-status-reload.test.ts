import { beforeEach, describe, expect, it } from '@jest/globals';
import { chooseStatus, code, keepLogs, lunch, meeting, ready, settled, statuses, statusOf, wrapUp } from './agent-status.fake';
import { openOffice, Person, type FakeAgentStatusStore, type Office } from './person.fake';

describe('Agent status over a reload', () => {
    let office: Office;
    let alice: Person;

    beforeEach(async () => {
        office = openOffice();
        alice = office.alice;
        alice.settings = { ...alice.settings, statuses, signOutSignal: code('*47') };
        alice.send({ type: 'sign-out' });
        office.exchange.journal.length = 0;
        alice.signIn();
        await settled();
    });

    const journal = (): readonly string[] => office.exchange.journal.splice(0);
    const talk = (): void => {
        office.bob.dial('1001');
        alice.answer();
    };

    /** The same tab loads the page once more, and the phone signs in by itself. */
    const reload = async (tab: FakeAgentStatusStore = alice.tab): Promise<void> => {
        const { settings } = alice;
        alice.phone.close();
        journal();
        alice = new Person('1001', office.exchange, office.clock, alice.preferences, tab);
        alice.settings = settings;
        alice.signIn();
        await settled();
    };
    const since = (): number | undefined => alice.phone.snapshot.agentStatus?.since;

    it('is what it was, since it has been so, and the PBX hears it again', async () => {
        office.clock.advance(5_000);
        await chooseStatus(alice, lunch);
        office.clock.advance(60_000);
        await reload();
        expect(statusOf(alice)).toBe('lunch told');
        expect(since()).toBe(6_000);
        expect(journal()).toEqual(['1001 status *46']);
    });

    it('is what waited for the call that the reload ended, and that begins with it', async () => {
        talk();
        await chooseStatus(alice, lunch);
        office.clock.advance(60_000);
        await reload();
        expect(statusOf(alice)).toBe('lunch told');
        expect(since()).toBe(61_000);
    });

    it('is no wrap-up that the phone began: its log is done with', async () => {
        keepLogs(alice);
        await chooseStatus(alice, lunch);
        talk();
        alice.hangUp();
        await settled();
        expect(statusOf(alice)).toBe('wrap-up told');
        await reload();
        expect(statusOf(alice)).toBe('lunch told');
    });

    it('is the wrap-up that the agent chose', async () => {
        await chooseStatus(alice, wrapUp);
        await reload();
        expect(statusOf(alice)).toBe('wrap-up told');
    });

    it.each<[string, () => unknown]>([
        ['the agent has signed out', () => alice.send({ type: 'sign-out' })],
        ['it is not offered any more', () => (alice.settings = { ...alice.settings, statuses: [ready, meeting] })],
        ['somebody else sat there', () => alice.tab.kept.set('1009', { status: lunch, since: 1 }) && alice.tab.kept.delete('1001')]
    ])('is the first one where %s', async (_case, happen) => {
        await chooseStatus(alice, lunch);
        office.clock.advance(60_000);
        happen();
        await reload();
        expect(statusOf(alice)).toBe('ready told');
        expect(since()).toBe(61_000);
    });

    it("never began in the future, whatever the computer's clock has done", async () => {
        await chooseStatus(alice, lunch);
        alice.tab.save('1001', { status: lunch, since: 900_000 });
        await reload();
        expect(since()).toBe(office.clock.now());
    });
});
