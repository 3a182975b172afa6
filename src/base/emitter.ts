export type Unsubscribe = () => void;

/**
 * One typed stream of values. A listener that throws harms nobody else: the error goes to `onListenerError`.
 */
export class Emitter<T> {
    readonly #listeners = new Set<(value: T) => void>();
    readonly #onListenerError: (error: unknown) => void;

    constructor(onListenerError: (error: unknown) => void) {
        this.#onListenerError = onListenerError;
    }

    subscribe(listener: (value: T) => void): Unsubscribe {
        this.#listeners.add(listener);
        return () => {
            this.#listeners.delete(listener);
        };
    }

    emit(value: T): void {
        for (const listener of [...this.#listeners]) {
            try {
                listener(value);
            } catch (error) {
                this.#onListenerError(error);
            }
        }
    }
}
