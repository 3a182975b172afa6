import DenwaQualitySheet from 'c/denwaQualitySheet';
import type { CallQuality } from '../../../../../../src/telephony/call-quality';
import { clearPage, find, hasFocus, holds, listen, mount, pressKey, textOf } from '../../../../../test/fixtures';

const now = { mos: 2.81, packetLoss: 3.25, jitter: 41.6, roundTrip: null };
const overall = { mos: 4, packetLoss: 0, jitter: 8, roundTrip: 1250 };

function showSheet(quality: CallQuality): HTMLElement {
    return mount('c-denwa-quality-sheet', DenwaQualitySheet, { quality });
}

describe('c-denwa-quality-sheet', () => {
    afterEach(clearPage);

    it('gives the figures with their units, now and of the whole call', () => {
        const sheet = showSheet({ now, overall, problems: [] });
        const cells = [...sheet.querySelectorAll('td')].map(({ textContent }) => textContent);
        expect(cells).toEqual(['2.8', '4.0', '3.3%', '0%', '42 ms', '8 ms', 'c.Denwa_Quality_Unknown', '1,250 ms']);
    });

    it('says what to do about each problem, or that there is none', () => {
        expect(holds(showSheet({ now: overall, overall, problems: [] }), '.fine')).toBe(true);
        const sheet = showSheet({ now, overall, problems: ['packet-loss', 'not-heard'] });
        expect(holds(sheet, '.fine')).toBe(false);
        const problems = [...sheet.querySelectorAll('.problems li')].map(({ textContent }) => textContent);
        expect(problems).toEqual(['c.Denwa_Quality_Advice_Packet_Loss', 'c.Denwa_Warning_Not_Heard']);
    });

    it('closes by its button and by Escape', () => {
        const sheet = showSheet({ now, overall, problems: [] });
        const closed = listen(sheet, 'close');
        sheet.focus();
        expect(hasFocus(find(sheet, 'section'))).toBe(true);
        find(sheet, '.denwa-close').click();
        pressKey(find(sheet, 'section'), 'Escape');
        expect(closed).toHaveBeenCalledTimes(2);
        expect(textOf(sheet, 'h3')).toBe('c.Denwa_Quality');
    });

    it('is accessible', async () => {
        await expect(showSheet({ now, overall, problems: ['jitter'] })).toBeAccessible();
    });
});
