import type { ApiError, MethodName } from '../shared/open-cti';

/** How the host misbehaves when it answers a method. */
export type Fault =
    | { readonly kind: 'never' }
    | { readonly kind: 'late'; readonly milliseconds: number }
    | { readonly kind: 'twice' }
    /** The method is not run. */
    | { readonly kind: 'error'; readonly errors: readonly ApiError[] };

/** The faults that a test has asked for. */
export class Faults {
    readonly #byMethod = new Map<MethodName, Fault>();

    /** From now on, until cleared. */
    set(methodName: MethodName, fault: Fault): void {
        this.#byMethod.set(methodName, fault);
    }

    /** One method, or all of them. */
    clear(methodName?: MethodName): void {
        if (methodName === undefined) {
            this.#byMethod.clear();
        } else {
            this.#byMethod.delete(methodName);
        }
    }

    get(methodName: MethodName): Fault | undefined {
        return this.#byMethod.get(methodName);
    }
}
