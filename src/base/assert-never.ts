/** Makes a switch over a closed union exhaustive: the compiler refuses a missing branch, and a value from outside the union throws. */
export function assertNever(value: never): never {
    throw new Error(`Value outside its union: ${JSON.stringify(value)}`);
}
