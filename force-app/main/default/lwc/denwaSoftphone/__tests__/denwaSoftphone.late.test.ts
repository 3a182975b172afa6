import { lateParts } from '../../../../../../src/adapter/late-view';
import { aHistoryEntry, aSnapshot, clearPage, find, hasFocus, holds, listen, rendered, textOf } from '../../../../../test/fixtures';
import { happen, historyScreen, screens, showPanel, type Panel } from '../../../../../test/panel';

async function askForHistory(state: Panel['lateParts']): Promise<{ readonly panel: Panel; readonly needed: jest.Mock }> {
    const panel = showPanel(aSnapshot({ history: [aHistoryEntry()] }));
    panel.lateParts = state;
    const needed = listen(panel, 'partsneeded');
    await happen(panel, 'c-denwa-header', 'history');
    return { panel, needed };
}

describe('c-denwa-softphone, before all its screens are loaded', () => {
    beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
    afterEach(() => jest.restoreAllMocks());
    afterEach(clearPage);

    it('asks for the history and says that it comes', async () => {
        const { panel, needed } = await askForHistory(undefined);
        expect(needed).toHaveBeenCalledTimes(1);
        expect([screens(panel), textOf(panel, '.loading')]).toEqual([[], 'c.Denwa_Screen_Loading']);
    });

    it('shows it and takes the focus to it once it is there', async () => {
        const { panel } = await askForHistory(undefined);
        panel.lateParts = lateParts;
        await rendered();
        expect([screens(panel), holds(panel, '.loading')]).toEqual([['history'], false]);
        expect(hasFocus(find(panel, historyScreen))).toBe(true);
    });

    it('says that it could not be loaded, and asks again at a press', async () => {
        const { panel, needed } = await askForHistory(undefined);
        panel.lateParts = 'failed';
        await rendered();
        expect(textOf(panel, ".failed[role='alert'] p")).toBe('c.Denwa_Screen_Failed');
        find(panel, '.again').click();
        expect(needed).toHaveBeenCalledTimes(2);
    });

    it('asks again for what failed before anybody wanted it', async () => {
        const { needed } = await askForHistory('failed');
        expect(needed).toHaveBeenCalledTimes(1);
    });

    it('asks for nothing that is there', async () => {
        const { panel, needed } = await askForHistory(lateParts);
        expect([screens(panel), needed.mock.calls.length]).toEqual([['history'], 0]);
    });

    it.each([undefined, 'failed'] as const)('is accessible: %s', async (state) => {
        const { panel } = await askForHistory(state);
        await expect(panel).toBeAccessible();
    });
});
