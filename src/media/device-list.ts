import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { initialAudio, type AudioDevices, type AudioEvent } from '../telephony/audio';
import { nothingKnown, readDevices, type KnownDevices, type ListedDevice } from './known-devices';

export interface DeviceListParts {
    /** `navigator.mediaDevices`: missing where the page is not served over https. */
    readonly devices: (Pick<EventTarget, 'addEventListener'> & { enumerateDevices(): Promise<readonly ListedDevice[]> }) | undefined;
    readonly outputsSelectable: boolean;
    /** The browser was asked again; what it says may be the same. */
    readonly onLook: (known: KnownDevices) => void;
    /** Something was plugged in or taken away, or the system has chosen anew; `onLook` has been called. */
    readonly onPlugged: () => void;
    readonly emit: (event: AudioEvent) => void;
    readonly clock: Clock;
    readonly logger: Logger;
}

/** One headset that is plugged in announces itself several times. Milliseconds. */
const SETTLING = 300;

/**
 * The devices of this computer. The browser is asked when there is a reason to, never in between: each time may disturb the sound of running
 * calls (twilio-voice.js, changes of 2.7.2).
 */
export class DeviceList {
    readonly #parts: DeviceListParts;
    #known: KnownDevices = nothingKnown;
    #told: AudioDevices = initialAudio.devices;
    #cancelLook: Cancel = () => undefined;

    constructor(parts: DeviceListParts) {
        this.#parts = parts;
        parts.devices?.addEventListener('devicechange', () => {
            this.#cancelLook();
            this.#cancelLook = parts.clock.after(SETTLING, () => void this.#lookAgain());
        });
    }

    get known(): KnownDevices {
        return this.#known;
    }

    /** Asks the browser. Never rejects. */
    async look(): Promise<void> {
        const { devices, logger, onLook } = this.#parts;
        if (!devices) return;
        try {
            this.#known = readDevices(await devices.enumerateDevices());
        } catch (error) {
            logger.warn('The browser does not tell which devices there are', { error: describeError(error) });
            return;
        }
        this.#tell();
        onLook(this.#known);
    }

    async #lookAgain(): Promise<void> {
        await this.look();
        this.#parts.onPlugged();
    }

    #tell(): void {
        const { outputsSelectable, emit, logger } = this.#parts;
        const devices = { microphones: this.#known.microphones.devices, outputs: this.#known.outputs.devices, outputsSelectable };
        if (JSON.stringify(devices) === JSON.stringify(this.#told)) return;
        this.#told = devices;
        logger.info('Audio devices', { microphones: devices.microphones.length, outputs: devices.outputs.length });
        emit({ type: 'audio-devices', devices });
    }
}
