import type { Clock } from '../../base/clock';
import type { Unsubscribe } from '../../base/emitter';
import { describeError } from '../../base/errors';
import type { Logger } from '../../base/logger';
import type { RecordLink } from '../../telephony/record';
import { CrmError } from '../crm-error';
import type { ClickToDial, CrmHost, CrmView, FieldValues, PanelSize } from '../crm-host';
import type { OpenCtiApi, OpenCtiMethod } from './open-cti-api';
import { OpenCtiListener } from './open-cti-listener';
import { readAnswer, readClick, readFound, readSettings } from './open-cti-payload';
import { readView } from './open-cti-view';

export interface OpenCtiParts {
    /** Undefined outside of Salesforce: then every promise rejects with `crm-unavailable`. */
    readonly api: OpenCtiApi | undefined;
    readonly clock: Pick<Clock, 'after'>;
    readonly logger: Logger;
    /** How long to wait for an answer, in milliseconds; Open CTI itself waits for ever. */
    readonly timeout: number;
}

/** The Lightning Message Channel of the package: `messageChannels/Denwa_Window`. */
const CHANNEL = 'Denwa_Window__c';

/** Pixels. Source: Open CTI Developer Guide, setSoftphonePanelWidth and setSoftphonePanelHeight. */
const PANEL_WIDTH = [200, 1920] as const;
const PANEL_HEIGHT = [240, 2560] as const;

/** Salesforce Open CTI for Lightning Experience as a `CrmHost`. */
export class OpenCtiCrm implements CrmHost {
    readonly #parts: OpenCtiParts;
    readonly #clicks: OpenCtiListener<ClickToDial>;
    readonly #views: OpenCtiListener<CrmView>;
    readonly #messages: OpenCtiListener<unknown>;

    constructor(parts: OpenCtiParts) {
        const { api, logger } = parts;
        this.#parts = parts;
        this.#clicks = new OpenCtiListener((args) => api?.onClickToDial(args), readClick, logger);
        this.#views = new OpenCtiListener((args) => api?.onNavigationChange(args), readView, logger);
        this.#messages = new OpenCtiListener(
            (args) => api?.subscribe({ ...args, channelName: CHANNEL, callback: (answer) => this.#subscribed(answer) }),
            (message) => message,
            logger
        );
    }

    async enableClickToDial(): Promise<void> {
        await this.#ask('enableClickToDial');
    }

    async disableClickToDial(): Promise<void> {
        await this.#ask('disableClickToDial');
    }

    onClickToDial(listener: (click: ClickToDial) => void): Unsubscribe {
        return this.#clicks.subscribe(listener);
    }

    async showPanel(): Promise<void> {
        await this.#ask('setSoftphonePanelVisibility', { visible: true });
    }

    async setPhoneLabel(label: string): Promise<void> {
        await Promise.all([this.#ask('setSoftphoneItemLabel', { label }), this.#ask('setSoftphonePanelLabel', { label })]);
    }

    async setPhoneIcon(icon: string): Promise<void> {
        await Promise.all([this.#ask('setSoftphoneItemIcon', { key: icon }), this.#ask('setSoftphonePanelIcon', { key: icon })]);
    }

    async setPanelSize({ width, height }: PanelSize): Promise<void> {
        await Promise.all([
            this.#ask('setSoftphonePanelWidth', { widthPX: within(PANEL_WIDTH, width) }),
            this.#ask('setSoftphonePanelHeight', { heightPX: within(PANEL_HEIGHT, height) })
        ]);
    }

    async openRecord(recordId: string): Promise<void> {
        await this.#ask('screenPop', { type: this.#api.SCREENPOP_TYPE.SOBJECT, params: { recordId } });
    }

    async openNewRecord(objectType: string, fieldValues: FieldValues): Promise<void> {
        const params = { entityName: objectType, defaultFieldValues: fieldValues };
        await this.#ask('screenPop', { type: this.#api.SCREENPOP_TYPE.NEW_RECORD_MODAL, params });
    }

    async openSearch(text: string): Promise<void> {
        await this.#ask('screenPop', { type: this.#api.SCREENPOP_TYPE.SEARCH, params: { searchString: text } });
    }

    async searchAndShow(
        text: string,
        callType: 'inbound' | 'outbound' | 'internal',
        fieldValues: FieldValues
    ): Promise<readonly RecordLink[]> {
        return readFound(await this.#ask('searchAndScreenPop', { searchParams: text, callType, defaultFieldValues: fieldValues }));
    }

    async view(): Promise<CrmView> {
        return readView(await this.#ask('getAppViewInfo'));
    }

    onViewChange(listener: (view: CrmView) => void): Unsubscribe {
        return this.#views.subscribe(listener);
    }

    async refresh(): Promise<void> {
        await this.#ask('refreshView');
    }

    async publish(message: object): Promise<void> {
        await this.#ask('publish', { channelName: CHANNEL, message });
    }

    onMessage(listener: (message: unknown) => void): Unsubscribe {
        return this.#messages.subscribe(listener);
    }

    async callCenterSettings(): Promise<ReadonlyMap<string, string>> {
        return readSettings(await this.#ask('getCallCenterSettings'));
    }

    #subscribed(answer: unknown): void {
        try {
            readAnswer('subscribe', answer);
        } catch (error) {
            this.#parts.logger.warn('The message channel is not there', { channel: CHANNEL, error: describeError(error) });
        }
    }

    get #api(): OpenCtiApi {
        if (!this.#parts.api) throw new CrmError('crm-unavailable', 'Open the phone in Salesforce: Open CTI is not here.');
        return this.#parts.api;
    }

    async #ask(method: OpenCtiMethod, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
        const { clock, logger, timeout } = this.#parts;
        const api = this.#api;
        const response = await new Promise<unknown>((resolve, reject) => {
            let waiting = true;
            const cancel = clock.after(timeout, () => {
                waiting = false;
                reject(new CrmError('timed-out', `Salesforce did not answer ${method} within ${timeout} ms`));
            });
            const callback = (answer: unknown): void => {
                if (!waiting) return logger.warn('Ignored an answer that came late or twice', { method });
                waiting = false;
                cancel();
                resolve(answer);
            };
            try {
                api[method]({ ...args, callback });
            } catch (thrown) {
                waiting = false;
                cancel();
                reject(new CrmError('misused', `Salesforce threw at ${method}: ${describeError(thrown)}`, { cause: thrown }));
            }
        });
        return readAnswer(method, response);
    }
}

function within([least, most]: readonly [number, number], pixels: number): number {
    return Math.round(Math.min(most, Math.max(least, pixels)));
}
