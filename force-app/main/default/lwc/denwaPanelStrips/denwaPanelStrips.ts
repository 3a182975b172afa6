import type { LightningElement } from 'lwc';
import { isConferenceJoined, lastEnding, liveCalls, mainCall } from 'c/denwaCallOrder';
import { latePart, type LatePartName, type LateParts } from 'c/denwaLateParts';
import { isAudioTroubled, isRegistered } from 'c/denwaPanelFacts';
import type { SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/** One of the things that stand above the screen. */
export interface Strip {
    readonly name: LatePartName;
    /** Undefined: it has yet to be loaded. */
    readonly part: typeof LightningElement | undefined;
    readonly properties: object;
}

/**
 * What has to be said above the screen, in its order.
 * @param isCallShown whether the screen is about the call that occupies the agent
 */
export function stripsOf(snapshot: SoftphoneSnapshot, lateParts: LateParts, isCallShown: boolean): readonly Strip[] {
    const { audio, calls: all, can, options, parkedCalls } = snapshot;
    const main = mainCall(all);
    const calls = liveCalls(all).filter(({ id }) => !isCallShown || id !== main?.id);
    const ended = lastEnding(
        all,
        parkedCalls.map(({ id }) => id)
    );
    const hiddenCallId = isCallShown ? null : (main?.id ?? null);
    const dialling = { canDial: can.dial, registered: isRegistered(snapshot) };
    const strip = (name: LatePartName, properties: object): Strip => ({ name, part: latePart(lateParts, name), properties });
    // The rows of a call centre take the room of what would be said at length.
    const compact = main !== undefined || options.statuses.length > 0 || options.notifiedNumbers.length > 0;
    return [
        ...(isAudioTroubled(snapshot, main) ? [strip('microphone-help', { audio, call: main })] : []),
        ...(parkedCalls.length > 0 ? [strip('parked-calls', { parkedCalls, ...dialling })] : []),
        ...(ended ? [strip('call-ending', { call: ended, ...dialling, compact })] : []),
        ...(calls.length > 0 ? [strip('call-list', { calls, joined: isConferenceJoined(all), hiddenCallId })] : [])
    ];
}
