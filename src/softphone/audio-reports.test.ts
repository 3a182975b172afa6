import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AudioDeviceChange } from '../telephony/audio';
import type { CallQuality } from '../telephony/call-quality';
import type { NoticeCode } from '../telephony/notice';
import { openOffice, type Office } from './person.fake';

const quality: CallQuality = {
    now: { mos: 3.1, packetLoss: 4, jitter: 40, roundTrip: 300 },
    overall: { mos: 4.2, packetLoss: 0.3, jitter: 8, roundTrip: null },
    problems: ['packet-loss', 'jitter']
};

describe('What the audio reports', () => {
    let office: Office;

    beforeEach(() => {
        office = openOffice();
        office.alice.dial('1002');
        office.bob.answer();
    });

    it.each<[AudioDeviceChange['device'], AudioDeviceChange['change'], NoticeCode | null]>([
        ['microphone', 'unplugged', 'microphone-unplugged'],
        ['microphone', 'replaced', 'microphone-replaced'],
        ['microphone', 'returned', 'microphone-returned'],
        ['microphone', 'system-default', 'audio-system-default'],
        ['microphone', 'withdrawn', 'microphone-withdrawn'],
        ['speaker', 'unplugged', 'speaker-unplugged'],
        ['speaker', 'replaced', 'speaker-replaced'],
        ['speaker', 'returned', 'speaker-returned'],
        ['ringer', 'unplugged', null],
        ['ringer', 'replaced', 'ringer-replaced'],
        ['ringer', 'returned', 'ringer-returned']
    ])('of a device becomes a notice, and the call goes on: %s %s', (device, change, code) => {
        const { alice } = office;
        alice.audio.events.emit({ type: 'audio-device-changed', device, change, label: 'Headset' });
        expect(alice.phone.snapshot.notices).toMatchObject(code === null ? [] : [{ code, detail: 'Headset' }]);
        expect(alice.call.phase).toBe('connected');
    });

    it('of a new system default is told once for all that plays and listens', () => {
        const { alice } = office;
        for (const device of ['microphone', 'speaker', 'ringer'] as const) {
            alice.audio.events.emit({ type: 'audio-device-changed', device, change: 'system-default', label: 'Speakers' });
        }
        expect(alice.notices).toEqual(['audio-system-default']);
    });

    it('of a call’s quality is in the call, and its sum in the history', () => {
        const { alice } = office;
        const { id: callId } = alice.call;
        expect(alice.call.quality).toBeNull();
        alice.audio.events.emit({ type: 'call-quality', callId, quality });
        expect(alice.call.quality).toEqual(quality);
        alice.hangUp();
        alice.audio.events.emit({ type: 'call-quality', callId, quality: { ...quality, problems: [] } });
        expect(alice.call.quality).toEqual(quality);
        expect(alice.phone.snapshot.history).toMatchObject([{ quality: quality.overall }]);
        expect(office.bob.phone.snapshot.history).toMatchObject([{ quality: null }]);
    });

    it('of tests is what the agent has asked for', () => {
        const { alice } = office;
        alice.send({ type: 'measure-microphone', on: true });
        alice.send({ type: 'test-sound', output: 'ringer' });
        expect(alice.phone.snapshot.audio).toMatchObject({ level: 0, testing: 'ringer' });
        alice.send({ type: 'measure-microphone', on: false });
        expect(alice.phone.snapshot.audio.level).toBeNull();
    });

    it('is nothing where there is no audio at all, and the phone goes on', () => {
        const { alice } = office;
        const broken = (): never => {
            throw new Error('no output');
        };
        for (const method of ['measureMicrophone', 'testSound', 'choose'] as const) {
            jest.spyOn(alice.audio, method).mockImplementation(broken);
        }
        alice.send({ type: 'measure-microphone', on: true });
        alice.send({ type: 'test-sound', output: 'speaker' });
        alice.send({ type: 'set-preferences', preferences: { ringVolume: 10 } });
        expect(alice.phone.snapshot.preferences.ringVolume).toBe(10);
        const failures = alice.log.filter(({ level }) => level === 'error').map(({ fields }) => fields.effect);
        expect(failures).toEqual(['measure-microphone', 'test-sound', 'choose']);
    });
});
