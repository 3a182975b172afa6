import { qualityClass, qualitySummary, scoreText } from 'c/denwaQualityText';

jest.mock('@salesforce/label/c.Denwa_Quality_Summary', () => ({ default: '{0}: {1}' }), { virtual: true });

describe('the words for the quality of a call', () => {
    it.each([
        [4.21, 'excellent'],
        [4.2, 'great'],
        [4, 'good'],
        [3.6, 'fair'],
        [3, 'degraded']
    ])('knows the class of a score: %d', (mos, expected) => {
        expect(qualityClass(mos)).toBe(expected);
    });

    it('names class and score', () => {
        expect(qualitySummary(4.26)).toBe('c.Denwa_Quality_Excellent: 4.3');
    });

    it('writes the score with one digit behind the point', () => {
        expect(scoreText(4)).toBe('4.0');
    });
});
