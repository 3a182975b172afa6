import DenwaLevelMeter from 'c/denwaLevelMeter';
import { clearPage, find, mount } from '../../../../../test/fixtures';

describe('c-denwa-level-meter', () => {
    afterEach(clearPage);

    it.each([
        [45, '45', 'inline-size: 45%'],
        [null, '0', 'inline-size: 0%']
    ])('shows and tells the level %s', (level, value, style) => {
        const meter = mount('c-denwa-level-meter', DenwaLevelMeter, { label: 'Level', level });
        expect(find(meter, '[role=meter]').getAttribute('aria-valuenow')).toBe(value);
        expect(find(meter, '.bar').getAttribute('style')).toContain(style);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-level-meter', DenwaLevelMeter, { label: 'Level', level: 10 })).toBeAccessible();
    });
});
