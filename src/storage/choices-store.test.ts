import 'fake-indexeddb/auto';
import { expect, test } from '@jest/globals';
import { IndexedDbChoices } from './choices-store';
import { Profile } from './profile.fake';

function choicesIn(profile: Profile, user = '005A'): IndexedDbChoices {
    return new IndexedDbChoices({ database: profile.database(), user, clock: profile.clock, logger: profile.logger });
}

test('what the agent chose last is remembered, across tabs and reloads', async () => {
    const profile = new Profile();
    const choices = choicesIn(profile);
    expect(await choices.recall('+81312345678')).toBeNull();
    await choices.remember('+81312345678', '003A');
    await choices.remember('+81312345678', '003B');
    await choices.remember('+81312345679', '003C');
    expect(await choicesIn(profile).recall('+81312345678')).toBe('003B');
});

test('each user has choices of their own', async () => {
    const profile = new Profile();
    await choicesIn(profile, '005A').remember('+81312345678', '003A');
    expect(await choicesIn(profile, '005B').recall('+81312345678')).toBeNull();
});

test('beyond 1,000 of one user the one that was chosen longest ago is forgotten', async () => {
    const profile = new Profile();
    const choices = choicesIn(profile);
    await choicesIn(profile, '005B').remember('other', '003A');
    const raw = await profile.raw();
    const filling = raw.transaction('choices', 'readwrite');
    for (let index = 1; index <= 1000; index += 1) {
        void filling.store.put({ user: '005A', key: `n${index}`, recordId: '003A', chosenAt: index });
    }
    await filling.done;
    profile.clock.advance(2000);
    await choices.remember('n1', '003B');
    await choices.remember('n1001', '003C');
    expect(await Promise.all(['n1', 'n2', 'n3', 'n1001'].map((key) => choices.recall(key)))).toEqual(['003B', null, '003A', '003C']);
    expect(await raw.count('choices')).toBe(1001);
});

test.each<[string, object]>([
    ['no id', { recordId: '' }],
    ['an id that is none', { recordId: { html: '<img>' } }],
    ['no time', { chosenAt: undefined }]
])('%s: is removed', async (_name, wrong) => {
    const profile = new Profile();
    const choices = choicesIn(profile);
    await choices.remember('key', '003A');
    const raw = await profile.raw();
    await raw.put('choices', { user: '005A', key: 'key', recordId: '003A', chosenAt: 1, ...wrong });
    expect(await choices.recall('key')).toBeNull();
    expect(await raw.count('choices')).toBe(0);
    expect(profile.told).toEqual(['warn: An unreadable choice was removed']);
});

test('a browser that stores nothing says so', async () => {
    const profile = new Profile();
    const { clock, logger } = profile;
    const choices = new IndexedDbChoices({ database: profile.forbiddenDatabase(), user: '005A', clock, logger });
    await expect(choices.recall('key')).rejects.toMatchObject({ name: 'StorageError', reason: 'unavailable' });
    await expect(choices.remember('key', '003A')).rejects.toMatchObject({ reason: 'unavailable' });
});
