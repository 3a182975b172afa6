import { defaultCrmSettings, type CrmSettings } from '../crm/crm-settings';
import { defaultDialPlan, type DialPlan } from '../phone-number/dial-plan';
import { defaultCallSettings, type CallSettings } from '../telephony/call-settings';
import { readCallSettings } from './call-settings';
import { readCallLogSettings, readScreenPopSettings } from './crm-settings';
import { readConfirmedKinds, readDialPlanSettings } from './dial-plan-settings';
import { Items } from './items';
import { readPanelSettings } from './panel-settings';

/** All that an administrator decides in Setup, Call Centers, but for where the PBX is. */
export interface Settings {
    readonly calls: CallSettings;
    readonly dialPlan: DialPlan;
    readonly crm: CrmSettings;
}

export const defaultSettings: Settings = { calls: defaultCallSettings, dialPlan: defaultDialPlan, crm: defaultCrmSettings };

export interface SettingsReading {
    readonly settings: Settings;
    /** The items, as Setup names them, whose values make no sense; the default stands in for each. */
    readonly invalid: readonly string[];
}

/** Reads the sections of the call center definition. */
export function readSettings(definition: ReadonlyMap<string, string>): SettingsReading {
    const section = (name: string): Items => new Items(definition, name);
    const calls = section('denwaCalls');
    const dialPlan = section('denwaDialPlan');
    const screenPop = section('denwaScreenPop');
    const callLog = section('denwaCallLog');
    const panel = section('denwaPanel');
    const settings = {
        calls: { ...readCallSettings(calls), confirmedKinds: readConfirmedKinds(dialPlan), ...readPanelSettings(panel) },
        dialPlan: readDialPlanSettings(dialPlan),
        crm: { screenPop: readScreenPopSettings(screenPop), callLog: readCallLogSettings(callLog) }
    };
    return { settings, invalid: [calls, dialPlan, screenPop, callLog, panel].flatMap(({ invalid }) => invalid) };
}
