import { controlsOf, type Action } from 'c/denwaCallControls';
import { abilities, aCall, aConnectedCall, aHeldCall } from '../../../../../test/fixtures';
import { defaultPreferences } from '../../../../../../src/telephony/preferences';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';

const { shortcuts } = defaultPreferences;
const single = { canDial: true, canNote: true, consulting: false, registered: true, shortcuts };
const first: readonly Action[] = ['mute', 'hold', 'keypad', 'notes'];
const alone: readonly Action[] = ['transfer', 'park', 'new-call'];
const both: readonly Action[] = ['complete-transfer', 'swap', 'merge'];

function actions(call: CallSnapshot, options = single): readonly Action[] {
    return controlsOf(call, options).map(({ action }) => action);
}

function enabled(call: CallSnapshot, options = single): readonly Action[] {
    return controlsOf(call, options)
        .filter(({ disabled }) => disabled === 'false')
        .map(({ action }) => action);
}

describe('c/denwaCallControls', () => {
    it('shows the buttons for two calls while there are two', () => {
        expect(actions(aConnectedCall())).toEqual([...first, ...alone]);
        expect(actions(aConnectedCall({ partnerId: 'b' }))).toEqual([...first, ...alone, ...both]);
        expect(
            actions(aConnectedCall({ partnerId: 'b' }), { canDial: true, canNote: true, consulting: true, registered: true, shortcuts })
        ).toEqual([...first, ...both]);
    });

    it('turns mute and hold into their opposites', () => {
        expect(actions(aHeldCall({ muted: true })).slice(0, 2)).toEqual(['unmute', 'resume']);
        expect(actions(aConnectedCall({ localHold: 'holding' }))[1]).toBe('hold');
    });

    it('enables what the call can do only', () => {
        expect(enabled(aCall(), { canDial: false, canNote: false, consulting: false, registered: true, shortcuts })).toEqual(['mute']);
        expect(enabled(aConnectedCall())).toEqual([...first, ...alone]);
        const can = abilities('completeTransfer');
        expect(
            enabled(aConnectedCall({ partnerId: 'b', can }), {
                canDial: false,
                canNote: true,
                consulting: true,
                registered: true,
                shortcuts
            })
        ).toEqual(['notes', 'complete-transfer']);
    });

    it('says why a button is disabled', () => {
        const why = (call: CallSnapshot, wanted: Action): string | undefined =>
            controlsOf(call, { ...single, canNote: false }).find(({ action }) => action === wanted)?.title;
        expect(why(aCall(), 'hold')).toBe('c.Denwa_Disabled_Not_Connected');
        expect(why(aHeldCall(), 'keypad')).toBe('c.Denwa_Disabled_Held');
        expect(why(aConnectedCall({ can: abilities() }), 'park')).toBe('c.Denwa_Disabled_Moment');
        expect(why(aConnectedCall(), 'notes')).toBe('c.Denwa_Disabled_No_Log');
        expect(why(aConnectedCall(), 'park')).toBeUndefined();
        const newCall = (registered: boolean): string | undefined =>
            controlsOf(aConnectedCall(), { ...single, canDial: false, registered }).find(({ action }) => action === 'new-call')?.title;
        expect([true, false].map(newCall)).toEqual(['c.Denwa_Notice_Line_Busy', 'c.Denwa_Dial_Not_Ready']);
    });
});
