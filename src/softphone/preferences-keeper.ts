import { describeError } from '../base/errors';
import type { CallSettings } from '../telephony/call-settings';
import { defaultPreferences, type Preferences } from '../telephony/preferences';
import { readPreferences } from '../telephony/read-preferences';
import type { AudioChoice } from './audio-port';
import { attempt } from './effects';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

const AUDIO_CHOICE: readonly (keyof AudioChoice)[] = ['microphone', 'speaker', 'ringer', 'ringVolume'];
const LONGEST_NAMES = 80;

/**
 * Keeps what the agent decides for this phone. What the agent has not decided is as the settings have it. A store that fails is told of once:
 * a choice then counts until the page is closed.
 */
export class PreferencesKeeper {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'preferences' | 'audio' | 'logger' | 'settings'>;
    #chosen: Partial<Preferences>;
    /** The settings that the preferences in the state follow. */
    #followed: CallSettings | null = null;
    #failureTold = false;

    constructor(store: Store, parts: Pick<SoftphoneParts, 'preferences' | 'audio' | 'logger' | 'settings'>) {
        this.#store = store;
        this.#parts = parts;
        this.#chosen = parts.preferences.load();
        this.#follow();
        this.#tellAudio();
    }

    /** What is out of range, or not offered, changes nothing. */
    choose(wished: Partial<Preferences>): void {
        const change = this.#permitted(readPreferences(wished));
        const refused = Object.keys(wished).filter((name) => !Object.hasOwn(change, name));
        if (refused.length > 0) {
            this.#parts.logger.warn('Preferences out of range', { names: refused.join(' ').slice(0, LONGEST_NAMES) });
        }
        if (Object.keys(change).length === 0) return;
        this.#chosen = { ...this.#chosen, ...change };
        this.#follow();
        if (AUDIO_CHOICE.some((name) => Object.hasOwn(change, name))) this.#tellAudio();
        this.#save(change);
    }

    /** Settings may come after the page, and change. */
    settle(): void {
        if (this.#parts.settings() !== this.#followed) this.#follow();
    }

    #follow(): void {
        const settings = this.#parts.settings();
        this.#followed = settings;
        const notifiedNumber = isOffered(this.#chosen.notifiedNumber, settings) ? this.#chosen.notifiedNumber : null;
        const change = { ...defaultPreferences, shortcuts: settings.shortcuts, ...this.#chosen, notifiedNumber };
        this.#store.apply({ type: 'preferences-changed', change }, 'agent');
    }

    #permitted(change: Partial<Preferences>): Partial<Preferences> {
        const { notifiedNumber, ...others } = change;
        const isPermitted = notifiedNumber === null || isOffered(notifiedNumber, this.#parts.settings());
        return isPermitted ? { ...others, notifiedNumber } : others;
    }

    #tellAudio(): void {
        const { microphone, speaker, ringer, ringVolume } = this.#store.state.preferences;
        attempt(this.#parts.logger, 'choose', () => this.#parts.audio.choose({ microphone, speaker, ringer, ringVolume }));
    }

    /** Together with what another tab has stored meanwhile. */
    #save(change: Partial<Preferences>): void {
        const { preferences, logger } = this.#parts;
        try {
            preferences.save({ ...preferences.load(), ...change });
        } catch (error) {
            logger.error('The preferences are not stored', { error: describeError(error) });
            if (this.#failureTold) return;
            this.#failureTold = true;
            this.#store.raise('preferences-unavailable', '');
        }
    }
}

function isOffered(number: Preferences['notifiedNumber'] | undefined, { notifiedNumbers }: CallSettings): number is string {
    return notifiedNumbers.some((offered) => offered.number === number);
}
