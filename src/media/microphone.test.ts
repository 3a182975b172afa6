import { describe, expect, test } from '@jest/globals';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent, MicrophoneProblem } from '../telephony/audio';
import { Microphone, pageMayUseMicrophone } from './microphone';

function microphone(
    getUserMedia: ((constraints: MediaStreamConstraints) => Promise<MediaStream>) | undefined,
    mayAsk = true,
    deviceId = ''
): { readonly microphone: Microphone; readonly events: AudioEvent[] } {
    const events: AudioEvent[] = [];
    return {
        events,
        microphone: new Microphone({
            devices: getUserMedia && { getUserMedia },
            mayAsk: () => mayAsk,
            deviceId: () => deviceId,
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

const opens = (constraints: MediaStreamConstraints): Promise<MediaStream> => Promise.resolve({ constraints } as unknown as MediaStream);
const exact = (deviceId: string): Record<string, unknown> => ({ constraints: { audio: { deviceId: { exact: deviceId } } } });

test('every call gets a stream of its own', async () => {
    const { microphone: subject, events } = microphone(opens);
    expect(await subject.open()).not.toBe(await subject.open());
    expect(events).toEqual([{ type: 'microphone-ready' }, { type: 'microphone-ready' }]);
});

describe('the chosen microphone', () => {
    test('is opened, and no other', async () => {
        const { microphone: subject } = microphone(opens, true, 'headset');
        expect(await subject.open()).toMatchObject(exact('headset'));
    });

    test('that is not there leaves its place to the default', async () => {
        const asked: MediaStreamConstraints[] = [];
        const { microphone: subject, events } = microphone(
            (constraints) => {
                asked.push(constraints);
                return asked.length === 1 ? fails('OverconstrainedError')() : opens(constraints);
            },
            true,
            'headset'
        );
        await subject.open();
        expect(asked[1]).not.toHaveProperty('audio.deviceId');
        expect(events).toEqual([{ type: 'microphone-ready' }]);
    });

    test('that another program holds is told, as the default is often the same one', async () => {
        const { microphone: subject, events } = microphone(fails('NotReadableError'), true, 'headset');
        await expect(subject.open()).rejects.toMatchObject({ reason: 'device-busy' });
        expect(subject.problem).toBe('device-busy');
        expect(events).toHaveLength(1);
    });
});

test('a problem is over when the microphone opens again', async () => {
    const { microphone: subject } = microphone(opens);
    subject.withdraw();
    expect(subject.problem).toBe('permission-denied');
    await subject.open();
    expect(subject.problem).toBe(null);
});

test('a browser that cannot be asked about its policy is taken to allow', () => {
    expect(pageMayUseMicrophone({} as Document)).toBe(true);
    expect(pageMayUseMicrophone({ featurePolicy: { allowsFeature: () => false } } as unknown as Document)).toBe(false);
});
