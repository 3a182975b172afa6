import { outsideNumbers, type OutsideCaller, type TestPbx } from '../../test-pbx';
import type { Workbench } from '../../workbench';
import { Random } from '../../workbench/server/records/random';
import { AgentPage } from './agent-page';
import { expect, test } from './fixtures';
import { MortalBrowser } from './mortal-browser';

const SAVE = 'DenwaController.saveLog';
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** Milliseconds of a round within which the browser is killed; a call with all its phases fits in. */
const LONGEST_LIFE = 2_500;

/** An agent whose browser dies and comes back. */
class Desk {
    readonly #browser: MortalBrowser;
    readonly #workbench: Workbench;
    #agent: AgentPage | null = null;

    private constructor(browser: MortalBrowser, workbench: Workbench) {
        this.#browser = browser;
        this.#workbench = workbench;
    }

    static async open(workbench: Workbench): Promise<Desk> {
        const desk = new Desk(await MortalBrowser.withNewProfile(), workbench);
        await desk.start();
        return desk;
    }

    get agent(): AgentPage {
        if (!this.#agent) throw new Error('The browser is dead');
        return this.#agent;
    }

    async start(): Promise<void> {
        this.#agent = await AgentPage.openIn(await this.#browser.start(), this.#workbench, {});
        await this.#agent.ready();
    }

    async die(): Promise<void> {
        this.#agent = null;
        await this.#browser.kill();
    }

    async close(): Promise<void> {
        await this.#browser.discard();
    }
}

/** The Tasks that phones made, by the number in their subject. */
function tasksOf(workbench: Workbench, number: string): number {
    return workbench.store.list('Task').filter(({ fields }) => fields.CallObject && String(fields.Subject).includes(number)).length;
}

const mobile = '09012345678';
const mobileText = '090-1234-5678';
const talksText = '03-1234-0009';

test.describe('a browser that is killed', () => {
    test.describe.configure({ timeout: 120_000 });
    test.use({ org: { callCenterOverrides: { '/denwaCallLog/denwaWrapUpSeconds': '600' } } });

    let desk: Desk;

    test.beforeEach(async ({ workbench }) => {
        desk = await Desk.open(workbench);
    });

    test.afterEach(async ({ pbx }) => {
        await desk.close();
        await pbx.reset();
    });

    const moments: readonly (readonly [
        string,
        string,
        (agent: AgentPage, pbx: TestPbx, workbench: Workbench) => Promise<OutsideCaller | null>
    ])[] = [
        [
            'while the call rings',
            mobileText,
            async (agent, pbx) => {
                const caller = await pbx.ring({ extension: '1001', callerNumber: mobile });
                await agent.says('Phase_Inbound').waitFor();
                return caller;
            }
        ],
        [
            'while somebody is dialled',
            '03-1234-0004',
            async (agent) => {
                await agent.dial(outsideNumbers.ringsOn);
                await agent.says('Phase_Ringing').waitFor();
                return null;
            }
        ],
        [
            'in the middle of a conversation',
            mobileText,
            async (agent, pbx) => {
                const caller = await pbx.ring({ extension: '1001', callerNumber: mobile });
                await agent.button('Answer').click();
                await agent.says('Phase_Connected').waitFor();
                return caller;
            }
        ],
        [
            'while the caller is on hold',
            mobileText,
            async (agent, pbx) => {
                const caller = await pbx.ring({ extension: '1001', callerNumber: mobile });
                await agent.button('Answer').click();
                await agent.button('Hold').click();
                await agent.button('Resume').waitFor();
                return caller;
            }
        ],
        [
            'during wrap-up, with notes',
            talksText,
            async (agent) => {
                await agent.dial(outsideNumbers.talks);
                await agent.says('Phase_Connected').waitFor();
                await agent.button('Hang_Up').click();
                await agent.phone.getByRole('textbox', { name: agent.text('Notes') }).fill('落ちる前のメモ');
                // What is typed is stored within moments, and the kill that follows is one of many that come later than that.
                await expect.poll(() => agent.journalNotes()).toContain('落ちる前のメモ');
                return null;
            }
        ],
        [
            'after the org saved the log and before the browser heard of it',
            talksText,
            async (agent, _pbx, workbench) => {
                workbench.remotingFaults.set(SAVE, { kind: 'lost', times: 1 });
                await agent.dial(outsideNumbers.talks);
                await agent.says('Phase_Connected').waitFor();
                await agent.button('Hang_Up').click();
                await agent.button('Log_Save').click();
                await expect.poll(() => tasksOf(workbench, talksText)).toBe(1);
                return null;
            }
        ]
    ];
    for (const [moment, number, act] of moments) {
        test(`${moment} leaves exactly one Task`, async ({ pbx, workbench }) => {
            const caller = await act(desk.agent, pbx, workbench);
            await desk.die();
            await caller?.hangUp();
            await desk.start();
            await expect.poll(() => tasksOf(workbench, number)).toBe(1);
            await expect.poll(() => desk.agent.journalSize(), { message: 'nothing is left to save' }).toBe(0);
            expect(tasksOf(workbench, number)).toBe(1);
            if (moment.endsWith('notes')) {
                const [task] = workbench.store.list('Task').filter(({ fields }) => String(fields.Subject).includes(number));
                expect(String(task?.fields.Description)).toContain('落ちる前のメモ');
            }
        });
    }
});

test.describe('browsers that are killed at random moments', () => {
    test.use({ org: { callCenterOverrides: { '/denwaCallLog/denwaWrapUpSeconds': '1' } } });

    test(`leave exactly one Task for each call`, async ({ pbx, workbench }) => {
        test.setTimeout(15 * 60_000);
        const seed = Number(process.env.SEED ?? Date.now() % 100_000);
        test.info().annotations.push({ type: 'seed', description: `SEED=${seed} repeats the moments` });
        const random = new Random(seed);
        const desk = await Desk.open(workbench);
        try {
            for (let round = 0; round < ROUNDS; round++) {
                const number = `0398${String(100_000 + round)}`;
                const caller = random.chance(50) ? await pbx.ring({ extension: '1001', callerNumber: number }) : null;
                const story = untilDeath(() => (caller ? answerAndNote(desk.agent, caller, number) : dialAndSave(desk.agent, number)));
                const known = await lives(random.below(LONGEST_LIFE), () => (caller ? hasRung(pbx) : wasDialled(pbx, number)));
                await desk.die();
                await story;
                // Nobody but the PBX knows of what is left of the call.
                await pbx.reset();
                await desk.start();
                const text = `03-98${number.slice(4, 6)}-${number.slice(6)}`;
                await expect.poll(() => desk.agent.journalSize(), { message: `round ${round}: the journal empties` }).toBe(0);
                const tasks = tasksOf(workbench, text);
                expect(tasks, `round ${round}: ${text}, seed ${seed}`).toBe(known ? 1 : Math.min(tasks, 1));
            }
            const callIds = workbench.store.list('Task').flatMap(({ fields }) => (fields.CallObject ? [fields.CallObject] : []));
            expect(new Set(callIds).size, 'no call has two Tasks').toBe(callIds.length);
            expect(callIds.length, 'the browsers lived long enough to have calls').toBeGreaterThan(ROUNDS / 2);
        } finally {
            await desk.close();
        }
    });
});

async function answerAndNote(agent: AgentPage, caller: OutsideCaller, number: string): Promise<void> {
    await agent.button('Answer').click();
    await agent.button('Hold').click();
    await agent.button('Resume').click();
    await agent.button('Hold').waitFor();
    await caller.hangUp();
    await agent.phone.getByRole('textbox', { name: agent.text('Notes') }).fill(`メモ ${number}`);
}

async function dialAndSave(agent: AgentPage, number: string): Promise<void> {
    await agent.dial(number);
    await agent.says('Phase_Connected').waitFor();
    await agent.button('Hang_Up').click();
    await agent.phone.getByRole('textbox', { name: agent.text('Notes') }).fill(`メモ ${number}`);
    await agent.button('Log_Save').click();
}

/** The phone has told the PBX that it rings, or more. */
async function hasRung(pbx: TestPbx): Promise<boolean> {
    return (await pbx.channels()).some(({ name, state }) => name.startsWith('PJSIP/1001') && ['Ringing', 'Up'].includes(state));
}

async function wasDialled(pbx: TestPbx, number: string): Promise<boolean> {
    return (await pbx.dialled()).some((dialled) => dialled.number === number);
}

/** Lets so many milliseconds pass. @returns whether the PBX knew of the call at any time in them */
async function lives(milliseconds: number, isKnown: () => Promise<boolean>): Promise<boolean> {
    const end = performance.now() + milliseconds;
    let known = false;
    do known ||= await isKnown();
    while (performance.now() < end);
    return known;
}

/** What the agent does fails at the latest when the browser dies. */
async function untilDeath(act: () => Promise<void>): Promise<void> {
    try {
        await act();
    } catch (error) {
        if (!/closed|crash|Target|disconnected/i.test(String(error))) throw error;
    }
}
