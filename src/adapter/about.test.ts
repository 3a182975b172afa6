import { expect, it } from '@jest/globals';
import { aboutPhone, browserName } from './about';

it('tells page and PBX without what only a session knows', () => {
    const about = aboutPhone({
        version: '1.2.3',
        page: 'https://org.example/apex/Denwa?sid=secret#here',
        userName: '佐藤 花子',
        server: 'wss://pbx.example.com/ws?token=secret',
        browser: { userAgent: 'Mozilla/5.0' },
        settingProblems: []
    });
    expect(about).toEqual({
        version: '1.2.3',
        url: 'https://org.example/apex/Denwa',
        userName: '佐藤 花子',
        server: 'wss://pbx.example.com/ws',
        browser: 'Mozilla/5.0',
        settingProblems: []
    });
});

it.each([
    [['Not.A/Brand 8', 'Chromium 131', 'Microsoft Edge 131'], 'Chromium 131 / Microsoft Edge 131, Windows'],
    [['Google Chrome 131', 'Not)A;Brand 99'], 'Google Chrome 131, Windows'],
    [['Not A(Brand 8'], 'Mozilla/5.0'],
    [[], 'Mozilla/5.0']
])('calls a browser of the brands %j: %s', (names, expected) => {
    const brands = names.map((name) => {
        const [, brand = '', version = ''] = /^(.*) (\d+)$/.exec(name) ?? [];
        return { brand, version };
    });
    expect(browserName({ userAgent: 'Mozilla/5.0', userAgentData: { brands, platform: 'Windows' } })).toBe(expected);
});
