/**
 * Why there is no microphone, after the DOMException that getUserMedia rejects with (W3C Media Capture section 10.3).
 * - `permission-denied`: the person (or a browser policy) refused it
 * - `blocked-by-page`: the frame is not allowed to ask (Permissions-Policy or the iframe's `allow`)
 * - `no-device`, `device-busy`: no microphone is plugged in, or another program holds it
 * - `insecure-context`: the page is not served over https
 */
export type MicrophoneProblem = 'permission-denied' | 'blocked-by-page' | 'no-device' | 'device-busy' | 'insecure-context';

export interface AudioDevice {
    /** As the browser names it for this site. */
    readonly id: string;
    /** As the system names it; empty before the browser has given permission for a microphone. */
    readonly label: string;
}

/** What is plugged in, the system's choice left out: it is not a device of its own. */
export interface AudioDevices {
    readonly microphones: readonly AudioDevice[];
    readonly outputs: readonly AudioDevice[];
    /** Whether this browser lets a page choose where it plays. */
    readonly outputsSelectable: boolean;
}

/**
 * What the microphones of the running calls bring.
 * - `idle`: no call needs one
 * - `muted-by-system`: the device or the system has switched it off
 * - `silent`: open, and nothing at all has come from it for five seconds
 * - `lost`: the call goes on without one
 */
export type MicrophoneInput = 'idle' | 'heard' | 'muted-by-system' | 'silent' | 'lost';

/** Independent parts: what is known of the microphone, whether the browser lets the page play sound, what there is to choose from, tests. */
export interface AudioState {
    readonly microphone:
        | { readonly status: 'unknown' }
        | { readonly status: 'ready' }
        | { readonly status: 'unusable'; readonly problem: MicrophoneProblem };
    /** False after the browser refused to play audio because nobody has pressed anything in the page yet (autoplay policy). */
    readonly playable: boolean;
    readonly devices: AudioDevices;
    readonly input: MicrophoneInput;
    /** Loudness of the microphone under test, from 0 to 100 in steps of 5; null: it is not being tested. */
    readonly level: number | null;
    /** What plays a test tone now. */
    readonly testing: 'speaker' | 'ringer' | null;
}

export const initialAudio: AudioState = {
    microphone: { status: 'unknown' },
    playable: true,
    devices: { microphones: [], outputs: [], outputsSelectable: false },
    input: 'idle',
    level: null,
    testing: null
};

export type AudioEvent =
    | { readonly type: 'microphone-ready' }
    | { readonly type: 'microphone-unusable'; readonly problem: MicrophoneProblem }
    | { readonly type: 'playback-blocked' }
    | { readonly type: 'playback-allowed' }
    | { readonly type: 'audio-devices'; readonly devices: AudioDevices }
    | { readonly type: 'microphone-input'; readonly input: MicrophoneInput }
    | { readonly type: 'microphone-level'; readonly level: number | null }
    | { readonly type: 'sound-tested'; readonly output: 'speaker' | 'ringer' | null };

/** A device that is used has changed under the agent's hands. Told once, for the agent to know; the state is told apart. */
export interface AudioDeviceChange {
    readonly type: 'audio-device-changed';
    readonly device: 'microphone' | 'speaker' | 'ringer';
    /**
     * - `unplugged`: it is gone, and so is the sound, as there is no other
     * - `replaced`: it is gone, and another one has taken its place
     * - `returned`: the chosen one is back and used again
     * - `system-default`: the system now takes another one by default
     * - `withdrawn`: the permission for it was taken away
     */
    readonly change: 'unplugged' | 'replaced' | 'returned' | 'system-default' | 'withdrawn';
    /** The device that is used now; empty where there is none or it has no name. */
    readonly label: string;
}

export function audioTransition(state: AudioState, event: AudioEvent): AudioState {
    switch (event.type) {
        case 'microphone-ready':
            return state.microphone.status === 'ready' ? state : { ...state, microphone: { status: 'ready' } };
        case 'microphone-unusable':
            return { ...state, microphone: { status: 'unusable', problem: event.problem } };
        case 'playback-blocked':
            return state.playable ? { ...state, playable: false } : state;
        case 'playback-allowed':
            return state.playable ? state : { ...state, playable: true };
        case 'audio-devices':
            return { ...state, devices: event.devices };
        case 'microphone-input':
            return state.input === event.input ? state : { ...state, input: event.input };
        case 'microphone-level':
            return state.level === event.level ? state : { ...state, level: event.level };
        case 'sound-tested':
            return state.testing === event.output ? state : { ...state, testing: event.output };
    }
}
