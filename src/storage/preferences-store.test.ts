import { beforeEach, describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { LocalStoragePreferences } from './preferences-store';
import { StorageError } from './storage-error';
import { FakeStorage } from './storage.fake';

describe('Preferences in the browser', () => {
    let storage: FakeStorage;
    let log: LogLine[];

    beforeEach(() => {
        storage = new FakeStorage();
        log = [];
    });

    const logger = new Logger('storage', new SimulatedClock(), (line) => log.push(line));
    const inPage = (): LocalStoragePreferences => new LocalStoragePreferences({ storage: () => storage, logger });
    const forbidden = new LocalStoragePreferences({
        storage: () => {
            throw new DOMException('Access is denied for this document', 'SecurityError');
        },
        logger
    });

    test('are none the first time', () => {
        expect(inPage().load()).toEqual({});
        expect(log).toEqual([]);
    });

    test('come back after a reload, and hold only what was saved', () => {
        inPage().save({ zoom: 150, microphone: null, welcomed: true });
        expect(inPage().load()).toEqual({ zoom: 150, microphone: null, welcomed: true });
    });

    test('keep the language where the page looks for it first, and there only', () => {
        inPage().save({ zoom: 150, language: 'en' });
        expect(storage.items.get('denwa.language')).toBe('en');
        storage.items.set('denwa.language', 'ja');
        expect(inPage().load()).toEqual({ zoom: 150, language: 'ja' });
        inPage().save({ zoom: 150, language: null });
        expect(storage.items.has('denwa.language')).toBe(false);
        expect(inPage().load()).toEqual({ zoom: 150 });
    });

    test.each([
        ['no JSON', '{"zoom":', 1],
        ['no object', '"zoom"', 0],
        ['nothing', 'null', 0],
        ['out of range', '{"zoom":5000}', 0],
        ['of another version', '{"colour":"blue"}', 0]
    ])('that make no sense are left out: %s', (_name, text, warnings) => {
        storage.items.set('denwa.preferences', text);
        storage.items.set('denwa.language', 'klingon');
        expect(inPage().load()).toEqual({});
        expect(log).toHaveLength(warnings);
    });

    test('that make sense count beside others that do not', () => {
        storage.items.set('denwa.preferences', '{"zoom":5000,"theme":"dark","colour":"blue"}');
        expect(inPage().load()).toEqual({ theme: 'dark' });
    });

    test('are none where the browser stores nothing, and saving says why', () => {
        expect(forbidden.load()).toEqual({});
        expect(log).toMatchObject([{ level: 'warn' }]);
        expect(() => forbidden.save({ zoom: 75 })).toThrow(expect.objectContaining({ name: 'StorageError', reason: 'unavailable' }));
        storage.isFull = true;
        expect(() => inPage().save({ zoom: 75 })).toThrow(StorageError);
        expect(() => inPage().save({ zoom: 75 })).toThrow(expect.objectContaining({ reason: 'full' }));
    });
});
