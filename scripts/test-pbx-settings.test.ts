import { expect, it } from '@jest/globals';
import { readSettings } from '../src/adapter/settings';
import { testPbxSettings } from './test-pbx-settings';

it('the settings for the test PBX make sense to the phone', () => {
    const items = { '/denwaPbx/denwaPbxServer': 'wss://pbx.example.com/ws', ...testPbxSettings };
    const { settings, problems } = readSettings(new Map(Object.entries(items)));
    expect(problems).toEqual([]);
    expect(settings.calls.statuses.map(({ kind, reason }) => [kind, reason])).toEqual([
        ['ready', null],
        ['not-ready', 'lunch'],
        ['not-ready', 'meeting'],
        ['not-ready', 'break'],
        ['wrap-up', null]
    ]);
    expect(settings.calls.signOutSignal).toEqual({ by: 'call', dialString: '*47' });
    expect(settings.calls.notifiedNumbers.map(({ prefix }) => prefix)).toEqual([null, '*81']);
});
