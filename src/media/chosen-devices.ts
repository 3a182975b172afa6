import type { Logger } from '../base/logger';
import { defaultPreferences } from '../telephony/preferences';
import type { AudioDeviceChange } from '../telephony/audio';
import type { AudioChoice, AudioReport } from './audio-report';
import { changeOf, labelOf, requestedId, useOf, type DeviceUse } from './device-use';
import { nothingKnown, type DevicesOfKind, type KnownDevices } from './known-devices';

export type DevicePurpose = AudioDeviceChange['device'];

export interface ChosenDevicesParts {
    /** Whether something sounds through it now, or is to be heard. */
    readonly inUse: (purpose: DevicePurpose) => boolean;
    /** Whoever has a microphone open had better open it again. */
    readonly onOtherMicrophone: () => void;
    readonly emit: (report: AudioReport) => void;
    readonly logger: Logger;
}

const PURPOSES: readonly DevicePurpose[] = ['microphone', 'speaker', 'ringer'];

/** Which device serves which purpose, out of what the agent chose and what is there; tells when another one has to. */
export class ChosenDevices {
    readonly #parts: ChosenDevicesParts;
    #choice: AudioChoice = defaultPreferences;
    #known: KnownDevices = nothingKnown;

    constructor(parts: ChosenDevicesParts) {
        this.#parts = parts;
    }

    choose(choice: AudioChoice): void {
        const before = this.requestedId('microphone');
        this.#choice = choice;
        if (this.requestedId('microphone') !== before) this.#parts.onOtherMicrophone();
    }

    see(known: KnownDevices): void {
        const before = this.#known;
        this.#known = known;
        for (const purpose of PURPOSES) this.#compare(purpose, before);
    }

    /** What to ask the browser for; empty: the system's default. */
    requestedId(purpose: DevicePurpose): string {
        return requestedId(this.#use(purpose));
    }

    #compare(purpose: DevicePurpose, before: KnownDevices): void {
        const use = this.#use(purpose);
        const change = changeOf(this.#use(purpose, before), use, kindFor(purpose, this.#known).devices);
        if (!change) return;
        const { inUse, onOtherMicrophone, emit, logger } = this.#parts;
        logger.info('An audio device has changed', { device: purpose, change });
        if (purpose === 'microphone') onOtherMicrophone();
        // Nobody misses a device that was neither chosen nor in use.
        if (this.#choice[purpose] === null && !inUse(purpose)) return;
        emit({ type: 'audio-device-changed', device: purpose, change, label: labelOf(use) });
    }

    #use(purpose: DevicePurpose, known = this.#known): DeviceUse {
        return useOf(this.#choice[purpose], kindFor(purpose, known));
    }
}

function kindFor(purpose: DevicePurpose, { microphones, outputs }: KnownDevices): DevicesOfKind {
    return purpose === 'microphone' ? microphones : outputs;
}
