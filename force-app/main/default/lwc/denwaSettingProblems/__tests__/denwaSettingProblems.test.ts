import DenwaSettingProblems from 'c/denwaSettingProblems';
import type { SettingProblem } from '../../../../../../src/telephony/setting-problem';
import { clearPage, find, listen, mount, textOf } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Setting_Found', () => ({ default: 'found {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Setting_Missing', () => ({ default: 'nothing' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Setting_Stands_In', () => ({ default: 'instead {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Setting_Takes', () => ({ default: 'takes {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Takes_Address', () => ({ default: 'an address' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Takes_List_Of', () => ({ default: 'some of {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Takes_Or_None', () => ({ default: '{0} or none' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Takes_Whole_Number', () => ({ default: 'from {0} to {1}' }), { virtual: true });

const ADDRESS: SettingProblem = { key: '/a/address', title: 'PBX › Address', value: '', takes: { form: 'address' }, standIn: null };
const SECONDS: SettingProblem = {
    key: '/a/seconds',
    title: 'Calls › <b>Seconds</b>',
    value: '<img src=x onerror=alert(1)>',
    takes: { form: 'whole-number', values: [5, 60] },
    standIn: '30'
};
const KINDS: SettingProblem = {
    key: '/a/kinds',
    title: 'Calls › Kinds',
    value: 'x',
    takes: { form: 'list-of', values: ['one', 'two'], orNone: true },
    standIn: '-'
};

const show = (...problems: readonly SettingProblem[]): HTMLElement => mount('c-denwa-setting-problems', DenwaSettingProblems, { problems });

describe('c-denwa-setting-problems', () => {
    afterEach(clearPage);

    it.each([
        [ADDRESS, ['PBX › Address', 'found nothing', 'takes an address']],
        [SECONDS, ['Calls › <b>Seconds</b>', 'found <img src=x onerror=alert(1)>', 'takes from 5 to 60', 'instead 30']],
        [KINDS, ['Calls › Kinds', 'found x', 'takes some of one, two or none', 'instead -']]
    ])('says of $title which item it is, what stands there and what it takes, as text', (problem, lines) => {
        const shown = [...show(problem).querySelectorAll('.problem p')].map((line) => line.textContent);
        expect(shown).toEqual(lines);
    });

    it('lets all of it be copied for whoever administers the org', () => {
        const problems = show(ADDRESS, KINDS);
        const sent = listen(problems, 'command');
        find(problems, '.copy').click();
        const text = [
            'PBX › Address\nfound nothing\ntakes an address',
            'Calls › Kinds\nfound x\ntakes some of one, two or none\ninstead -'
        ].join('\n\n');
        expect(sent.mock.calls).toEqual([[{ type: 'copy-text', text }]]);
        expect(textOf(problems, '.hint')).toBe('c.Denwa_Settings_Wrong_Hint');
    });

    it('is accessible', async () => {
        await expect(show(ADDRESS, SECONDS)).toBeAccessible();
    });
});
