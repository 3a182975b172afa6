import type { LightningElement } from 'lwc';
import { latePart, type LatePartName, type LateParts } from 'c/denwaLateParts';
import { isAudioTroubled, isRegistered } from 'c/denwaPanelFacts';
import type { CallSnapshot, SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/** One of the things that stand above the screen. */
export interface Strip {
    readonly name: LatePartName;
    /** Undefined: it has yet to be loaded. */
    readonly part: typeof LightningElement | undefined;
    readonly properties: object;
}

/** The calls of the panel, by where it shows them. */
export interface ShownCalls {
    readonly mainCall: CallSnapshot | undefined;
    /** Those that are not shown large. */
    readonly otherCalls: readonly CallSnapshot[];
    readonly endedCall: CallSnapshot | undefined;
    /** The main call where something else is shown; null: it is shown. */
    readonly hiddenCallId: string | null;
    /** Whether the three-way call, if there is one, has come about. */
    readonly joined: boolean;
}

/** What has to be said above the screen, in its order. */
export function stripsOf(snapshot: SoftphoneSnapshot, lateParts: LateParts, shown: ShownCalls): readonly Strip[] {
    const { mainCall, otherCalls: calls, endedCall: call, hiddenCallId, joined } = shown;
    const { audio, can, options, parkedCalls } = snapshot;
    const dialling = { canDial: can.dial, registered: isRegistered(snapshot) };
    const strip = (name: LatePartName, properties: object): Strip => ({ name, part: latePart(lateParts, name), properties });
    // The rows of a call centre take the room of what would be said at length.
    const compact = mainCall !== undefined || options.statuses.length > 0 || options.notifiedNumbers.length > 0;
    return [
        ...(isAudioTroubled(snapshot, mainCall) ? [strip('microphone-help', { audio, call: mainCall })] : []),
        ...(parkedCalls.length > 0 ? [strip('parked-calls', { parkedCalls, ...dialling })] : []),
        ...(call ? [strip('call-ending', { call, ...dialling, compact })] : []),
        ...(calls.length > 0 ? [strip('call-list', { calls, joined, hiddenCallId })] : [])
    ];
}
