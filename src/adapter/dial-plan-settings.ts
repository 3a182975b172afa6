import { defaultDialPlan, readDialPlan, type DialPlan, type NumberKind } from '../phone-number/dial-plan';
import { defaultCallSettings } from '../telephony/call-settings';
import type { SettingTakes } from '../telephony/setting-problem';
import { NONE, type Items } from './items';

interface DialPlanItem extends SettingTakes {
    readonly name: string;
    /** As it is written there. */
    readonly standIn: string;
}

/** The items of the dial plan by the names that the plan itself has for them (docs/dial-plan.md). */
const ITEMS = {
    ownCountry: { name: 'denwaOwnCountry', form: 'country-code', standIn: '81' },
    internationalPrefix: { name: 'denwaInternationalPrefix', form: 'international-prefix', standIn: '010' },
    outsideLinePrefix: { name: 'denwaOutsideLinePrefix', form: 'outside-prefix', orNone: true, standIn: NONE },
    extensions: { name: 'denwaExtensions', form: 'extensions', standIn: '3-5' },
    featureCodes: { name: 'denwaFeatureCodes', form: 'feature-codes', orNone: true, standIn: defaultDialPlan.featureCodes },
    parkingRange: { name: 'denwaParkingRange', form: 'parking-range', orNone: true, standIn: '701-720' },
    callerIdPrefixes: { name: 'denwaCallerIdPrefixes', form: 'one-of', values: ['true', 'false'], standIn: 'true' }
} as const satisfies Readonly<Record<string, DialPlanItem>>;

const CONFIRMABLE: readonly NumberKind[] = ['international', 'premium', '0570', 'mobile', 'ip', 'service', 'unknown'];

export function readDialPlanSettings(items: Items): DialPlan {
    const given = Object.entries(ITEMS)
        .map(([key, { name }]) => [key, items.text(name)] as const)
        .filter(([, text]) => text !== '');
    const { plan, invalid } = readDialPlan(Object.fromEntries(given));
    for (const key of invalid) {
        const { name, standIn, ...takes } = ITEMS[key as keyof typeof ITEMS];
        items.reject(name, takes, standIn);
    }
    return plan;
}

export function readConfirmedKinds(items: Items): readonly NumberKind[] {
    return items.words('denwaConfirm', defaultCallSettings.confirmedKinds, CONFIRMABLE);
}
