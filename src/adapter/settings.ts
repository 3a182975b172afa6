import { defaultCrmSettings, type CrmSettings } from '../crm/crm-settings';
import { defaultDialPlan, type DialPlan } from '../phone-number/dial-plan';
import { defaultCallSettings, type CallSettings } from '../telephony/call-settings';
import type { SettingProblem } from '../telephony/setting-problem';
import { readCallSettings } from './call-settings';
import { readCallLogSettings, readScreenPopSettings } from './crm-settings';
import { readConfirmedKinds, readDialPlanSettings } from './dial-plan-settings';
import { Items } from './items';
import { readPanelSettings } from './panel-settings';
import { readPbxSettings, type PbxSettings } from './pbx-settings';

/** All that an administrator decides in Setup, Call Centers, but for where the PBX is. */
export interface Settings {
    readonly calls: CallSettings;
    readonly dialPlan: DialPlan;
    readonly crm: CrmSettings;
}

export const defaultSettings: Settings = { calls: defaultCallSettings, dialPlan: defaultDialPlan, crm: defaultCrmSettings };

export interface SettingsReading {
    readonly settings: Settings;
    /** Null: the phone cannot connect. */
    readonly pbx: PbxSettings | null;
    /** The items whose values make no sense; the default stands in for each. */
    readonly problems: readonly SettingProblem[];
}

/** Reads the sections of the call center definition. */
export function readSettings(definition: ReadonlyMap<string, string>): SettingsReading {
    const section = (name: string): Items => new Items(definition, name);
    const pbx = section('denwaPbx');
    const calls = section('denwaCalls');
    const dialPlan = section('denwaDialPlan');
    const screenPop = section('denwaScreenPop');
    const callLog = section('denwaCallLog');
    const panel = section('denwaPanel');
    return {
        pbx: readPbxSettings(pbx),
        settings: {
            calls: { ...readCallSettings(calls), confirmedKinds: readConfirmedKinds(dialPlan), ...readPanelSettings(panel) },
            dialPlan: readDialPlanSettings(dialPlan),
            crm: { screenPop: readScreenPopSettings(screenPop), callLog: readCallLogSettings(callLog) }
        },
        problems: [pbx, calls, dialPlan, screenPop, callLog, panel].flatMap(({ problems }) => problems)
    };
}
