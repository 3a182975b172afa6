import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';
import type { DialPlan } from '../phone-number/dial-plan';
import type { CallSettings } from '../telephony/call-settings';
import type { Signalling } from '../telephony/signalling';
import type { About } from '../telephony/snapshot';
import type { AgentStatusStore } from './agent-status-store';
import type { AudioPort } from './audio-port';
import type { HistoryStore } from './history-store';
import type { PreferencesStore } from './preferences-store';

/** What the phone is made of. */
export interface SoftphoneParts {
    readonly signalling: Signalling;
    readonly audio: AudioPort;
    readonly history: HistoryStore;
    readonly preferences: PreferencesStore;
    readonly agentStatus: AgentStatusStore;
    readonly clock: Clock;
    readonly newId: () => string;
    readonly logger: Logger;
    /** May change between calls. */
    readonly dialPlan: () => DialPlan;
    /** May change between calls. */
    readonly settings: () => CallSettings;
    /** May change until the phone has signed in. */
    readonly about: () => About;
    /** Where an account registers that a person types in; null while the settings name no PBX. */
    readonly pbx: () => { readonly server: string; readonly domain: string } | null;
}
