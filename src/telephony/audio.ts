/**
 * Why there is no microphone, after the DOMException that getUserMedia rejects with (W3C Media Capture section 10.3).
 * - `permission-denied`: the person (or a browser policy) refused it
 * - `blocked-by-page`: the frame is not allowed to ask (Permissions-Policy or the iframe's `allow`)
 * - `no-device`, `device-busy`: no microphone is plugged in, or another program holds it
 * - `insecure-context`: the page is not served over https
 */
export type MicrophoneProblem = 'permission-denied' | 'blocked-by-page' | 'no-device' | 'device-busy' | 'insecure-context';

/** Independent parts: what is known of the microphone, and whether the browser lets the page play sound. */
export interface AudioState {
    readonly microphone:
        | { readonly status: 'unknown' }
        | { readonly status: 'ready' }
        | { readonly status: 'unusable'; readonly problem: MicrophoneProblem };
    /** False after the browser refused to play audio because nobody has pressed anything in the page yet (autoplay policy). */
    readonly playable: boolean;
}

export type AudioEvent =
    | { readonly type: 'microphone-ready' }
    | { readonly type: 'microphone-unusable'; readonly problem: MicrophoneProblem }
    | { readonly type: 'playback-blocked' }
    | { readonly type: 'playback-allowed' };

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
    }
}
