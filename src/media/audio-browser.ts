import type { AudioElement } from './call-audio';
import type { DeviceListParts } from './device-list';
import { pageMayUseMicrophone, type MicrophoneParts } from './microphone';
import type { MicrophonePermissionParts } from './microphone-permission';

/** What the media room uses of the browser, so that tests can plug a headset in. */
export interface AudioBrowser {
    /** Missing where the page is not served over https. */
    readonly mediaDevices: (NonNullable<MicrophoneParts['devices']> & NonNullable<DeviceListParts['devices']>) | undefined;
    readonly permissions: MicrophonePermissionParts['permissions'];
    readonly mayUseMicrophone: () => boolean;
    readonly outputsSelectable: boolean;
    readonly createElement: () => AudioElement;
    readonly createContext: () => AudioContext;
    readonly createStream: (track: MediaStreamTrack) => MediaStream;
}

export function thisBrowser(): AudioBrowser {
    // The standard types do not know that an insecure page has no media devices, and an old browser no permissions.
    const { mediaDevices, permissions } = navigator as Partial<Pick<Navigator, 'mediaDevices' | 'permissions'>>;
    return {
        mediaDevices,
        permissions,
        mayUseMicrophone: () => pageMayUseMicrophone(document),
        outputsSelectable: 'setSinkId' in HTMLMediaElement.prototype,
        createElement: () => new Audio(),
        createContext: () => new AudioContext(),
        createStream: (track) => new MediaStream([track])
    };
}
