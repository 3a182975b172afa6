import { showSelected } from 'c/denwaSelect';

describe('a list', () => {
    it('shows what the template says after somebody chose something else', () => {
        const select = document.createElement('select');
        for (const text of ['a', 'b']) {
            const option = document.createElement('option');
            option.textContent = text;
            if (text === 'b') option.setAttribute('selected', '');
            select.append(option);
        }
        select.value = 'a';
        showSelected(select);
        expect(select.value).toBe('b');
    });
});
