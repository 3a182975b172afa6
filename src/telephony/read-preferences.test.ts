import { describe, expect, it } from '@jest/globals';
import { defaultPreferences, preferencesTransition, type Preferences } from './preferences';
import { readPreferences } from './read-preferences';

const { shortcuts } = defaultPreferences;
const answeredBy = (answer: unknown): unknown => ({ shortcuts: { ...shortcuts, answer } });

describe('Preferences', () => {
    it.each<Partial<Preferences>>([
        defaultPreferences,
        { zoom: 50, language: 'ja', theme: 'dark', microphone: 'abc', ringVolume: 0, autoAnswerSeconds: 0, notifiedNumber: '0312345678' },
        { zoom: 200, language: 'en', theme: 'light', ringVolume: 100, autoAnswerSeconds: 60, keypadShown: false, welcomed: true },
        { shortcuts: { answer: 'F4', 'hang-up': 'Shift+F4', hold: '', mute: '' } },
        { shortcuts: { answer: 'Ctrl+Alt+Shift+Meta+Z', 'hang-up': 'Shift+Meta+0', hold: 'Alt+9', mute: 'F24' } }
    ])('in their ranges are taken: %j', (preferences) => {
        expect(readPreferences(preferences)).toEqual(preferences);
    });

    it.each<[string, unknown]>([
        ['a zoom beyond the range', { zoom: 49 }],
        ['a zoom beyond the range', { zoom: 201 }],
        ['a broken percentage', { zoom: 99.5 }],
        ['a number as text', { zoom: '100' }],
        ['an unknown language', { language: 'fr' }],
        ['an unknown theme', { theme: 'sepia' }],
        ['an empty device', { speaker: '' }],
        ['a device that is none', { ringer: 3 }],
        ['an endless device', { microphone: 'x'.repeat(1_000) }],
        ['too loud', { ringVolume: 101 }],
        ['a negative time', { autoAnswerSeconds: -1 }],
        ['no time at all', { autoAnswerSeconds: Number.NaN }],
        ['too long a time', { autoAnswerSeconds: 61 }],
        ['an endless number', { notifiedNumber: '0'.repeat(1_000) }],
        ['a word for a flag', { keypadShown: 'yes' }],
        ['a member that is none', { constructor: 'x', __proto__: { zoom: 100 } }],
        ['no object', 'zoom'],
        ['nothing', null],
        ['a shortcut that types', answeredBy('A')],
        ['a shortcut that types a capital', answeredBy('Shift+A')],
        ['modifiers in another order', answeredBy('Alt+Ctrl+A')],
        ['a modifier alone', answeredBy('Ctrl')],
        ['a key that is none', answeredBy('Ctrl+F25')],
        ['a small letter', answeredBy('Ctrl+a')],
        ['keys that have another action', answeredBy(shortcuts.hold)],
        ['keys that are no text', answeredBy(null)],
        ['an action too many', { shortcuts: { ...shortcuts, park: 'Ctrl+P' } }],
        ['an action too few', { shortcuts: { answer: 'Ctrl+A' } }]
    ])('out of their ranges are left out: %s', (_name, preferences) => {
        expect(readPreferences(preferences)).toEqual({});
    });

    it('that are right count beside one that is wrong', () => {
        expect(readPreferences({ zoom: 1, theme: 'dark' })).toEqual({ theme: 'dark' });
    });

    it('are the same state when a change changes nothing', () => {
        expect(preferencesTransition(defaultPreferences, { type: 'preferences-changed', change: { zoom: 100 } })).toBe(defaultPreferences);
        expect(preferencesTransition(defaultPreferences, { type: 'preferences-changed', change: { zoom: 150 } }).zoom).toBe(150);
    });
});
