import type { Call, CallId } from '../telephony/call';
import { newCall } from '../telephony/new-call';
import type { Origin } from '../telephony/origin';
import { callAbilities, canTake, findCall, liveCalls } from '../telephony/selectors';
import type { OfferedCall } from '../telephony/signalling';
import { attempt } from './effects';
import type { HistoryKeeper } from './history-keeper';
import type { Parking } from './parking';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';
import type { Transfers } from './transfers';
import type { Turns } from './turns';

interface Rooms {
    readonly turns: Turns;
    readonly transfers: Transfers;
    readonly parking: Parking;
    readonly history: HistoryKeeper;
}

/** What becomes of an inbound call: it rings, answers itself, brings back a call that was given away, or hears busy. */
export class Arrivals {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'signalling' | 'audio' | 'clock' | 'logger' | 'settings'>;
    readonly #rooms: Rooms;

    constructor(store: Store, parts: Pick<SoftphoneParts, 'signalling' | 'audio' | 'clock' | 'logger' | 'settings'>, rooms: Rooms) {
        this.#store = store;
        this.#parts = parts;
        this.#rooms = rooms;
    }

    offered({ callId, remote, details, dialog, record, autoAnswerAfter, ...offer }: OfferedCall): void {
        const { signalling, clock } = this.#parts;
        const { transfers, parking } = this.#rooms;
        const stale = transfers.staleCall({ remote, ...offer });
        const parked = parking.recalledBy({ remote, ...offer });
        const call = newCall({
            id: callId,
            direction: 'inbound',
            origin: 'remote',
            startedAt: clock.now(),
            remote,
            details,
            dialog,
            returned: offer.returned ?? (parked && { kind: 'park', slot: parked.slot }),
            record: (parked ?? stale)?.record ?? transfers.returnedRecord({ remote, ...offer }) ?? record
        });
        if (parked) parking.recalled(parked, call);
        if (!stale) return this.#take(call, autoAnswerAfter);
        this.#store.apply({ type: 'call-ending', callId: stale.id, origin: 'remote' }, 'remote');
        signalling.hangUp(stale.id);
        // After its end, which gives way to the call that takes its place.
        this.#store.perform(() => this.#take(call, autoAnswerAfter, stale.id));
    }

    /** `replaced`: a call that counts no more, though it may not have ended yet. */
    #take(call: Call, autoAnswerAfter: number | null, replaced: CallId | null = null): void {
        const { settings } = this.#parts;
        const state = { ...this.#store.state, calls: this.#store.state.calls.filter(({ id }) => id !== replaced) };
        if (state.agent.status === 'signed-out' || !canTake(state, settings())) return this.#refuse(call);
        const isFree = liveCalls(state).length === 0;
        this.#store.apply({ type: 'call-started', call }, 'remote');
        if (!isFree) return;
        if (autoAnswerAfter !== null && settings().autoAnswer) return this.#answerAfter(autoAnswerAfter, call.id, 'remote');
        const { autoAnswerSeconds } = state.preferences;
        if (autoAnswerSeconds !== null) this.#answerAfter(autoAnswerSeconds, call.id, 'agent');
    }

    /** A caller who comes while the line is taken hears busy. The CRM and the history still learn of the attempt. */
    #refuse(call: Call): void {
        const { signalling, logger } = this.#parts;
        const { parking, history } = this.#rooms;
        logger.info('Refused a call: the line is taken', { callId: call.id });
        signalling.decline(call.id, 'busy');
        parking.notAnswered(call.id);
        const ended: Call = { ...call, phase: 'ended', endedAt: call.startedAt, ending: { by: 'system', cause: 'busy' } };
        this.#store.publish({ type: 'call-ended', call: ended, origin: 'remote' });
        history.add(ended);
    }

    /** `origin`: who wants it, the PBX or the agent. */
    #answerAfter(seconds: number, callId: CallId, origin: 'remote' | 'agent'): void {
        this.#parts.clock.after(seconds * 1000, () =>
            this.#store.perform(() => {
                if (origin === 'remote' || this.#isWelcome()) this.#answerItself(callId, origin);
            })
        );
    }

    /** Whether the agent still wants calls to answer themselves. */
    #isWelcome(): boolean {
        const { preferences, agentStatus } = this.#store.state;
        const isWished = this.#parts.settings().agentAutoAnswer && preferences.autoAnswerSeconds !== null;
        return isWished && (agentStatus === null || agentStatus.current.kind === 'ready');
    }

    /** Only while the agent is free: nobody is put on hold for a call that the agent did not ask for. */
    #answerItself(callId: CallId, origin: Origin): void {
        const { audio, logger, settings } = this.#parts;
        const { state } = this.#store;
        const call = findCall(state, callId);
        if (!call || !callAbilities(state, call, settings()).answer || liveCalls(state).length > 1) return;
        attempt(logger, 'beep', () => audio.beep());
        this.#rooms.turns.answer(call, origin);
    }
}
