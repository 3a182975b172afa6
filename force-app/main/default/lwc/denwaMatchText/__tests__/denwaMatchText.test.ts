import { activityText, evidenceText } from 'c/denwaMatchText';
import { aMatch } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Match_Activity', () => ({ default: 'active {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Match_Evidence', () => ({ default: '{0} {1} · {2}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Match_Open_Cases', () => ({ default: '{0} open' }), { virtual: true });

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

describe('c/denwaMatchText', () => {
    it('says where a match holds which number, and how sure that is', () => {
        expect(evidenceText(aMatch())).toBe('c.Denwa_Field_Mobile 090-1234-5678 · c.Denwa_Match_Same');
        expect(evidenceText(aMatch({ field: 'PersonHomePhone', certainty: 'maybe' }))).toBe(
            'c.Denwa_Field_Home 090-1234-5678 · c.Denwa_Match_Maybe'
        );
        expect(evidenceText(aMatch({ field: 'Direct_Line__c' }))).toBe('Direct Line 090-1234-5678 · c.Denwa_Match_Same');
    });

    it('says what has been going on, as far as anything has', () => {
        expect(activityText(aMatch({ lastActivity: '2026-11-01', openCases: 2 }), dates)).toBe('active Nov 1, 2026 · 2 open');
        expect(activityText(aMatch(), dates)).toBe('');
        expect(activityText(aMatch({ lastActivity: 'yesterday' }), dates)).toBe('');
    });
});
