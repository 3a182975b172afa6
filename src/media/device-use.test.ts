import { describe, expect, test } from '@jest/globals';
import type { AudioDevice, AudioDeviceChange } from '../telephony/audio';
import { changeOf, requestedId, useOf } from './device-use';
import { nothingKnown, readDevices, type DevicesOfKind, type ListedDevice } from './known-devices';

const laptop: AudioDevice = { id: 'laptop', label: 'Built-in' };
const headset: AudioDevice = { id: 'headset', label: 'Headset' };

const hidden = nothingKnown.outputs;
const none: DevicesOfKind = { known: true, devices: [], byDefault: null };
const onlyLaptop: DevicesOfKind = { known: true, devices: [laptop], byDefault: laptop };
const both: DevicesOfKind = { known: true, devices: [laptop, headset], byDefault: laptop };
const bothHeadsetFirst: DevicesOfKind = { ...both, byDefault: headset };

describe('what is asked for', () => {
    test.each<[string | null, DevicesOfKind, string]>([
        ['headset', both, 'headset'],
        ['headset', onlyLaptop, ''],
        ['headset', none, ''],
        ['headset', hidden, 'headset'],
        [null, both, ''],
        [null, hidden, '']
    ])('%s is chosen', (choice, kind, id) => {
        expect(requestedId(useOf(choice, kind))).toBe(id);
    });
});

describe('what has happened', () => {
    test.each<[string, string | null, DevicesOfKind, DevicesOfKind, AudioDeviceChange['change'] | null]>([
        ['the chosen one is unplugged', 'headset', both, onlyLaptop, 'replaced'],
        ['the chosen one is back', 'headset', onlyLaptop, both, 'returned'],
        ['the default is unplugged', null, bothHeadsetFirst, onlyLaptop, 'replaced'],
        ['the default changes', null, both, bothHeadsetFirst, 'system-default'],
        ['the default changes beside the chosen one', 'laptop', both, bothHeadsetFirst, null],
        ['another one is plugged in', null, onlyLaptop, both, null],
        ['nothing is left', 'headset', both, none, 'unplugged'],
        ['still nothing', null, none, none, null],
        ['something is there again', null, none, onlyLaptop, 'returned'],
        ['the browser names the devices', 'headset', hidden, both, null],
        ['the browser hides the devices', 'headset', both, hidden, null]
    ])('%s', (_name, choice, before, now, change) => {
        expect(changeOf(useOf(choice, before), useOf(choice, now), now.devices)).toBe(change);
    });
});

describe('what the browser lists', () => {
    const device = (deviceId: string, label: string, groupId = label): ListedDevice => ({ kind: 'audioinput', deviceId, groupId, label });

    test('Chromium: the default is one of the real devices, told by group and name', () => {
        const { microphones } = readDevices([
            device('default', '既定 - Line (Dock)', 'dock'),
            device('communications', '通信 - Built-in', 'laptop'),
            device('a', 'Built-in', 'laptop'),
            device('b', 'Microphone (Dock)', 'dock'),
            device('c', 'Line (Dock)', 'dock')
        ]);
        expect(microphones.devices.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
        expect(microphones).toMatchObject({ known: true, byDefault: { id: 'c', label: 'Line (Dock)' } });
    });

    test('Chromium with a default that stands for none of them', () => {
        const { microphones } = readDevices([device('default', 'Default'), device('a', 'Built-in')]);
        expect(microphones.byDefault).toEqual({ id: 'default', label: 'Default' });
    });

    test('other browsers: the first is the default', () => {
        expect(readDevices([device('a', 'Built-in'), device('b', 'Headset')]).microphones.byDefault?.id).toBe('a');
    });

    test('without permission nothing is known, and without a device that is known', () => {
        expect(readDevices([device('', '')]).microphones).toEqual({ known: false, devices: [], byDefault: null });
        expect(readDevices([]).microphones).toEqual(none);
    });
});
