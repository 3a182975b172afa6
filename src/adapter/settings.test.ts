import { describe, expect, it } from '@jest/globals';
import { defaultCallSettings } from '../telephony/call-settings';
import { readCallSettings } from './call-settings';

const items = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
    new Map(Object.entries(values).map(([name, value]) => [`/denwaCalls/${name}`, value]));

describe('the calls section of the call center definition', () => {
    it('means the defaults where it is missing or empty', () => {
        expect(readCallSettings(new Map())).toEqual({ settings: defaultCallSettings, invalid: [] });
        expect(readCallSettings(items({ denwaPickupCode: ' ' })).settings.pickupCode).toBe('*8');
    });

    it('is taken as the administrator wrote it', () => {
        const { settings, invalid } = readCallSettings(
            items({
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
        expect(settings).toEqual({
            autoAnswer: true,
            callWaiting: false,
            parkExtension: null,
            parkRecallSeconds: 60,
            pickupCode: '**',
            headers: { ...defaultCallSettings.headers, dialledNumber: 'P-Called-Party-ID' },
            historyLimit: 500
        });
    });

    it.each([
        ['denwaAutoAnswer', 'yes'],
        ['denwaCallWaiting', '1'],
        ['denwaParkExtension', 'park me'],
        ['denwaParkRecallSeconds', '4'],
        ['denwaParkRecallSeconds', '12.5'],
        ['denwaPickupCode', '*8<script>'],
        ['denwaBusinessLabelHeader', 'X-Label: evil'],
        ['denwaQueueHeader', 'X Queue'],
        ['denwaHistoryLimit', '0']
    ])('names a wrong %s (%s), and takes the default for it alone', (name, value) => {
        const { settings, invalid } = readCallSettings(items({ denwaParkRecallSeconds: '99', [name]: value }));
        expect(invalid).toEqual([name]);
        const expected = name === 'denwaParkRecallSeconds' ? defaultCallSettings : { ...defaultCallSettings, parkRecallSeconds: 99 };
        expect(settings).toEqual(expected);
    });
});
