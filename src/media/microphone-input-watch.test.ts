import { describe, expect, test } from '@jest/globals';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent } from '../telephony/audio';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import { MicrophoneInputWatch } from './microphone-input-watch';

class Line {
    readonly clock = new SimulatedClock(1_000_000);
    readonly events: AudioEvent[] = [];
    readonly watch = new MicrophoneInputWatch({ clock: this.clock, emit: (event) => this.events.push(event) });

    get inputs(): readonly string[] {
        return this.events.map((event) => (event.type === 'microphone-input' ? event.input : event.type));
    }

    /** What the statistics say, once a second. */
    seconds(count: number, callId: CallId, changed: boolean): void {
        for (let second = 0; second < count; second += 1) {
            this.clock.advance(1_000);
            this.watch.energy(callId, changed);
        }
    }
}

const open = (callId: CallId): CallSound => ({ callId, microphone: true, speaker: true, joined: false, remoteHold: false });
const shut = (callId: CallId): CallSound => ({ ...open(callId), microphone: false });

function talking(...callIds: readonly CallId[]): Line {
    const line = new Line();
    line.watch.sound(callIds.map(open));
    for (const callId of callIds) line.watch.microphone(callId, 'live');
    return line;
}

test('a call is heard from its first microphone to its end, which is told once', () => {
    const line = talking('alice');
    line.watch.microphone('alice', 'live');
    line.seconds(10, 'alice', true);
    line.watch.stop('alice');
    line.watch.energy('alice', false);
    expect(line.inputs).toEqual(['heard', 'idle']);
});

describe('gone or switched off', () => {
    test('for longer than a moment', () => {
        const line = talking('alice');
        line.watch.microphone('alice', 'muted');
        line.clock.advance(999);
        expect(line.inputs).toEqual(['heard']);
        line.clock.advance(1);
        line.watch.microphone('alice', 'live');
        line.watch.microphone('alice', 'lost');
        line.clock.advance(1_000);
        expect(line.inputs).toEqual(['heard', 'muted-by-system', 'heard', 'lost']);
    });

    test('and back within a moment is no news', () => {
        const line = talking('alice');
        line.watch.microphone('alice', 'lost');
        line.clock.advance(900);
        line.watch.microphone('alice', 'live');
        line.clock.advance(5_000);
        expect(line.inputs).toEqual(['heard']);
    });

    test('in one of two calls: the worst is told, and over with that call', () => {
        const line = talking('alice', 'bob');
        line.watch.microphone('alice', 'lost');
        line.clock.advance(1_000);
        line.watch.stop('alice');
        expect(line.inputs).toEqual(['heard', 'lost', 'heard']);
    });
});

describe('silent', () => {
    test('after five seconds without any energy, until there is some', () => {
        const line = talking('alice');
        line.seconds(4, 'alice', false);
        expect(line.inputs).toEqual(['heard']);
        line.seconds(1, 'alice', false);
        expect(line.inputs).toEqual(['heard', 'silent']);
        line.seconds(1, 'alice', true);
        expect(line.inputs).toEqual(['heard', 'silent', 'heard']);
    });

    test('not while the agent is muted or the call is held, and counted anew afterwards', () => {
        const line = talking('alice');
        line.seconds(4, 'alice', false);
        line.watch.sound([shut('alice')]);
        line.seconds(20, 'alice', false);
        line.watch.sound([open('alice')]);
        line.seconds(4, 'alice', false);
        expect(line.inputs).toEqual(['heard']);
        line.seconds(1, 'alice', false);
        line.watch.sound([]);
        expect(line.inputs).toEqual(['heard', 'silent', 'heard']);
    });

    test('and then another microphone: it gets its own five seconds', () => {
        const line = talking('alice');
        line.seconds(5, 'alice', false);
        line.watch.microphone('alice', 'lost');
        line.watch.microphone('alice', 'live');
        line.seconds(4, 'alice', false);
        expect(line.inputs).toEqual(['heard', 'silent', 'heard']);
    });
});
