import { readDialPlan, type DialPlan, type NumberKind } from '../phone-number/dial-plan';
import { defaultCallSettings } from '../telephony/call-settings';
import type { Items } from './items';

/** The items of the dial plan by the names that the plan itself has for them (docs/dial-plan.md). */
const ITEM_OF = {
    ownCountry: 'denwaOwnCountry',
    internationalPrefix: 'denwaInternationalPrefix',
    outsideLinePrefix: 'denwaOutsideLinePrefix',
    extensions: 'denwaExtensions',
    featureCodes: 'denwaFeatureCodes',
    parkingRange: 'denwaParkingRange',
    callerIdPrefixes: 'denwaCallerIdPrefixes'
} as const;

const CONFIRMABLE: readonly NumberKind[] = ['international', 'premium', '0570', 'mobile', 'ip', 'service', 'unknown'];

export function readDialPlanSettings(items: Items): DialPlan {
    const given = Object.entries(ITEM_OF)
        .map(([key, name]) => [key, items.text(name)] as const)
        .filter(([, text]) => text !== '');
    const { plan, invalid } = readDialPlan(Object.fromEntries(given));
    for (const key of invalid) items.reject(ITEM_OF[key as keyof typeof ITEM_OF]);
    return plan;
}

export function readConfirmedKinds(items: Items): readonly NumberKind[] {
    return items.words('denwaConfirm', defaultCallSettings.confirmedKinds, CONFIRMABLE);
}
