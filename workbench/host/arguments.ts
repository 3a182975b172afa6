import { invalidParameter } from './api-failure';

/** The arguments of one API call. Every reader refuses a wrong value with INVALID_PARAM, naming the parameter. */
export class Arguments {
    readonly #values: Readonly<Record<string, unknown>>;
    readonly #prefix: string;

    constructor(values: unknown, prefix = '') {
        this.#values = typeof values === 'object' && values !== null ? (values as Readonly<Record<string, unknown>>) : {};
        this.#prefix = prefix;
    }

    text(name: string, minimumLength = 1): string {
        const value = this.#values[name];
        if (typeof value !== 'string' || value.trim().length < minimumLength) {
            throw this.#refuse(name, minimumLength > 1 ? `string of at least ${minimumLength} characters` : 'string value');
        }
        return value;
    }

    optionalText(name: string): string {
        return this.#values[name] === undefined ? '' : this.text(name);
    }

    boolean(name: string): boolean {
        const value = this.#values[name];
        if (typeof value !== 'boolean') {
            throw this.#refuse(name, 'boolean value');
        }
        return value;
    }

    numberBetween(name: string, minimum: number, maximum: number): number {
        const value = this.#values[name];
        if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) {
            throw this.#refuse(name, `numeric value between ${minimum} and ${maximum}`);
        }
        return value;
    }

    oneOf<T extends string>(name: string, allowed: readonly T[]): T {
        const value = allowed.find((candidate) => candidate === this.#values[name]);
        if (value === undefined) {
            throw this.#refuse(name, `value of ${allowed.join(', ')}`);
        }
        return value;
    }

    object(name: string): Readonly<Record<string, unknown>> {
        const value = this.#values[name];
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            throw this.#refuse(name, 'object');
        }
        return value as Readonly<Record<string, unknown>>;
    }

    /** The arguments inside of an argument. */
    nested(name: string): Arguments {
        return new Arguments(this.object(name), `${name}.`);
    }

    has(name: string): boolean {
        return this.#values[name] !== undefined && this.#values[name] !== null;
    }

    raw(name: string): unknown {
        return this.#values[name];
    }

    #refuse(name: string, expected: string): Error {
        return invalidParameter(this.#prefix + name, expected, this.#values[name]);
    }
}
