import DenwaQuality from 'c/denwaQuality';
import { clearPage, mount, textOf } from '../../../../../test/fixtures';

function showQuality(mos: number): HTMLElement {
    return mount('c-denwa-quality', DenwaQuality, { mos });
}

describe('c-denwa-quality', () => {
    afterEach(clearPage);

    it.each([
        [4.3, 'Excellent', 4],
        [4.1, 'Great', 4],
        [3.7, 'Good', 3],
        [3.1, 'Fair', 2],
        [3, 'Degraded', 1]
    ])('says how a score of %d sounds, in a word and in bars', (mos, word, bars) => {
        const quality = showQuality(mos);
        expect(textOf(quality, '.word')).toBe(`c.Denwa_Quality_${word}`);
        expect(quality.querySelectorAll(`.bar_of-${bars}`)).toHaveLength(bars);
    });

    it('is accessible', async () => {
        await expect(showQuality(4)).toBeAccessible();
    });
});
