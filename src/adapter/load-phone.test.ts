import { expect, test } from '@jest/globals';
import { loadPhone, type PhonePage } from './load-phone';

async function load(overrides: Partial<PhonePage>): Promise<readonly string[]> {
    const events: string[] = [];
    const note = (event: string): Promise<void> => {
        events.push(event);
        return Promise.resolve();
    };
    await loadPhone({
        orgLocale: 'ja',
        storage: () => ({ getItem: () => null }),
        setLocale: (locale) => void note(`locale ${locale}`),
        loadTexts: (language) => note(`texts ${language}`),
        startPhone: () => note('phone'),
        showFailure: () => void note('failure shown'),
        output: { error: (...message: readonly unknown[]) => void note(`logged ${message.join(' ')}`) },
        ...overrides
    });
    return events;
}

test('locale and texts are there before the phone starts', async () => {
    expect(await load({})).toEqual(['locale ja', 'texts ja', 'phone']);
});

test('the choice of the agent goes before the language of the org', async () => {
    expect(await load({ storage: () => ({ getItem: () => 'en' }) })).toEqual(['locale en', 'texts en', 'phone']);
});

test('without its texts the phone does not start, and the page says so', async () => {
    const events = await load({ loadTexts: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(events).toEqual(['locale ja', expect.stringMatching(/^logged .*Failed to fetch/), 'failure shown']);
});

test('a phone that cannot be loaded is told of too', async () => {
    const events = await load({ startPhone: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(events).toEqual(['locale ja', 'texts ja', expect.stringMatching(/^logged .*Failed to fetch/), 'failure shown']);
});
