import type {
    ApexRequest,
    ApexResult,
    Bootstrap,
    RecordInput,
    RecordList,
    RecordPage,
    RingRequest,
    RingResult,
    SaveResult
} from '../shared/org-api';
import type { ObjectName } from '../shared/schema';

/** The org answered with an HTTP error. */
export class OrgError extends Error {
    override readonly name = 'OrgError';
    readonly status: number;

    constructor(status: number, message: string) {
        super(message);
        this.status = status;
    }
}

/** The org's data, on behalf of one user. */
export class OrgClient {
    readonly #session: Readonly<Record<string, string>>;

    /** `session` holds the `user` and `lang` that the page was opened with. */
    constructor(session: Readonly<Record<string, string>>) {
        this.#session = session;
    }

    async bootstrap(): Promise<Bootstrap> {
        return (await this.#get('bootstrap')) as Bootstrap;
    }

    async list(object: ObjectName): Promise<RecordList> {
        return (await this.#get('list', { object })) as RecordList;
    }

    async record(id: string): Promise<RecordPage> {
        return (await this.#get('record', { id })) as RecordPage;
    }

    async search(text: string, objects?: readonly string[]): Promise<RecordList> {
        return (await this.#get('search', { text, ...(objects && { objects: objects.join(',') }) })) as RecordList;
    }

    async save(input: RecordInput): Promise<SaveResult> {
        return (await this.#post('save', input)) as SaveResult;
    }

    async runApex(request: ApexRequest): Promise<ApexResult> {
        return (await this.#post('apex', request)) as ApexResult;
    }

    async ring(request: RingRequest): Promise<RingResult> {
        return (await this.#post('ring', request)) as RingResult;
    }

    async #get(path: string, parameters: Readonly<Record<string, string>> = {}): Promise<unknown> {
        return readJson(await fetch(this.#url(path, parameters)));
    }

    async #post(path: string, body: unknown): Promise<unknown> {
        const headers = { 'content-type': 'application/json' };
        return readJson(await fetch(this.#url(path), { method: 'POST', headers, body: JSON.stringify(body) }));
    }

    #url(path: string, parameters: Readonly<Record<string, string>> = {}): string {
        return `/workbench/api/${path}?${new URLSearchParams({ ...this.#session, ...parameters }).toString()}`;
    }
}

async function readJson(response: Response): Promise<unknown> {
    if (!response.ok) {
        throw new OrgError(response.status, await response.text());
    }
    return response.json();
}
