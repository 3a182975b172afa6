import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import { defaultPreferences } from '../telephony/preferences';
import { thisBrowser, type AudioBrowser } from './audio-browser';
import type { AudioChoice, AudioReport } from './audio-report';
import { BlockedSounds } from './blocked-sounds';
import { CallAudio } from './call-audio';
import { CallsToMeasure } from './calls-to-measure';
import { ChosenDevices, type DevicePurpose } from './chosen-devices';
import { DeviceList } from './device-list';
import { Microphone, MicrophoneError } from './microphone';
import { MicrophoneInputWatch } from './microphone-input-watch';
import type { MicrophoneMeter, MicrophoneMeterParts } from './microphone-meter';
import { watchMicrophonePermission } from './microphone-permission';
import type { QualityWatch, QualityWatchParts } from './quality-watch';
import type { OutgoingAudio } from './sending-call';
import { SentAudio } from './sent-audio';
import { stopTracks } from './stop-tracks';
import { ToneOutput } from './tone-output';
import { Tones } from './tones';

export interface BrowserAudioParts {
    readonly clock: Clock;
    readonly logger: Logger;
    readonly browser?: AudioBrowser;
}

/** All sound of the phone in this browser: the devices, the calls and the tones, with one stream of reports. */
export class BrowserAudio {
    readonly #events: Emitter<AudioReport>;
    readonly #logger: Logger;
    readonly #deviceList: DeviceList;
    readonly #chosen: ChosenDevices;
    readonly #microphone: Microphone;
    readonly #meterParts: MicrophoneMeterParts;
    #meter: MicrophoneMeter | null = null;
    readonly #callAudio: CallAudio;
    readonly #sentAudio: SentAudio;
    readonly #qualityParts: QualityWatchParts;
    readonly #measured = new CallsToMeasure();
    readonly #tones: Tones;
    #ringVolume = defaultPreferences.ringVolume;

