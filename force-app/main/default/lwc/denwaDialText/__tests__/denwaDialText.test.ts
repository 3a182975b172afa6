import { aboutOption, previewText, whyNotDial } from 'c/denwaDialText';
import type { DialPreview } from '../../../../../../src/telephony/dial-question';
import { anOption } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Dial_Candidates', () => ({ default: '{0} candidates' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Dial_Extension', () => ({ default: 'ext. {0}' }), { virtual: true });

const nothing: DialPreview = {
    number: '1',
    option: null,
    extension: null,
    problem: null,
    candidates: [],
    exactly: null,
    needsConfirmation: false
};

describe('c/denwaDialText', () => {
    it('says what is dialled, what kind of number it is, and what is special about it', () => {
        expect(previewText({ ...nothing, option: anOption() })).toBe('03-1234-5678 · c.Denwa_Kind_Fixed');
        const option = anOption({ warnings: ['caller-id-withheld'] });
        expect(previewText({ ...nothing, option, extension: '123', needsConfirmation: true })).toBe(
            '03-1234-5678 · c.Denwa_Kind_Fixed · c.Denwa_Number_Caller_Id_Withheld · ext. 123 · c.Denwa_Dial_Confirm'
        );
    });

    it('says once what both kind and warning tell', () => {
        expect(aboutOption({ kind: '0570', warnings: ['charged'] })).toBe('c.Denwa_Kind_Charged');
        expect(aboutOption({ kind: 'premium', warnings: ['charged', 'premium'] })).toBe('c.Denwa_Kind_Premium · c.Denwa_Kind_Charged');
        expect(aboutOption({ kind: 'international', warnings: ['international'] })).toBe('c.Denwa_Kind_International');
    });

    it('says how many numbers it may be, or why there is none', () => {
        const candidates = [anOption(), anOption()];
        expect(previewText({ ...nothing, problem: 'number-ambiguous', candidates })).toBe('2 candidates');
        expect(previewText({ ...nothing, problem: 'number-ambiguous' })).toBe('c.Denwa_Dial_Unclear');
        expect(previewText({ ...nothing, problem: 'number-not-dialable' })).toBe('c.Denwa_Dial_Not_A_Number');
        expect(previewText({ ...nothing, problem: 'number-too-long' })).toBe('c.Denwa_Dial_Too_Long');
    });

    it('tells a line that is not ready from one that is at something else', () => {
        expect(whyNotDial(true, true)).toBeUndefined();
        expect(whyNotDial(false, true)).toBe('c.Denwa_Notice_Line_Busy');
        expect(whyNotDial(false, false)).toBe('c.Denwa_Dial_Not_Ready');
    });
});
