import type { AudioDevice, AudioDeviceChange } from '../telephony/audio';
import type { DevicesOfKind } from './known-devices';

/**
 * Which device one purpose (microphone, speaker, ringer) has.
 *
 *     unknown ──the browser names the devices──▶ chosen ◀──plugged in── default
 *                                                  └─────unplugged────────▲
 *                                            either ──nothing left──▶ none ──plugged in──▶ either
 *
 * `unknown` again when the permission is withdrawn.
 */
export type DeviceUse =
    | { readonly status: 'unknown'; readonly choice: string | null }
    | { readonly status: 'none' }
    | { readonly status: 'default' | 'chosen'; readonly device: AudioDevice };

/** `choice`: the id of a device; null: the system's default. */
export function useOf(choice: string | null, { known, devices, byDefault }: DevicesOfKind): DeviceUse {
    if (!known) return { status: 'unknown', choice };
    const chosen = devices.find(({ id }) => id === choice);
    if (chosen) return { status: 'chosen', device: chosen };
    return byDefault ? { status: 'default', device: byDefault } : { status: 'none' };
}

/** What to ask the browser for; empty: the system's default. */
export function requestedId(use: DeviceUse): string {
    switch (use.status) {
        case 'unknown':
            return use.choice ?? '';
        case 'chosen':
            return use.device.id;
        case 'default':
        case 'none':
            return '';
    }
}

export function labelOf(use: DeviceUse): string {
    return 'device' in use ? use.device.label : '';
}

/** What has happened to the agent, who has not chosen anew meanwhile. `devices`: what is there now. Null: nothing. */
export function changeOf(before: DeviceUse, now: DeviceUse, devices: readonly AudioDevice[]): AudioDeviceChange['change'] | null {
    if (before.status === 'unknown' || now.status === 'unknown') return null;
    if (now.status === 'none') return before.status === 'none' ? null : 'unplugged';
    if (before.status === 'none') return 'returned';
    if (before.device.id === now.device.id) return null;
    if (now.status === 'chosen') return 'returned';
    return devices.some(({ id }) => id === before.device.id) ? 'system-default' : 'replaced';
}
