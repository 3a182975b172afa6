import type { AudioDevice } from '../telephony/audio';

/** What the browser tells of the devices of one kind. */
export interface DevicesOfKind {
    /** False as long as the browser hides which devices there are, because it has not given permission for a microphone. */
    readonly known: boolean;
    /** Real devices only. */
    readonly devices: readonly AudioDevice[];
    /** The one that the system uses by default; null where there is none. */
    readonly byDefault: AudioDevice | null;
}

export interface KnownDevices {
    readonly microphones: DevicesOfKind;
    readonly outputs: DevicesOfKind;
}

export const nothingKnown: KnownDevices = {
    microphones: { known: false, devices: [], byDefault: null },
    outputs: { known: false, devices: [], byDefault: null }
};

/** What is used of a MediaDeviceInfo. */
export type ListedDevice = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'groupId' | 'label'>;

/** Chromium lists the system's choices beside the devices that they stand for. */
const DEFAULT = 'default';
const CHOICES_OF_THE_SYSTEM: readonly string[] = [DEFAULT, 'communications'];

export function readDevices(listed: readonly ListedDevice[]): KnownDevices {
    return {
        microphones: readKind(listed.filter(({ kind }) => kind === 'audioinput')),
        outputs: readKind(listed.filter(({ kind }) => kind === 'audiooutput'))
    };
}

/** Without permission one device without an id stands for all of its kind (W3C Media Capture and Streams, section 9.2). */
function readKind(listed: readonly ListedDevice[]): DevicesOfKind {
    const real = listed.filter(({ deviceId }) => deviceId !== '' && !CHOICES_OF_THE_SYSTEM.includes(deviceId));
    const byDefault = defaultOf(listed, real);
    return { known: listed.every(({ deviceId }) => deviceId !== ''), devices: real.map(named), byDefault: byDefault && named(byDefault) };
}

/**
 * When the system takes another device by default, Chromium's id of it stays `default`; only label (`Default - ` and the name) and group
 * tell which one it is. Other browsers list the default first (section 9.2).
 */
function defaultOf(listed: readonly ListedDevice[], real: readonly ListedDevice[]): ListedDevice | null {
    const choice = listed.find(({ deviceId }) => deviceId === DEFAULT);
    if (!choice) return real[0] ?? null;
    const sameGroup = real.filter(({ groupId }) => groupId === choice.groupId);
    return sameGroup.find(({ label }) => choice.label.endsWith(label)) ?? sameGroup[0] ?? choice;
}

function named({ deviceId, label }: ListedDevice): AudioDevice {
    return { id: deviceId, label };
}
