import DenwaSignIn from 'c/denwaSignIn';
import { clearPage, find, holds, listen, mount, textOf, hasFocus } from '../../../../../test/fixtures';

describe('c-denwa-sign-in', () => {
    afterEach(clearPage);

    it('sends what was typed and keeps no password', () => {
        const signIn = mount('c-denwa-sign-in', DenwaSignIn, {});
        const sent = listen(signIn, 'command');
        find<HTMLInputElement>(signIn, '.extension').value = '1001';
        find<HTMLInputElement>(signIn, '.password').value = 'secret';
        find(signIn, '.submit').click();
        expect(sent.mock.calls).toEqual([[{ type: 'sign-in', extension: '1001', password: 'secret' }]]);
        expect(find<HTMLInputElement>(signIn, '.password').value).toBe('');
    });

    it('sends nothing while a field is empty', () => {
        const signIn = mount('c-denwa-sign-in', DenwaSignIn, { extension: '1001' });
        const sent = listen(signIn, 'command');
        find(signIn, '.submit').click();
        expect(sent).not.toHaveBeenCalled();
    });

    it.each([
        ['wrong-credentials', 'c.Denwa_Refused_Wrong_Credentials'],
        ['unknown-account', 'c.Denwa_Refused_Unknown_Account'],
        ['forbidden', 'c.Denwa_Refused_Forbidden']
    ])('says why the PBX refused: %s', (problem, text) => {
        const signIn = mount('c-denwa-sign-in', DenwaSignIn, { extension: '1001', problem });
        expect(textOf(signIn, '[role=alert]')).toBe(text);
    });

    it('takes the focus to the field that is left to fill', () => {
        const empty = mount('c-denwa-sign-in', DenwaSignIn, {});
        empty.focus();
        expect(hasFocus(find(empty, '.extension'))).toBe(true);
        const refused = mount('c-denwa-sign-in', DenwaSignIn, { extension: '1001', problem: 'wrong-credentials' });
        refused.focus();
        expect(hasFocus(find(refused, '.password'))).toBe(true);
        expect(holds(empty, '[role=alert]')).toBe(false);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-sign-in', DenwaSignIn, { extension: '1001', problem: 'forbidden' })).toBeAccessible();
    });
});
