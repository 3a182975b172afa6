import type { CaseGroup } from './case-group.fake';

/** Which numbers there are, and what a plan makes of them. */
export const casesOfNumbers: readonly CaseGroup[] = [
    {
        source: 'MIC, table of telephone numbers',
        dialled: [
            ['0120-123-456', '0120123456', 'free', 'subscriber'],
            ['0800-123-4567', '08001234567', 'free', 'subscriber'],
            ['0570-00-1234', '0570001234', '0570', 'subscriber'],
            ['0990-123-456', '0990123456', 'premium', 'subscriber'],
            ['0180-99-1234', '0180991234', 'service', 'subscriber'],
            ['050-1234-5678', '05012345678', 'ip', 'subscriber'],
            ['070-1234-5678', '07012345678', 'mobile', 'subscriber'],
            ['080-1234-5678', '08012345678', 'mobile', 'subscriber'],
            ['060-1234-5678', '06012345678', 'mobile', 'subscriber'],
            ['0600-123-4567', '06001234567', 'unknown', 'subscriber'],
            ['020-1234-5678', '02012345678', 'machine', 'subscriber'],
            ['0204-123-4567', '02041234567', 'machine', 'subscriber'],
            ['02001234567890', '02001234567890', 'machine', 'subscriber'],
            ['091-123-4567', '0911234567', 'unknown', 'subscriber'],
            ['0912345678901', '0912345678901', 'unknown', 'subscriber'],
            ['04-2912-3456', '0429123456', 'fixed', 'subscriber'],
            ['06-6123-4567', '0661234567', 'fixed', 'subscriber'],
            ['011-123-4567', '0111234567', 'fixed', 'subscriber'],
            ['01267-2-1234', '0126721234', 'fixed', 'subscriber'],
            ['0422-22-1234', '0422221234', 'fixed', 'subscriber'],
            ['0184-22-1234', '0184221234', 'fixed', 'subscriber'],
            ['0186-22-1234', '0186221234', 'fixed', 'subscriber']
        ],
        asked: [
            ['03-1234-567', 'number-not-dialable'],
            ['090-1234-567', 'number-not-dialable'],
            ['0901234567', 'number-not-dialable'],
            ['080-0123-4567-8', 'number-ambiguous', '08001234567', '08001234568'],
            ['0901234567890', 'number-ambiguous', '09012345678']
        ]
    },
    {
        source: 'Reference product, manual: +81 and +810 become 0 (version 3.6.0); 81 and 810 likewise',
        dialled: [
            ['+81 90-1234-5678', '09012345678', 'mobile', 'country-code'],
            ['+819012345678', '09012345678', 'mobile', 'country-code'],
            ['+8109012345678', '09012345678', 'mobile', 'country-code'],
            ['819012345678', '09012345678', 'mobile', 'country-code'],
            ['8109012345678', '09012345678', 'mobile', 'country-code'],
            ['81312345678', '0312345678', 'fixed', 'country-code'],
            ['810312345678', '0312345678', 'fixed', 'country-code'],
            ['81-90-1234-5678', '09012345678', 'mobile', 'country-code'],
            ['81 3 1234 5678', '0312345678', 'fixed', 'country-code'],
            ['+81(0)3-1234-5678', '0312345678', 'fixed', 'country-code'],
            ['+81 (0)90 1234 5678', '09012345678', 'mobile', 'country-code'],
            ['＋８１９０１２３４５６７８', '09012345678', 'mobile', 'country-code'],
            ['(+81) 3-1234-5678', '0312345678', 'fixed', 'country-code'],
            ['+81 120 123 456', '0120123456', 'free', 'country-code'],
            ['+81 800 123 4567', '08001234567', 'free', 'country-code'],
            ['+81 50-1234-5678', '05012345678', 'ip', 'country-code'],
            ['+812001234567890', '02001234567890', 'machine', 'country-code'],
            ['+81 184-22-1234', '0184221234', 'fixed', 'country-code'],
            ['+81 186-22-1234', '0186221234', 'fixed', 'country-code'],
            ['81184221234', '0184221234', 'fixed', 'country-code'],
            ['010-81-90-1234-5678', '09012345678', 'mobile', 'country-code']
        ]
    },
    {
        source: 'Where that rule must not reach: extensions, local numbers, emergency numbers, carrier codes',
        dialled: [
            ['8101', '8101', 'extension', 'extension'],
            ['8103', '8103', 'extension', 'extension'],
            ['8110', '8110', 'extension', 'extension'],
            ['810', '810', 'extension', 'extension'],
            ['81110', '81110', 'extension', 'extension'],
            ['８１０１', '8101', 'extension', 'extension'],
            ['81', '81', 'unknown', 'as-typed'],
            ['8112-3456', '81123456', 'fixed', 'local'],
            ['81123456', '81123456', 'fixed', 'local'],
            ['810-1234', '8101234', 'fixed', 'local'],
            ['*8101', '*8101', 'feature-code', 'feature-code'],
            ['0081-90-1234-5678', '00819012345678', 'unknown', 'carrier-select'],
            ['00819012345678', '00819012345678', 'unknown', 'carrier-select']
        ],
        asked: [
            ['+81110', 'number-not-dialable'],
            ['+81 119', 'number-not-dialable'],
            ['+810110', 'number-not-dialable'],
            ['010-81-110', 'number-not-dialable'],
            ['+81003-1234-5678', 'number-not-dialable'],
            ['+81 90 1234 567', 'number-not-dialable'],
            ['+8101', 'number-not-dialable'],
            ['00312345678', 'number-ambiguous', '0312345678']
        ]
    },
    {
        source: 'PBX: extensions, feature codes, parking slots',
        dialled: [
            ['1002', '1002', 'extension', 'extension'],
            ['100', '100', 'extension', 'extension'],
            ['10020', '10020', 'extension', 'extension'],
            ['Tel: 1002', '1002', 'extension', 'extension'],
            ['701', '701', 'extension', 'parking-slot'],
            ['720', '720', 'extension', 'parking-slot'],
            ['721', '721', 'extension', 'extension'],
            ['*8', '*8', 'feature-code', 'feature-code'],
            ['*8 1002', '*81002', 'feature-code', 'feature-code'],
            ['##1', '##1', 'feature-code', 'feature-code'],
            ['*72*0312345678#', '*72*0312345678#', 'feature-code', 'feature-code'],
            ['#7110', '#7110', 'feature-code', 'feature-code'],
            ['#8000', '#8000', 'feature-code', 'feature-code'],
            ['内線123', '123', 'extension', 'extension', '123'],
            ['(内123)', '123', 'extension', 'extension', '123'],
            ['ext. 123', '123', 'extension', 'extension', '123'],
            ['営業部 内線 １０２', '102', 'extension', 'extension', '102'],
            ['0', '0', 'unknown', 'as-typed'],
            ['9', '9', 'unknown', 'as-typed'],
            ['0312345', '0312345', 'unknown', 'as-typed'],
            ['071123', '071123', 'unknown', 'as-typed'],
            ['12345678', '12345678', 'unknown', 'as-typed']
        ],
        asked: [
            ['内線9', 'number-ambiguous'],
            ['内線110', 'number-ambiguous'],
            ['1002 内線5', 'number-ambiguous', '1002'],
            ['701 702', 'number-ambiguous', '701702', '701', '702'],
            ['2024-01-15', 'number-ambiguous', '20240115'],
            ['1002 1003', 'number-ambiguous', '1002', '1003'],
            ['8112 3456', 'number-ambiguous', '81123456', '8112', '3456'],
            ['8112\n3456', 'number-ambiguous', '8112', '3456'],
            ['1002 (山田)', 'number-ambiguous', '1002'],
            ['03-1234-5678*1', 'number-ambiguous', '0312345678'],
            ['*8' + '1'.repeat(60), 'number-too-long']
        ]
    },
    {
        source: 'Emergency numbers and 1XY: MIC table; en.wikipedia.org/wiki/Telephone_numbers_in_Japan',
        dialled: [
            ['110', '110', 'emergency', 'emergency'],
            ['118', '118', 'emergency', 'emergency'],
            ['119', '119', 'emergency', 'emergency'],
            ['184110', '184110', 'emergency', 'emergency'],
            ['1-1-9', '119', 'emergency', 'emergency'],
            ['117', '117', 'service', 'service'],
            ['177', '177', 'service', 'service'],
            ['104', '104', 'service', 'service'],
            ['171', '171', 'service', 'service'],
            ['184117', '184117', 'service', 'service']
        ],
        asked: [['110番', 'number-ambiguous', '110']]
    },
    {
        source: 'NTT West, 184 and 186 in front of a number: ntt-west.co.jp/denwa/support/faq/numberdsp.html',
        dialled: [
            ['184-03-1234-5678', '1840312345678', 'fixed', 'subscriber'],
            ['18609012345678', '18609012345678', 'mobile', 'subscriber'],
            ['184 +81 90-1234-5678', '18409012345678', 'mobile', 'country-code'],
            ['186(+81)90-1234-5678', '18609012345678', 'mobile', 'country-code'],
            ['184819012345678', '18409012345678', 'mobile', 'country-code'],
            ['184+12125550147', '18401012125550147', 'international', 'international'],
            ['184-0033-03-1234-5678', '18400330312345678', 'fixed', 'carrier-select'],
            ['184 03-1234-5678 内線123', '1840312345678', 'fixed', 'subscriber', '123'],
            ['184', '184', 'extension', 'extension']
        ],
        asked: [
            ['184-1002', 'number-ambiguous'],
            ['184-221-234', 'number-ambiguous', '0184221234']
        ]
    },
    {
        source: 'MIC: 00XY, 002YZ, 0091XY choose a carrier; 001 and 010',
        dialled: [
            ['0033-03-1234-5678', '00330312345678', 'fixed', 'carrier-select'],
            ['0036 06-6123-4567', '00360661234567', 'fixed', 'carrier-select'],
            ['0091-20-03-1234-5678', '0091200312345678', 'fixed', 'carrier-select'],
            ['001-1-650-555-0166', '00116505550166', 'international', 'carrier-select'],
            ['001-010-1-650-555-0166', '00101016505550166', 'international', 'carrier-select'],
            ['0033-010-44-20-7946-0958', '0033010442079460958', 'international', 'carrier-select']
        ]
    },
    {
        source: 'ITU-T E.164: country codes, at most 15 digits; 010 dials abroad (MIC)',
        dialled: [
            ['+1 (212) 555-0147', '01012125550147', 'international', 'international'],
            ['+82-2-555-0119', '0108225550119', 'international', 'international'],
            ['+44 (0)20 7946 0958', '010442079460958', 'international', 'international'],
            ['+39 (0)6 1234 5678', '010390612345678', 'international', 'international'],
            ['+49 30 123456', '0104930123456', 'international', 'international'],
            ['+886 2 1234 5678', '010886212345678', 'international', 'international'],
            ['+8618612345678', '0108618612345678', 'international', 'international'],
            ['010-1-212-555-0147', '01012125550147', 'international', 'international'],
            ['tel:+1-212-555-0147', '01012125550147', 'international', 'international']
        ],
        asked: [
            ['+1', 'number-not-dialable'],
            ['+1002', 'number-not-dialable'],
            ['+0312345678', 'number-ambiguous', '0312345678'],
            ['12125550147', 'number-ambiguous', '01012125550147'],
            ['+1 212 555 0147 123', 'number-ambiguous', '01012125550147'],
            ['442079460958', 'number-ambiguous', '010442079460958'],
            ['+44 20 7946 0958 7946 0959', 'number-ambiguous', '010442079460958']
        ]
    },
    {
        source: 'Plan: outside line 0',
        plan: { outsideLinePrefix: '0' },
        dialled: [
            ['+81 3-1234-5678', '00312345678', 'fixed', 'country-code'],
            ['+1 212 555 0147', '001012125550147', 'international', 'international'],
            ['184-03-1234-5678', '01840312345678', 'fixed', 'subscriber'],
            ['0033-03-1234-5678', '000330312345678', 'fixed', 'carrier-select'],
            ['8112-3456', '081123456', 'fixed', 'local'],
            ['00312345678', '00312345678', 'fixed', 'subscriber'],
            ['0-03-1234-5678', '00312345678', 'fixed', 'subscriber'],
            ['009012345678', '009012345678', 'mobile', 'subscriber'],
            ['0120-123-456', '00120123456', 'free', 'subscriber'],
            ['1002', '1002', 'extension', 'extension'],
            ['*8', '*8', 'feature-code', 'feature-code'],
            ['701', '701', 'extension', 'parking-slot'],
            ['117', '117', 'service', 'service'],
            ['110', '110', 'emergency', 'emergency']
        ],
        asked: [
            ['0+81312345678', 'number-ambiguous', '00312345678'],
            ['002000520000000', 'number-ambiguous', '0002000520000000', '002000520000000']
        ]
    },
    {
        source: 'Plan: outside line 9, no caller ID prefixes, extensions 8XXX, slots of four digits, two emergency numbers',
        plan: {
            outsideLinePrefix: '9',
            callerIdPrefixes: [],
            extensions: { pattern: '8\\d{3}' },
            parkingRange: { first: '7001', last: '7009' },
            emergencyNumbers: ['110', '1190']
        },
        dialled: [
            ['03-1234-5678', '90312345678', 'fixed', 'subscriber'],
            ['90312345678', '90312345678', 'fixed', 'subscriber'],
            ['8101', '8101', 'extension', 'extension'],
            ['7009', '7009', 'extension', 'parking-slot'],
            ['1190', '1190', 'emergency', 'emergency'],
            ['1002', '1002', 'unknown', 'as-typed']
        ],
        asked: [['18409012345678', 'number-ambiguous']]
    },
    {
        source: 'Plan: international prefix of a carrier',
        plan: { internationalPrefix: '0033010' },
        dialled: [
            ['+1 212 555 0147', '003301012125550147', 'international', 'international'],
            ['010-1-212-555-0147', '01012125550147', 'international', 'international'],
            ['0033-010-1-212-555-0147', '003301012125550147', 'international', 'international']
        ]
    },
    {
        source: 'Plan: another country, whose domestic numbers go out as typed',
        plan: { ownCountry: '49', internationalPrefix: '00', emergencyNumbers: ['112'], outsideLinePrefix: '' },
        dialled: [
            ['030 123456', '030123456', 'unknown', 'as-typed'],
            ['0312345678', '0312345678', 'unknown', 'as-typed'],
            ['81312345678', '81312345678', 'unknown', 'as-typed'],
            ['+81 3-1234-5678', '0081312345678', 'international', 'international'],
            ['+49 30 123456', '004930123456', 'international', 'international'],
            ['0081 3-1234-5678', '0081312345678', 'international', 'international'],
            ['112', '112', 'emergency', 'emergency'],
            ['1002', '1002', 'extension', 'extension']
        ]
    },
    {
        source: 'Plan: extensions of up to seven digits',
        plan: { extensions: { shortest: 3, longest: 7 } },
        dialled: [
            ['8112345', '8112345', 'extension', 'extension'],
            ['81123456', '81123456', 'fixed', 'local']
        ]
    }
];
