import type { LogLine } from '../../base/logger';
import { Logger } from '../../base/logger';
import { SimulatedClock } from '../../base/simulated-clock';
import { CrmError, type CrmReason } from '../crm-error';
import type { OpenCtiApi, OpenCtiArguments, OpenCtiMethod, OpenCtiSubscribing } from './open-cti-api';
import { OpenCtiCrm } from './open-cti-crm';

/** Milliseconds that `setUp` lets Salesforce think. */
export const TIMEOUT = 10_000;
const METHODS: readonly OpenCtiMethod[] = [
    'enableClickToDial',
    'disableClickToDial',
    'setSoftphonePanelVisibility',
    'setSoftphoneItemLabel',
    'setSoftphonePanelLabel',
    'setSoftphoneItemIcon',
    'setSoftphonePanelIcon',
    'setSoftphonePanelWidth',
    'setSoftphonePanelHeight',
    'screenPop',
    'searchAndScreenPop',
    'getAppViewInfo',
    'refreshView',
    'publish',
    'getCallCenterSettings'
];

/** Salesforce's script with nobody behind it: remembers what it was asked, and answers when the test says so. */
class FakeOpenCti {
    readonly asked: {
        readonly method: OpenCtiMethod;
        readonly args: Omit<OpenCtiArguments, 'callback'>;
        readonly answer: (response: unknown) => void;
    }[] = [];
    readonly listeners: ((payload: unknown) => void)[] = [];
    readonly viewListeners: ((payload: unknown) => void)[] = [];
    readonly subscriptions: OpenCtiSubscribing[] = [];
    /** What every method throws. */
    thrown: Error | string | null = null;

    readonly api = {
        SCREENPOP_TYPE: { SOBJECT: 'sobject', SEARCH: 'search', NEW_RECORD_MODAL: 'newRecord' },
        onClickToDial: ({ listener }: { readonly listener: (payload: unknown) => void }) => {
            this.#throwIfAsked();
            this.listeners.push(listener);
        },
        onNavigationChange: ({ listener }: { readonly listener: (payload: unknown) => void }) => {
            this.#throwIfAsked();
            this.viewListeners.push(listener);
        },
        subscribe: (subscription: OpenCtiSubscribing) => {
            this.#throwIfAsked();
            this.subscriptions.push(subscription);
        },
        ...Object.fromEntries(METHODS.map((method) => [method, (args: OpenCtiArguments) => this.#onCall(method, args)]))
    } as OpenCtiApi;

    answerAll(response: unknown = { success: true, returnValue: null, errors: null }): void {
        for (const { answer } of this.asked) answer(response);
    }

    #onCall(method: OpenCtiMethod, { callback, ...args }: OpenCtiArguments): void {
        this.#throwIfAsked();
        this.asked.push({ method, args, answer: callback });
    }

    #throwIfAsked(): void {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the real client throws bare strings
        if (this.thrown !== null) throw this.thrown;
    }
}

interface SetUp {
    readonly clock: SimulatedClock;
    readonly lines: readonly LogLine[];
    readonly crm: FakeOpenCti;
    readonly host: OpenCtiCrm;
}

export function setUp({ withApi = true } = {}): SetUp {
    const clock = new SimulatedClock();
    const lines: LogLine[] = [];
    const crm = new FakeOpenCti();
    const logger = new Logger('crm.open-cti', clock, (line) => lines.push(line));
    const host = new OpenCtiCrm({ api: withApi ? crm.api : undefined, clock, logger, timeout: TIMEOUT });
    return { clock, lines, crm, host };
}

export async function reasonOf(promise: Promise<unknown>): Promise<CrmReason | 'resolved'> {
    try {
        await promise;
        return 'resolved';
    } catch (error) {
        if (error instanceof CrmError) return error.reason;
        throw error;
    }
}
