import { describe, expect, it } from '@jest/globals';
import type { Call } from '../telephony/call';
import { held, inbound, outbound, phoneWith, talking } from '../telephony/call.fake';
import { defaultCallSettings } from '../telephony/call-settings';
import type { PhoneCommand } from '../telephony/command';
import { takeSnapshot } from '../telephony/snapshot';
import { commandFor } from './shortcuts';

const about = { version: '', url: '', userName: '', server: null, browser: '', settingProblems: [] };

/** What the keys ask of a registered phone with these calls. */
function asked(keys: string, ...calls: readonly Call[]): PhoneCommand | null {
    return commandFor(
        keys,
        takeSnapshot(phoneWith(...calls), defaultCallSettings, about, (number) => number)
    );
}

const ANSWER = 'Ctrl+Alt+A';
const HANG_UP = 'Ctrl+Alt+E';
const HOLD = 'Ctrl+Alt+H';
const MUTE = 'Ctrl+Alt+M';
const another: Call = { ...inbound, id: 'c2', startedAt: 5 };

describe('a shortcut', () => {
    it('answers the call that has rung longest', () => {
        expect(asked(ANSWER, inbound, another)).toEqual({ type: 'answer', callId: inbound.id });
        expect(asked(ANSWER, talking, another)).toEqual({ type: 'answer', callId: another.id });
    });

    it('hangs up the call that the agent is occupied with, and declines none that only rings', () => {
        expect(asked(HANG_UP, talking)).toEqual({ type: 'hang-up', callId: talking.id });
        expect(asked(HANG_UP, outbound)).toEqual({ type: 'hang-up', callId: outbound.id });
        expect(asked(HANG_UP, another, talking)).toEqual({ type: 'hang-up', callId: talking.id });
        expect(asked(HANG_UP, held, { ...talking, id: 'c2' })).toEqual({ type: 'hang-up', callId: 'c2' });
        expect(asked(HANG_UP, inbound)).toBeNull();
    });

    it('holds and resumes', () => {
        expect(asked(HOLD, talking)).toEqual({ type: 'hold', callId: talking.id });
        expect(asked(HOLD, held)).toEqual({ type: 'resume', callId: held.id });
        expect(asked(HOLD, { ...talking, localHold: 'holding' })).toBeNull();
    });

    it('mutes and unmutes', () => {
        expect(asked(MUTE, talking)).toEqual({ type: 'mute', callId: talking.id, muted: true });
        expect(asked(MUTE, { ...talking, muted: true })).toEqual({ type: 'mute', callId: talking.id, muted: false });
    });

    it('does nothing where there is nothing to do', () => {
        expect([ANSWER, HANG_UP, HOLD, MUTE].map((keys) => asked(keys))).toEqual([null, null, null, null]);
        expect([ANSWER, HANG_UP, HOLD, MUTE].map((keys) => asked(keys, { ...talking, phase: 'ended' }))).toEqual([null, null, null, null]);
        expect(asked(ANSWER, talking)).toBeNull();
        expect(asked('Ctrl+Alt+X', inbound)).toBeNull();
    });

    it('is what the agent has made of it; an empty one is none', () => {
        const state = phoneWith(inbound);
        const shortcuts = { ...state.preferences.shortcuts, answer: 'F4', mute: '' };
        const preferences = { ...state.preferences, shortcuts };
        const snapshot = takeSnapshot({ ...state, preferences }, defaultCallSettings, about, (number) => number);
        expect(commandFor('F4', snapshot)).toEqual({ type: 'answer', callId: inbound.id });
        expect([commandFor(ANSWER, snapshot), commandFor('', snapshot)]).toEqual([null, null]);
    });
});
