import { describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '../base/simulated-clock';
import { defaultPreferences, type Preferences } from '../telephony/preferences';
import { FakeExchange } from './exchange.fake';
import { FakePreferencesStore, Person } from './person.fake';

const shortcuts = { answer: 'F1', 'hang-up': 'F2', hold: 'F3', mute: 'F4' };
const notifiedNumbers = [{ number: '0312345678', label: '代表', prefix: null }];

/** Alice opens the page in a browser that remembers this. */
function openPage(stored: Partial<Preferences> = {}, store = new FakePreferencesStore(stored)): Person {
    return new Person('1001', new FakeExchange(), new SimulatedClock(), store);
}

function choose(alice: Person, preferences: Partial<Preferences>): Preferences {
    alice.send({ type: 'set-preferences', preferences });
    return alice.phone.snapshot.preferences;
}

describe('Preferences', () => {
    it('are what the browser remembers, and the defaults for the rest', () => {
        const { preferences } = openPage({ zoom: 150, language: 'en' }).phone.snapshot;
        expect(preferences).toEqual({ ...defaultPreferences, zoom: 150, language: 'en' });
    });

    it('change by command, and only what was changed is stored', () => {
        const alice = openPage({ theme: 'dark' });
        expect(choose(alice, { zoom: 75 })).toEqual({ ...defaultPreferences, theme: 'dark', zoom: 75 });
        expect(alice.preferences.stored).toEqual({ theme: 'dark', zoom: 75 });
    });

    it('out of range change nothing, and the others of the same command do', () => {
        const alice = openPage();
        expect(choose(alice, { zoom: 1_000, ringVolume: 20 })).toEqual({ ...defaultPreferences, ringVolume: 20 });
        expect(alice.preferences.stored).toEqual({ ringVolume: 20 });
        expect(alice.log.at(-1)).toMatchObject({ level: 'warn', fields: { names: 'zoom' } });
        alice.preferences.stored = {};
        choose(alice, { zoom: 1_000 });
        expect(alice.preferences.stored).toEqual({});
    });

    it('keep what another tab has stored meanwhile', () => {
        const [alice, elsewhere] = [openPage(), openPage()];
        elsewhere.preferences.stored = alice.preferences.stored;
        choose(alice, { zoom: 75 });
        alice.preferences.stored = { ...alice.preferences.stored, welcomed: true };
        choose(alice, { theme: 'light' });
        expect(alice.preferences.stored).toEqual({ zoom: 75, welcomed: true, theme: 'light' });
    });

    it('that cannot be stored count for this page, and the panel says so once', () => {
        const alice = openPage();
        alice.preferences.isBroken = true;
        expect(choose(alice, { zoom: 75 }).zoom).toBe(75);
        expect(alice.notices).toEqual(['preferences-unavailable']);
        const [notice] = alice.phone.snapshot.notices;
        alice.send({ type: 'dismiss-notice', noticeId: notice?.id ?? '' });
        expect(choose(alice, { theme: 'dark' })).toMatchObject({ zoom: 75, theme: 'dark' });
        expect(alice.notices).toEqual([]);
    });

    it('follow the keys of the settings, also of those that come later, until the agent chooses', () => {
        const alice = openPage();
        alice.settings = { ...alice.settings, shortcuts };
        alice.signIn();
        expect(alice.phone.snapshot.preferences.shortcuts).toEqual(shortcuts);
        const own = { ...shortcuts, mute: 'Ctrl+Alt+M' };
        choose(alice, { shortcuts: own });
        alice.settings = { ...alice.settings, shortcuts: { ...shortcuts, answer: 'F9' } };
        expect(choose(alice, { zoom: 75 }).shortcuts).toEqual(own);
    });

    it('present a number only as long as the settings offer it, and remember it for when they do again', () => {
        const alice = openPage({ notifiedNumber: '0312345678' });
        expect(alice.phone.snapshot.preferences.notifiedNumber).toBeNull();
        alice.settings = { ...alice.settings, notifiedNumbers };
        expect(choose(alice, { zoom: 75 }).notifiedNumber).toBe('0312345678');
        expect(choose(alice, { notifiedNumber: '0399999999' }).notifiedNumber).toBe('0312345678');
        expect(choose(alice, { notifiedNumber: null }).notifiedNumber).toBeNull();
        expect(choose(alice, { notifiedNumber: '0312345678' }).notifiedNumber).toBe('0312345678');
    });

    it('about devices reach the audio at once: as the page opens, and whenever they change', () => {
        const alice = openPage({ speaker: 'headset', zoom: 75 });
        const atFirst = { microphone: null, speaker: 'headset', ringer: null, ringVolume: 70 };
        expect(alice.audio.choices).toEqual([atFirst]);
        choose(alice, { zoom: 100 });
        choose(alice, { ringer: 'speakers', ringVolume: 30 });
        choose(alice, { speaker: null });
        expect(alice.audio.choices.slice(1)).toEqual([
            { ...atFirst, ringer: 'speakers', ringVolume: 30 },
            { ...atFirst, speaker: null, ringer: 'speakers', ringVolume: 30 }
        ]);
    });
});
