import type { ApiError, ErrorCode } from '../shared/open-cti';

/** An API call that cannot succeed. The host answers it with this error. */
export class ApiFailure extends Error {
    override readonly name = 'ApiFailure';
    readonly error: ApiError;

    constructor(code: ErrorCode, description: string, details?: unknown) {
        super(description);
        this.error = { code, description, ...(details !== undefined && { details }) };
    }
}

/** The platform's wording. Source: Open CTI developer guide, "Common error messages for Lightning Experience methods". */
export function invalidParameter(name: string, expected: string, found: unknown): ApiFailure {
    const kind = typeof found === 'string' ? found : (JSON.stringify(found) ?? typeof found);
    return new ApiFailure(
        'INVALID_PARAM',
        `An invalid value was passed to the parameter ${name}. A ${expected} was expected, but ${kind.slice(0, 80)} was found instead.`
    );
}
