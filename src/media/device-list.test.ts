import { expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent } from '../telephony/audio';
import { DeviceList } from './device-list';
import type { ListedDevice } from './known-devices';
import { watchMicrophonePermission } from './microphone-permission';

test('a browser that tells no devices loses nothing that was known', async () => {
    const log: LogLine[] = [];
    const events: AudioEvent[] = [];
    let problem: Error | null = null;
    const clock = new SimulatedClock();
    const listed: readonly ListedDevice[] = [{ kind: 'audiooutput', deviceId: 'a', groupId: '', label: 'Speaker' }];
    const list = new DeviceList({
        devices: Object.assign(new EventTarget(), {
            enumerateDevices: () => (problem ? Promise.reject(problem) : Promise.resolve(listed))
        }),
        outputsSelectable: true,
        onLook: () => undefined,
        onPlugged: () => undefined,
        emit: (event) => events.push(event),
        clock,
        logger: new Logger('media', clock, (line) => log.push(line))
    });
    await list.look();
    problem = new Error('no');
    await list.look();
    expect(events).toHaveLength(1);
    expect(list.known.outputs.devices).toHaveLength(1);
    expect(log.map(({ level }) => level)).toEqual(['info', 'warn']);
});

test('a browser that knows no permission for microphones is logged, one without permissions is not', async () => {
    const log: LogLine[] = [];
    const parts = {
        onGiven: () => undefined,
        onWithdrawn: () => undefined,
        logger: new Logger('media', new SimulatedClock(), (line) => log.push(line))
    };
    await watchMicrophonePermission({ ...parts, permissions: { query: () => Promise.reject(new TypeError('microphone')) } });
    await watchMicrophonePermission({ ...parts, permissions: undefined });
    expect(log.map(({ level }) => level)).toEqual(['warn']);
});
