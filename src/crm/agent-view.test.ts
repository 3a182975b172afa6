import { beforeEach, describe, expect, it } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { AgentView } from './agent-view';
import { CrmError } from './crm-error';
import type { CrmView } from './crm-host';

const contact = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const page: CrmView = { record: contact, isForm: false };
const form: CrmView = { record: null, isForm: true };

let clock: SimulatedClock;
let answers: ((view: CrmView | CrmError) => void)[];
let navigate: (view: CrmView) => void;
let told: (string | undefined)[];
let lines: LogLine[];
let view: AgentView;

beforeEach(() => {
    clock = new SimulatedClock();
    [answers, told, lines] = [[], [], []];
    view = new AgentView({
        host: {
            view: () =>
                new Promise((resolve, reject) => answers.push((answer) => (answer instanceof CrmError ? reject(answer) : resolve(answer)))),
            onViewChange: (listener) => {
                navigate = listener;
                return () => undefined;
            }
        },
        clock,
        logger: new Logger('crm', clock, (line) => lines.push(line))
    });
    view.subscribe(({ record }) => told.push(record?.id));
    view.start();
});

describe('what is in front of the agent', () => {
    it('is unknown until the CRM has told', async () => {
        const now = view.now();
        clock.advance(1_500);
        expect(await now).toBeNull();
    });

    it('is what the CRM answers, also before the agent goes anywhere', async () => {
        const now = view.now();
        answers[1]?.(form);
        expect(await now).toEqual(form);
        expect(clock.pending).toBe(1);
    });

    it('is what was told last when the CRM fails to answer', async () => {
        navigate(page);
        const now = view.now();
        answers[1]?.(new CrmError('rejected', 'no'));
        expect(await now).toEqual(page);
        expect(lines).toMatchObject([{ level: 'warn' }]);
    });

    it('is what the CRM told by itself while it was asked', async () => {
        const now = view.now();
        navigate(form);
        answers[1]?.(page);
        expect(await now).toEqual(form);
    });

    it('is news only when it is another record', async () => {
        for (const isForm of [false, true]) {
            const now = view.now();
            answers.at(-1)?.({ ...page, isForm });
            await now;
        }
        navigate(page);
        navigate({ ...page, record: { ...contact, id: contact.id.slice(0, 15) } });
        navigate({ record: null, isForm: false });
        expect(told).toEqual([contact.id, undefined]);
    });
});
