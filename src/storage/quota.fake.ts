import { jest } from '@jest/globals';

/** Lets the disk be full for the next `times` writes; needs `fake-indexeddb/auto`. */
export function failPuts(times: number): void {
    const put = jest.spyOn(IDBObjectStore.prototype, 'put');
    for (let failed = 0; failed < times; failed += 1) {
        put.mockImplementationOnce(() => {
            throw new DOMException('', 'QuotaExceededError');
        });
    }
}

export function restorePuts(): void {
    jest.restoreAllMocks();
}
