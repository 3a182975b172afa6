import { beforeEach, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './person.fake';

describe('Turns: at most one call has audio', () => {
    let office: Office;

    beforeEach(() => {
        office = openOffice();
    });

    /** Alice talks to Bob. */
    function talk(): Office {
        office.alice.dial('1002');
        office.bob.answer();
        return office;
    }

    /** Alice talks to Bob while Carol's call rings. */
    function talkAndRing(): Office {
        talk();
        office.carol.dial('1001');
        return office;
    }

    describe('hold and resume', () => {
        it('follow the PBX, never the press', () => {
            const { alice, bob, exchange, clock } = talk();
            alice.signalling.reinvites = 'later';
            alice.send({ type: 'hold', callId: alice.call.id });
            expect(alice.call).toMatchObject({ localHold: 'holding', heldAt: null });
            expect(alice.hears).toEqual([]);
            clock.advance(500);
            alice.reinviteAnswered(exchange, alice.call);
            expect(alice.call).toMatchObject({ localHold: 'held', heldAt: 1_500 });
            alice.send({ type: 'resume', callId: alice.call.id });
            expect(alice.call.localHold).toBe('resuming');
            expect(alice.hears).toEqual([]);
            alice.reinviteAnswered(exchange, alice.call);
            expect(alice.call).toMatchObject({ localHold: 'none', heldAt: null });
            expect(alice.hears).toEqual(['1002']);
            expect(exchange.journal.slice(2)).toEqual(['1001 hold 1002', '1001 resume 1002']);
            expect(bob.call.phase).toBe('connected');
        });

        it('that are refused leave the call as it was and say so', () => {
            const { alice } = talk();
            alice.signalling.reinvites = 'refused';
            alice.send({ type: 'hold', callId: alice.call.id });
            expect(alice.call.localHold).toBe('none');
            expect(alice.hears).toEqual(['1002']);
            alice.signalling.reinvites = 'agreed';
            alice.send({ type: 'hold', callId: alice.call.id });
            alice.signalling.reinvites = 'refused';
            alice.send({ type: 'resume', callId: alice.call.id });
            expect(alice.call.localHold).toBe('held');
            expect(alice.notices).toEqual(['hold-failed', 'resume-failed']);
        });

        it('are dropped and logged while the answer to the first is on its way', () => {
            const { alice, exchange } = talk();
            alice.signalling.reinvites = 'later';
            alice.send({ type: 'hold', callId: alice.call.id });
            alice.send({ type: 'hold', callId: alice.call.id });
            alice.send({ type: 'resume', callId: alice.call.id });
            expect(exchange.journal.filter((line) => line.startsWith('1001 hold') || line.includes('resume'))).toEqual(['1001 hold 1002']);
            expect(alice.log.filter(({ message }) => message === 'Command came too late')).toHaveLength(2);
        });

        it('keep out of the way of a hold by the other party', () => {
            const { alice } = talk();
            alice.signalling.report({ type: 'call-remote-hold', callId: alice.call.id, held: true });
            alice.send({ type: 'hold', callId: alice.call.id });
            alice.send({ type: 'resume', callId: alice.call.id });
            expect(alice.call).toMatchObject({ localHold: 'none', remoteHold: true });
        });
    });

    describe('a second call', () => {
        it('is answered when the first is on hold, not before', () => {
            const { alice, carol, exchange } = talkAndRing();
            alice.signalling.reinvites = 'later';
            alice.answer();
            expect(alice.calls).toEqual(['1002 connected holding', '1003 answering awaits answer']);
            expect(alice.hears).toEqual([]);
            expect(carol.call.phase).toBe('ringing');
            alice.reinviteAnswered(exchange, alice.with(office.bob));
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected']);
            expect(alice.hears).toEqual(['1003']);
            expect(exchange.journal.slice(-2)).toEqual(['1001 hold 1002', '1001 answer']);
        });

        it('is dialled when the first is on hold, not before', () => {
            const { alice, exchange } = talk();
            alice.signalling.reinvites = 'later';
            alice.dial('1003');
            expect(alice.calls).toEqual(['1002 connected holding', '1003 dialing awaits dial']);
            expect(exchange.journal).not.toContain('1001 dial 1003');
            alice.reinviteAnswered(exchange, alice.with(office.bob));
            expect(alice.calls).toEqual(['1002 connected held', '1003 ringing']);
            expect(exchange.journal.slice(-2)).toEqual(['1001 hold 1002', '1001 dial 1003']);
        });

        it('is never heard together with the first, in no state in between', () => {
            const { alice } = talkAndRing();
            alice.answer();
            alice.send({ type: 'swap', callId: alice.call.id });
            expect(alice.hears).toEqual(['1002']);
            for (const sounds of alice.audio.sounds) expect(sounds.filter(({ speaker }) => speaker).length).toBeLessThan(2);
        });

        it('rings on when the first cannot be put on hold', () => {
            const { alice, carol } = talkAndRing();
            alice.signalling.reinvites = 'refused';
            alice.answer();
            expect(alice.calls).toEqual(['1002 connected', '1003 ringing']);
            expect(alice.hears).toEqual(['1002']);
            expect(alice.notices).toEqual(['hold-failed']);
            expect(alice.audio.heard.at(-1)).toBe('call-waiting');
            expect(carol.call.phase).toBe('ringing');
            alice.signalling.reinvites = 'agreed';
            expect(alice.answer().phase).toBe('connected');
        });

        it('is given up when the first cannot be put on hold, and was never dialled', () => {
            const { alice, exchange } = talk();
            alice.signalling.reinvites = 'refused';
            alice.dial('1003');
            expect(alice.calls).toEqual(['1002 connected', '1003 hold-failed']);
            expect(alice.call.ending?.by).toBe('system');
            expect(alice.notices).toEqual(['hold-failed']);
            expect(exchange.journal).not.toContain('1001 dial 1003');
            expect(alice.phone.snapshot.history).toEqual([]);
            expect(alice.factTypes.slice(-2)).toEqual(['call-started by agent', 'call-ended by remote']);
        });

        it('goes ahead when the first ends instead of going on hold', () => {
            const { alice, bob } = talkAndRing();
            alice.signalling.reinvites = 'later';
            alice.answer();
            bob.hangUp();
            expect(alice.calls).toEqual(['1002 hung-up', '1003 connected']);
        });

        it('that is hung up before it was dialled was never known to the PBX', () => {
            const { alice, exchange } = talk();
            alice.signalling.reinvites = 'later';
            alice.dial('1003');
            alice.hangUp();
            expect(alice.calls).toEqual(['1002 connected holding', '1003 cancelled']);
            expect(exchange.journal.at(-1)).toBe('1001 hold 1002');
            expect(alice.factTypes.slice(-2)).toEqual(['call-started by agent', 'call-ended by agent']);
            expect(alice.phone.snapshot.history).toEqual([]);
            alice.reinviteAnswered(exchange, alice.with(office.bob));
            expect(alice.calls).toEqual(['1002 connected held', '1003 cancelled']);
            alice.send({ type: 'resume', callId: alice.with(office.bob).id });
            expect(alice.with(office.bob).localHold).toBe('resuming');
        });

        it('that is hung up while it waits to be answered, or whose caller gives up, leaves the first on hold', () => {
            const { alice, carol, exchange } = talkAndRing();
            alice.signalling.reinvites = 'later';
            alice.answer();
            carol.hangUp();
            expect(alice.calls).toEqual(['1002 connected holding', '1003 cancelled']);
            carol.dial('1001');
            alice.answer();
            alice.hangUp();
            expect(carol.call.phase).toBe('ended');
            alice.reinviteAnswered(exchange, alice.with(office.bob));
            expect(alice.with(office.bob).localHold).toBe('held');
            expect(exchange.journal).not.toContain('1001 answer');
        });

        it('rings as a waiting call while the agent is on another, and as a call when nobody else is there', () => {
            const { alice, bob } = talkAndRing();
            expect(alice.audio.heard).toEqual(['none', 'ringback', 'none', 'call-waiting']);
            bob.hangUp();
            expect(alice.audio.heard.at(-1)).toBe('ring');
            alice.send({ type: 'decline', callId: alice.with(office.carol).id });
            expect(alice.audio.heard.at(-1)).toBe('none');
        });
    });

    describe('a call that waits to be resumed', () => {
        /** Alice has Bob on hold and talks to Carol. */
        function between(): Office {
            talkAndRing();
            office.alice.answer();
            return office;
        }

        it('comes back when the other one is on hold', () => {
            const { alice, bob, carol, exchange } = between();
            alice.signalling.reinvites = 'later';
            alice.send({ type: 'resume', callId: alice.with(bob).id });
            expect(alice.calls).toEqual(['1002 connected held awaits resume', '1003 connected holding']);
            alice.reinviteAnswered(exchange, alice.with(carol));
            expect(alice.calls).toEqual(['1002 connected resuming', '1003 connected held']);
            alice.reinviteAnswered(exchange, alice.with(bob));
            expect(alice.hears).toEqual(['1002']);
        });

        it('stays on hold when the other one cannot be put on hold', () => {
            const { alice, bob } = between();
            alice.signalling.reinvites = 'refused';
            alice.send({ type: 'resume', callId: alice.with(bob).id });
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected']);
            expect(alice.notices).toEqual(['hold-failed']);
        });

        it('gives way to the call that the agent dials next', () => {
            const { alice, bob, carol, exchange } = between();
            alice.signalling.reinvites = 'later';
            alice.send({ type: 'resume', callId: alice.with(bob).id });
            alice.dial('0312345678');
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected holding', '0312345678 dialing awaits dial']);
            alice.reinviteAnswered(exchange, alice.with(carol));
            expect(exchange.journal.at(-1)).toBe('1001 dial 0312345678');
        });

        it('waits for one that is just coming back, which then goes on hold again', () => {
            const { alice, bob, carol, exchange } = between();
            alice.send({ type: 'hold', callId: alice.with(carol).id });
            alice.signalling.reinvites = 'later';
            alice.send({ type: 'resume', callId: alice.with(bob).id });
            alice.send({ type: 'resume', callId: alice.with(carol).id });
            expect(alice.calls).toEqual(['1002 connected resuming', '1003 connected held awaits resume']);
            alice.reinviteAnswered(exchange, alice.with(bob));
            expect(alice.calls).toEqual(['1002 connected holding', '1003 connected held awaits resume']);
            alice.reinviteAnswered(exchange, alice.with(bob));
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected resuming']);
        });
    });

    describe('in a call', () => {
        it('mute survives hold and changes nobody else', () => {
            const { alice } = talk();
            alice.send({ type: 'mute', callId: alice.call.id, muted: true });
            expect(alice.audio.sounds.at(-1)).toMatchObject([{ microphone: false, speaker: true }]);
            alice.send({ type: 'hold', callId: alice.call.id });
            alice.send({ type: 'resume', callId: alice.call.id });
            expect(alice.audio.sounds.at(-1)).toMatchObject([{ microphone: false, speaker: true }]);
            alice.send({ type: 'mute', callId: alice.call.id, muted: false });
            expect(alice.audio.sounds.at(-1)).toMatchObject([{ microphone: true, speaker: true }]);
        });

        it('sound is told once for each change', () => {
            const { alice } = talk();
            const told = alice.audio.sounds.length;
            alice.signalling.report({ type: 'call-media', callId: alice.call.id, media: 'connected' });
            expect(alice.audio.sounds).toHaveLength(told);
            alice.signalling.report({ type: 'call-remote-hold', callId: alice.call.id, held: true });
            expect(alice.audio.sounds).toHaveLength(told + 1);
            expect(alice.audio.sounds.at(-1)?.at(0)).toMatchObject({ speaker: true, remoteHold: true });
        });

        it('digits are sent as they are; anything else is refused with a notice', () => {
            const { alice, exchange } = talk();
            alice.send({ type: 'send-digits', callId: alice.call.id, digits: '*12#' });
            for (const digits of ['', '1a', '1'.repeat(33), '<b>']) alice.send({ type: 'send-digits', callId: alice.call.id, digits });
            expect(exchange.journal.slice(2)).toEqual(['1001 digits *12#']);
            expect(alice.call.digits).toBe('*12#');
            expect(alice.notices).toEqual(['number-not-dialable']);
        });

        it('early media is heard instead of the ringback', () => {
            const { alice } = office;
            alice.dial('1002');
            alice.signalling.report({ type: 'call-media', callId: alice.call.id, media: 'connected' });
            expect(alice.audio.heard).toEqual(['none', 'ringback', 'none']);
        });
    });

    it('signing out hangs up what is up, what waits and what rings, each told once and before the phone goes', () => {
        const { alice, bob, carol } = talkAndRing();
        alice.signalling.reinvites = 'later';
        alice.dial('0312345678');
        const told = alice.facts.length;
        alice.send({ type: 'sign-out' });
        expect(alice.factTypes.slice(told)).toEqual([
            'call-ended by agent',
            'call-ended by agent',
            'call-ended by agent',
            'registration-changed by agent'
        ]);
        expect([bob.call.phase, carol.call.phase]).toEqual(['ended', 'ended']);
        expect(alice.hears).toEqual([]);
        expect(alice.audio.heard.at(-1)).toBe('none');
    });
});
