import { describe, expect, it } from '@jest/globals';
import { defaultSettings, readSettings } from './settings';

/** Items of one section. */
const section = (name: string, values: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
    new Map(Object.entries(values).map(([item, value]) => [`/${name}/${item}`, value]));

describe('the call center definition', () => {
    it('means the defaults where it says nothing', () => {
        expect(readSettings(new Map())).toEqual({ settings: defaultSettings, invalid: [] });
        expect(readSettings(section('denwaCalls', { denwaPickupCode: ' ' })).settings.calls.pickupCode).toBe('*8');
    });

    it('is taken as the administrator wrote it: calls', () => {
        const { settings, invalid } = readSettings(
            section('denwaCalls', {
                denwaAutoAnswer: 'TRUE',
                denwaCallWaiting: 'false',
                denwaParkExtension: '-',
                denwaParkRecallSeconds: '60',
                denwaPickupCode: '**',
                denwaDialledNumberHeader: 'P-Called-Party-ID',
                denwaHistoryLimit: '500'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.calls).toEqual({
            ...defaultSettings.calls,
            autoAnswer: true,
            callWaiting: false,
            parkExtension: null,
            parkRecallSeconds: 60,
            pickupCode: '**',
            headers: { ...defaultSettings.calls.headers, dialledNumber: 'P-Called-Party-ID' },
            historyLimit: 500
        });
    });

    it('is taken as the administrator wrote it: dial plan', () => {
        const { settings, invalid } = readSettings(
            section('denwaDialPlan', {
                denwaOutsideLinePrefix: '0',
                denwaExtensions: '4',
                denwaParkingRange: '-',
                denwaCallerIdPrefixes: 'false',
                denwaConfirm: 'International, 0570'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.dialPlan).toEqual({
            ...defaultSettings.dialPlan,
            outsideLinePrefix: '0',
            extensions: { shortest: 4, longest: 4 },
            parkingRange: null,
            callerIdPrefixes: []
        });
        expect(settings.calls.confirmedKinds).toEqual(['international', '0570']);
        expect(readSettings(section('denwaDialPlan', { denwaConfirm: '-' })).settings.calls.confirmedKinds).toEqual([]);
    });

    it('is taken as the administrator wrote it: screen pop', () => {
        const { settings, invalid } = readSettings(
            section('denwaScreenPop', {
                denwaPopWhen: 'answered',
                denwaPopInternal: 'true',
                denwaPopNoMatch: 'case',
                denwaPopManyMatches: 'search',
                denwaPopByLayout: 'true'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.crm.screenPop).toEqual({
            when: 'answered',
            internal: true,
            noMatch: 'Case',
            manyMatches: 'search',
            bySoftphoneLayout: true
        });
    });

    it('is taken as the administrator wrote it: call log', () => {
        const { settings, invalid } = readSettings(
            section('denwaCallLog', {
                denwaLogCalls: 'inbound、unanswered',
                denwaWrapUpSeconds: '0',
                denwaDispositions: '成約, 見込み, 成約, 不在',
                denwaDispositionField: 'Call_Result__c',
                denwaBusinessLabelField: 'Label__c',
                denwaHoldSecondsField: '-'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.crm.callLog).toEqual({
            inbound: true,
            outbound: false,
            internal: false,
            unanswered: true,
            wrapUpSeconds: 0,
            dispositions: ['成約', '見込み', '不在'],
            fields: { disposition: 'Call_Result__c', businessLabel: 'Label__c', holdSeconds: null }
        });
    });

    it.each([
        ['denwaCalls', 'denwaAutoAnswer', 'yes'],
        ['denwaCalls', 'denwaCallWaiting', '1'],
        ['denwaCalls', 'denwaParkExtension', 'park me'],
        ['denwaCalls', 'denwaParkRecallSeconds', '4'],
        ['denwaCalls', 'denwaParkRecallSeconds', '12.5'],
        ['denwaCalls', 'denwaPickupCode', '*8<script>'],
        ['denwaCalls', 'denwaBusinessLabelHeader', 'X-Label: evil'],
        ['denwaCalls', 'denwaQueueHeader', 'X Queue'],
        ['denwaCalls', 'denwaHistoryLimit', '0'],
        ['denwaDialPlan', 'denwaOutsideLinePrefix', 'zero'],
        ['denwaDialPlan', 'denwaExtensions', '9-3'],
        ['denwaDialPlan', 'denwaParkingRange', '720'],
        ['denwaDialPlan', 'denwaConfirm', 'international, emergency'],
        ['denwaScreenPop', 'denwaPopWhen', 'always'],
        ['denwaScreenPop', 'denwaPopNoMatch', 'Opportunity'],
        ['denwaCallLog', 'denwaLogCalls', 'inbound, all'],
        ['denwaCallLog', 'denwaWrapUpSeconds', '-5'],
        ['denwaCallLog', 'denwaDispositions', 'x'.repeat(256)],
        ['denwaCallLog', 'denwaDispositionField', 'Name; DELETE'],
        ['denwaCallLog', 'denwaBusinessLabelField', '1st']
    ])('%s: names a wrong %s (%s), and takes the default for it alone', (where, name, value) => {
        const definition = new Map([...section('denwaCalls', { denwaParkRecallSeconds: '99' }), ...section(where, { [name]: value })]);
        const { settings, invalid } = readSettings(definition);
        expect(invalid).toEqual([name]);
        const parkRecallSeconds = name === 'denwaParkRecallSeconds' ? defaultSettings.calls.parkRecallSeconds : 99;
        expect(settings).toEqual({ ...defaultSettings, calls: { ...defaultSettings.calls, parkRecallSeconds } });
    });
});
