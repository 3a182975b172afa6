import { format, percent } from 'c/denwaText';
import account from '@salesforce/label/c.Denwa_Version_Account';
import browser from '@salesforce/label/c.Denwa_Version_Browser';
import deviceDefault from '@salesforce/label/c.Denwa_Device_System_Default';
import devices from '@salesforce/label/c.Denwa_Version_Devices';
import fact from '@salesforce/label/c.Denwa_Version_Fact';
import numbered from '@salesforce/label/c.Denwa_Device_Numbered';
import pbx from '@salesforce/label/c.Denwa_Version_Pbx';
import settings from '@salesforce/label/c.Denwa_Settings';
import url from '@salesforce/label/c.Denwa_Version_Url';
import version from '@salesforce/label/c.Denwa_Version';
import type { SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

export interface VersionFact {
    readonly name: string;
    readonly text: string;
}

/** What support asks for first. Nothing secret: no password ever is in a snapshot. */
export function versionFacts({ about, agent, audio, preferences }: SoftphoneSnapshot): readonly VersionFact[] {
    const { microphones, outputs } = audio.devices;
    const chosen = [
        ...[preferences.microphone].map((id) => nameOf(microphones, id)),
        ...[preferences.speaker, preferences.ringer].map((id) => nameOf(outputs, id))
    ];
    const facts = [
        { name: version, text: about.version },
        { name: url, text: about.url },
        { name: account, text: accountText(about.userName, agent.status === 'signed-in' ? agent.extension : '') },
        { name: pbx, text: about.server ?? '' },
        { name: browser, text: about.browser },
        { name: devices, text: chosen.join(' / ') },
        { name: settings, text: settingsText(preferences) }
    ];
    return facts.filter(({ text }) => text !== '');
}

/** For a mail or a ticket: one fact a line. */
export function versionText(facts: readonly VersionFact[]): string {
    return facts.map(({ name, text }) => format(fact, name, text)).join('\n');
}

function accountText(userName: string, extension: string): string {
    return [userName, extension].filter((part) => part !== '').join(' ');
}

function nameOf(known: readonly { readonly id: string; readonly label: string }[], id: string | null): string {
    if (id === null) return deviceDefault;
    const index = known.findIndex((device) => device.id === id);
    return known[index]?.label || format(numbered, index + 1);
}

/** As they are stored, but for the devices, whose ids mean nothing to anybody. */
function settingsText({ zoom, language, theme, ringVolume, autoAnswerSeconds, shortcuts }: SoftphoneSnapshot['preferences']): string {
    const stored = { zoom: percent(zoom), language, theme, ringVolume, autoAnswerSeconds, ...shortcuts };
    return Object.entries(stored)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(' ');
}
