import DenwaNotices from 'c/denwaNotices';
import type { Notice } from '../../../../../../src/telephony/notice';
import { clearPage, find, listen, mount, textOf } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Notice_Number_Not_Dialable', () => ({ default: 'not a number: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Notice_With_Detail', () => ({ default: '{0} [{1}]' }), { virtual: true });

function showNotices(...notices: readonly Notice[]): HTMLElement {
    return mount('c-denwa-notices', DenwaNotices, { notices });
}

describe('c-denwa-notices', () => {
    afterEach(clearPage);

    it('puts the detail where the text has a place for it, as text', () => {
        const notices = showNotices({ id: '1', code: 'number-not-dialable', detail: '<b>ABC</b>' });
        expect(textOf(notices, '.text')).toBe('not a number: <b>ABC</b>');
    });

    it('puts the detail behind a text without such a place', () => {
        expect(textOf(showNotices({ id: '1', code: 'call-log-failed', detail: 'REASON' }), '.text')).toBe(
            'c.Denwa_Notice_Call_Log_Failed [REASON]'
        );
        expect(textOf(showNotices({ id: '1', code: 'call-log-failed', detail: '' }), '.text')).toBe('c.Denwa_Notice_Call_Log_Failed');
    });

    it('asks to wait before dialling while the phone is at something else', () => {
        expect(textOf(showNotices({ id: '1', code: 'line-busy', detail: '' }), '.text')).toBe('c.Denwa_Notice_Line_Busy');
    });

    it('leads to the settings that are wrong, and to nothing else', () => {
        const notices = showNotices(
            { id: '1', code: 'crm-unavailable', detail: '' },
            { id: '2', code: 'settings-invalid', detail: 'PBX › Address' }
        );
        const asked = listen(notices, 'settings');
        expect(notices.querySelectorAll('.details')).toHaveLength(1);
        find(notices, '.details').click();
        expect(asked).toHaveBeenCalledTimes(1);
    });

    it('closes the one that was pressed', () => {
        const notices = showNotices({ id: 'one', code: 'crm-unavailable', detail: '' }, { id: 'two', code: 'not-registered', detail: '' });
        const dismissed = listen(notices, 'command');
        find(notices, '[data-notice-id=two]').click();
        expect(dismissed.mock.calls).toEqual([[{ type: 'dismiss-notice', noticeId: 'two' }]]);
    });

    it('warns only of what somebody has to act on', () => {
        const notices = showNotices({ id: '1', code: 'copied', detail: '' }, { id: '2', code: 'microphone-unplugged', detail: '' });
        expect(textOf(notices, '[role=status] .text')).toBe('c.Denwa_Notice_Copied');
        expect(textOf(notices, '[role=alert] .text')).toBe('c.Denwa_Notice_Microphone_Unplugged');
    });

    it('is accessible', async () => {
        await expect(
            showNotices({ id: '1', code: 'crm-unavailable', detail: '' }, { id: '2', code: 'copied', detail: '' })
        ).toBeAccessible();
    });
});
