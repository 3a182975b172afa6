import { defaultPreferences } from '../../../../../../src/telephony/preferences';
import { aConnectedCall, anInboundCall, aSnapshot, clearPage, find, holds, listen, rendered } from '../../../../../test/fixtures';
import { screens, showPanel, type Panel, update } from '../../../../../test/panel';

async function press(panel: Panel, button: string): Promise<void> {
    find(panel, button).click();
    await rendered();
}

describe('the menu of the panel', () => {
    afterEach(clearPage);

    it('measures the microphone while the settings are shown, also during a call', async () => {
        const panel = showPanel(aSnapshot({ calls: [aConnectedCall()] }));
        const commands = listen(panel, 'command');
        await press(panel, '.settings');
        expect(holds(panel, "[data-screen='settings']")).toBe(true);
        await press(panel, '.settings');
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'measure-microphone', on: true },
            { type: 'measure-microphone', on: false }
        ]);
    });

    it('gives way to the sign-in form once the agent has signed out', async () => {
        const panel = showPanel();
        await press(panel, '.settings');
        await update(panel, { agent: { status: 'signed-out' } });
        expect(screens(panel)).toEqual(['sign-in']);
        await press(panel, '.settings');
        expect(holds(panel, "[data-screen='settings']")).toBe(true);
    });

    it('gives way to a caller', async () => {
        const panel = showPanel();
        await press(panel, '.settings');
        await update(panel, { calls: [anInboundCall()] });
        expect(holds(panel, "[data-screen='inbound']")).toBe(true);
    });

    it('has seen the missed calls when the history is opened', async () => {
        const panel = showPanel(aSnapshot({ missedCalls: 2 }));
        const commands = listen(panel, 'command');
        await press(panel, '.history');
        expect(commands.mock.calls.flat()).toContainEqual({ type: 'see-missed' });
    });

    it('shows the check list by itself the first time, and once', async () => {
        const preferences = { ...defaultPreferences, welcomed: false };
        const panel = showPanel(aSnapshot({ preferences }));
        await rendered();
        expect(holds(panel, "[data-screen='check-list']")).toBe(true);
        await press(panel, "[data-screen='check-list'] .close");
        await update(panel, { preferences });
        expect(holds(panel, "[data-screen='check-list']")).toBe(false);
    });

    it('leaves the check list for later where the agent is on a call', () => {
        const panel = showPanel(aSnapshot({ preferences: { ...defaultPreferences, welcomed: false }, calls: [aConnectedCall()] }));
        expect(holds(panel, "[data-screen='active']")).toBe(true);
    });
});