    constructor({ clock, logger, browser = thisBrowser() }: BrowserAudioParts) {
        this.#events = new Emitter((error) => logger.error('A listener failed', { error: describeError(error) }));
        this.#logger = logger;
        const emit = (report: AudioReport): void => this.#events.emit(report);
        const { mediaDevices, outputsSelectable, createContext, createElement, createStream } = browser;
        this.#chosen = new ChosenDevices({
            inUse: (purpose) => this.#isInUse(purpose),
            onOtherMicrophone: () => {
                this.#sentAudio.changeMicrophones();
                this.#meter?.changeMicrophone();
            },
            emit,
            logger: logger.child('devices')
        });
        this.#deviceList = new DeviceList({
            devices: mediaDevices,
            outputsSelectable,
            onLook: (known) => {
                this.#chosen.see(known);
                this.#routeOutputs();
            },
            onPlugged: () => void this.#restoreMicrophone(),
            emit,
            clock,
            logger: logger.child('devices')
        });
        this.#microphone = new Microphone({
            devices: mediaDevices,
            mayAsk: browser.mayUseMicrophone,
            deviceId: () => this.#chosen.requestedId('microphone'),
            emit,
            logger: logger.child('microphone')
        });
        const openMicrophone = (): Promise<MediaStream> => this.#openMicrophone();
        this.#meterParts = { openMicrophone, createContext, clock, emit, logger: logger.child('meter') };
        const blocked = new BlockedSounds(emit);
        this.#callAudio = new CallAudio({ createElement, blocked, logger: logger.child('call-audio') });
        const input = new MicrophoneInputWatch({ clock, emit });
        this.#sentAudio = new SentAudio({
            openMicrophone,
            lookForDevices: () => this.#deviceList.look(),
            input,
            heard: (callId) => this.#callAudio.track(callId),
            createContext,
            createStream,
            logger: logger.child('sent-audio')
        });
        this.#qualityParts = { clock, input, emit, logger: logger.child('quality') };
        this.#tones = new Tones({
            openOutput: () => new ToneOutput(createContext(), createElement(), logger.child('tones')),
            clock,
            blocked,
            emit,
            logger: logger.child('tones')
        });
        this.#watchDevices(browser);
    }

    subscribe(listener: (event: AudioReport) => void): Unsubscribe {
        return this.#events.subscribe(listener);
    }

    /** Lets everything sound that the browser blocks. Call it from a press; the outcome arrives as events. */
    unlock(): void {
        this.#tones.unlock();
        this.#callAudio.unlock();
        this.#sentAudio.unlock();
    }

    /** Asks for the microphone; the outcome arrives as events. */
    async prepare(): Promise<void> {
        try {
            stopTracks(await this.#openMicrophone());
            this.#sentAudio.restoreMicrophones();
        } catch (error) {
            if (!(error instanceof MicrophoneError)) throw error; // a MicrophoneError was told as an event
        }
    }

    tone(tone: 'ring' | 'call-waiting' | 'ringback' | 'none'): void {
        switch (tone) {
            case 'ring':
                return this.#tones.ring();
            case 'call-waiting':
                return this.#tones.callWaiting();
            case 'ringback':
                return this.#tones.ringback();
            case 'none':
                return this.#tones.silence();
            default:
                return assertNever(tone);
        }
    }

    /** One short tone, whatever else sounds. */
    beep(): void {
        this.#tones.beep();
    }

    /** Uses these devices from now on, in running calls too. A device that is not there is used as soon as it is; the system's default until then. */
    choose(choice: AudioChoice): void {
        this.#ringVolume = choice.ringVolume;
        this.#chosen.choose(choice);
        this.#routeOutputs();
    }

    /** What measures the microphone comes with the settings, which show it. */
    meterWith(createMeter: (parts: MicrophoneMeterParts) => MicrophoneMeter): void {
        this.#meter = createMeter(this.#meterParts);
    }

    /** Reports the loudness of the chosen microphone until it is switched off. */
    measureMicrophone(on: boolean): void {
        this.#meter?.measure(on);
    }

    /** Plays a tone for a moment through the chosen device. */
    testSound(output: 'speaker' | 'ringer'): void {
        this.#tones.test(output);
    }

    /** Opens and shuts the calls' audio, and joins those of a three-way call. A call that is not named neither hears nor is heard. */
    sound(calls: readonly CallSound[]): void {
        this.#callAudio.sound(calls);
        this.#sentAudio.sound(calls);
        this.#measured.sound(calls);
    }

    /** Rejects with a MicrophoneError. */
    openMicrophone(callId: CallId, outgoing: OutgoingAudio): Promise<MediaStream> {
        return this.#sentAudio.open(callId, outgoing);
    }

    play(callId: CallId, stream: MediaStream): void {
        this.#callAudio.play(callId, stream);
        this.#sentAudio.update();
    }

    /** Tells the quality of the calls from now on, of those that run as well. */
    measureWith(createWatch: (parts: QualityWatchParts) => QualityWatch): void {
        this.#measured.measureWith(createWatch(this.#qualityParts));
    }

    /** `statistics`: what the browser counts of the call's audio, until `stop`. Rejects when the call is over. */
    measure(callId: CallId, statistics: () => Promise<RTCStatsReport>): void {
        this.#measured.add(callId, statistics);
    }

    /** The call is over: neither its loudspeaker nor its microphone stays on. */
    stop(callId: CallId): void {
        this.#measured.remove(callId);
        this.#callAudio.stop(callId);
        this.#sentAudio.stop(callId);
    }

    #watchDevices({ permissions }: AudioBrowser): void {
        void this.#deviceList.look();
        void watchMicrophonePermission({
            permissions,
            onGiven: () => void this.#onPermission(),
            onWithdrawn: () => void this.#onWithdrawn(),
            logger: this.#logger.child('microphone')
        });
    }

    async #onPermission(): Promise<void> {
        if (this.#microphone.problem === 'permission-denied') await this.prepare();
        else await this.#deviceList.look();
    }

    async #onWithdrawn(): Promise<void> {
        this.#microphone.withdraw();
        if (this.#isInUse('microphone')) {
            this.#events.emit({ type: 'audio-device-changed', device: 'microphone', change: 'withdrawn', label: '' });
        }
        await this.#deviceList.look();
    }

    /** A headset was plugged in, perhaps. */
    async #restoreMicrophone(): Promise<void> {
        const { problem } = this.#microphone;
        if (!this.#sentAudio.isInUse && (problem === 'no-device' || problem === 'device-busy')) await this.prepare();
        else this.#sentAudio.restoreMicrophones();
    }

    async #openMicrophone(): Promise<MediaStream> {
        const stream = await this.#microphone.open();
        // With the permission, which there is now, the browser names the devices.
        if (!this.#deviceList.known.microphones.known) void this.#deviceList.look();
        return stream;
    }

    #routeOutputs(): void {
        const speaker = this.#chosen.requestedId('speaker');
        this.#callAudio.use(speaker);
        this.#tones.use({ speaker, ringer: this.#chosen.requestedId('ringer'), ringVolume: this.#ringVolume / 100 });
    }

    #isInUse(purpose: DevicePurpose): boolean {
        switch (purpose) {
            case 'microphone':
                return this.#sentAudio.isInUse || this.#meter?.isOn === true;
            case 'speaker':
                return this.#sentAudio.isInUse;
            case 'ringer':
                return this.#tones.isRinging;
            default:
                return assertNever(purpose);
        }
    }
}
