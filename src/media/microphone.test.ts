import { describe, expect, test } from '@jest/globals';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent, MicrophoneProblem } from '../telephony/audio';
import { Microphone, pageMayUseMicrophone } from './microphone';

function microphone(
    getUserMedia: (() => Promise<MediaStream>) | undefined,
    mayAsk = true
): { readonly microphone: Microphone; readonly events: AudioEvent[] } {
    const events: AudioEvent[] = [];
    return {
        events,
        microphone: new Microphone({
            devices: getUserMedia && { getUserMedia },
            mayAsk: () => mayAsk,
            emit: (event) => events.push(event),
            logger: new Logger('media', new SimulatedClock(), () => undefined)
        })
    };
}

const fails = (name: string) => (): Promise<never> => Promise.reject(new DOMException('', name));

describe('no microphone', () => {
    test.each<[string, boolean, MicrophoneProblem]>([
        ['NotAllowedError', true, 'permission-denied'],
        ['NotAllowedError', false, 'blocked-by-page'],
        ['SecurityError', true, 'blocked-by-page'],
        ['NotFoundError', true, 'no-device'],
        ['OverconstrainedError', true, 'no-device'],
        ['NotReadableError', true, 'device-busy'],
        ['AbortError', true, 'device-busy']
    ])('%s, page allows %s: %s', async (name, mayAsk, problem) => {
        const { microphone: subject, events } = microphone(fails(name), mayAsk);
        await expect(subject.open()).rejects.toMatchObject({ name: 'MicrophoneError', reason: problem });
        expect(events).toEqual([{ type: 'microphone-unusable', problem }]);
    });

    test('a page without https has none to offer', async () => {
        const { microphone: subject, events } = microphone(undefined);
        await expect(subject.open()).rejects.toMatchObject({ reason: 'insecure-context' });
        expect(events).toEqual([{ type: 'microphone-unusable', problem: 'insecure-context' }]);
    });
});

test('every call gets a stream of its own, and preparing leaves none open', async () => {
    const stopped: number[] = [];
    let opened = 0;
    const { microphone: subject, events } = microphone(() => {
        const id = (opened += 1);
        return Promise.resolve({ getTracks: () => [{ stop: () => stopped.push(id) }] } as unknown as MediaStream);
    });
    await subject.prepare();
    expect(stopped).toEqual([1]);
    expect(await subject.open()).not.toBe(await subject.open());
    expect(stopped).toEqual([1]);
    expect(events).toEqual([{ type: 'microphone-ready' }, { type: 'microphone-ready' }, { type: 'microphone-ready' }]);
});

test('a browser that cannot be asked about its policy is taken to allow', () => {
    expect(pageMayUseMicrophone({} as Document)).toBe(true);
    expect(pageMayUseMicrophone({ featurePolicy: { allowsFeature: () => false } } as unknown as Document)).toBe(false);
});
