import { Emitter, type Unsubscribe } from '../../base/emitter';
import { describeError } from '../../base/errors';
import type { Logger } from '../../base/logger';
import type { OpenCtiListening } from './open-cti-api';

/** One of Open CTI's streams. Open CTI knows no unsubscribe and runs every listener that was ever given to it: so it gets one. */
export class OpenCtiListener<Value> {
    readonly #register: (args: OpenCtiListening) => void;
    readonly #read: (payload: unknown) => Value;
    readonly #logger: Logger;
    readonly #values: Emitter<Value>;
    #isRegistered = false;

    constructor(register: (args: OpenCtiListening) => void, read: (payload: unknown) => Value, logger: Logger) {
        this.#register = register;
        this.#read = read;
        this.#logger = logger;
        this.#values = new Emitter((error) => logger.error('A listener to Open CTI failed', { error: describeError(error) }));
    }

    subscribe(listener: (value: Value) => void): Unsubscribe {
        if (!this.#isRegistered) this.#begin();
        return this.#values.subscribe(listener);
    }

    #begin(): void {
        this.#isRegistered = true;
        try {
            this.#register({ listener: (payload) => this.#values.emit(this.#read(payload)) });
        } catch (thrown) {
            this.#logger.error('Open CTI refused the listener', { error: describeError(thrown) });
        }
    }
}
