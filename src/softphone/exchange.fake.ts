import type { CallId, ReturnedCall } from '../telephony/call';
import type { RecordLink } from '../telephony/record';
import { noDetails } from '../telephony/call';
import type { EndingCause } from '../telephony/call-ending';
import type { OfferedCall } from '../telephony/signalling';
import type { LineState, TransferFailure } from '../telephony/transfer';
import { dialogOf, FakeSignalling } from './signalling.fake';

interface End {
    readonly phone: FakeSignalling;
    readonly call: CallId;
}

/** Two ends that are, or are to be, connected. */
interface Line {
    readonly caller: End;
    readonly callee: End;
    up: boolean;
}

/** A transferee on the way to the target, which rings. The line to the transferor stands until it answers. */
interface TransferUnderway {
    readonly line: Line;
    readonly transferor: End;
    readonly transferee: End;
    readonly target: End;
}

/**
 * A telephone exchange for unit tests: joins phones by their extensions and reports to each what the far side did. It keeps the order of a
 * real PBX: ringing is told before the answer, a call is up before it is transferred, and every call ends exactly once on both sides.
 */
export class FakeExchange {
    /** Everything that was asked of the exchange, in order, such as `1001 dial 1002`. */
    readonly journal: string[] = [];
    /** Added to the next offer, and to no other. */
    nextOffer: Partial<OfferedCall> = {};
    /** When the parker hears of the slot, seen from the end of its call. */
    announcesSlots: 'after' | 'before' | 'never' = 'after';
    /** What becomes of the next transfers and parkings; null: they are carried out. */
    refusal: TransferFailure | null = null;
    /** Whether a transferee whose target does not answer is called back to the transferor, or the transfer just fails. */
    givesBack = true;
    readonly #phones = new Map<string, FakeSignalling>();
    readonly #lines: Line[] = [];
    readonly #transfers: TransferUnderway[] = [];
    readonly #parked = new Map<string, { readonly party: End; readonly parker: FakeSignalling }>();
    /** Ends whose other party has been taken away, until they hang up. */
    readonly #orphans: End[] = [];
    readonly #held = new Set<string>();
    readonly #reinvites = new Map<string, { readonly end: End; readonly kind: 'hold' | 'resume' }>();
    #calls = 0;
    #slots = 700;

    phone(): FakeSignalling {
        return new FakeSignalling(this);
    }

    register(extension: string, phone: FakeSignalling): void {
        this.#phones.set(extension, phone);
    }

    unregister(extension: string): void {
        this.#phones.delete(extension);
    }

    /** The calls that the exchange has with a phone. */
    callsOf(phone: FakeSignalling): readonly { readonly callId: CallId; readonly up: boolean; readonly held: boolean }[] {
        const ends = this.#lines.flatMap(({ caller, callee, up }) => [caller, callee].map((end) => ({ end, up })));
        const targets = this.#transfers.map(({ target }) => ({ end: target, up: false }));
        const orphans = this.#orphans.map((end) => ({ end, up: true }));
        const parked = [...this.#parked.values()].map(({ party }) => ({ end: party, up: true }));
        return [...ends, ...targets, ...orphans, ...parked]
            .filter(({ end }) => end.phone === phone)
            .map(({ end, up }) => ({ callId: end.call, up, held: this.#held.has(keyOf(end)) }));
    }

    get slots(): readonly string[] {
        return [...this.#parked.keys()];
    }

    get pendingReinvites(): readonly CallId[] {
        return [...this.#reinvites.values()].map(({ end }) => end.call);
    }

    farEnd(phone: FakeSignalling, call: CallId): string {
        const line = this.#lineOf({ phone, call });
        return line ? otherEnd(line, { phone, call }).phone.extension : 'nobody';
    }

    dial(phone: FakeSignalling, call: CallId, dialString: string, about: RecordLink | null): void {
        const end = { phone, call };
        const parked = this.#parked.get(dialString);
        if (parked) return this.#retrieve(end, dialString, parked.party);
        if (dialString.startsWith('*8')) return this.#pickUp(end, dialString.slice(2));
        const target = this.#phones.get(dialString);
        if (!target) return phone.end(call, { by: 'remote', cause: 'not-found', statusCode: 404 });
        this.#ring(end, target, { record: about });
        phone.report({ type: 'call-ringing', callId: call, dialog: dialogOf(call) });
    }

    answer(phone: FakeSignalling, call: CallId): void {
        const end = { phone, call };
        phone.report({ type: 'call-connected', callId: call, dialog: dialogOf(call) });
        const transfer = this.#transfers.find(({ target }) => isSame(target, end));
        if (transfer) return this.#arrive(transfer);
        const line = this.#lineOf(end);
        if (!line) throw new Error(`The fake exchange has no call ${call}`);
        line.up = true;
        line.caller.phone.report({ type: 'call-connected', callId: line.caller.call, dialog: dialogOf(line.caller.call) });
    }

    /** From any end and in any state of the call. `cause`: of a call that is not up yet. */
    hangUp(phone: FakeSignalling, call: CallId, cause: EndingCause = 'cancelled'): void {
        const up = this.callsOf(phone).some(({ callId, up }) => callId === call && up);
        phone.end(call, { by: cause === 'busy' ? 'system' : 'local', cause: up ? 'hung-up' : cause });
        this.#disconnect({ phone, call }, cause);
    }

    #disconnect(end: End, cause: EndingCause): void {
        const line = this.#lineOf(end);
        const reached = this.#transfers.find(({ target }) => isSame(target, end));
        const left = this.#transfers.find((transfer) => transfer.line === line);
        if (reached) return this.#miss(reached, cause === 'declined' || cause === 'busy' ? cause : 'no-answer');
        if (!line) return this.#leave(end);
        remove(this.#lines, line);
        const other = otherEnd(line, end);
        if (left) {
            remove(this.#transfers, left);
            // The PBX has the transferee by now, and lets the target ring on.
            if (isSame(left.transferor, end)) return void this.#lines.push({ caller: other, callee: left.target, up: false });
            left.target.phone.end(left.target.call, { by: 'remote', cause: 'cancelled' });
        }
        other.phone.end(other.call, { by: 'remote', cause: line.up ? 'hung-up' : cause });
    }

    reinvite(phone: FakeSignalling, call: CallId, kind: 'hold' | 'resume'): void {
        const end = { phone, call };
        this.#reinvites.set(keyOf(end), { end, kind });
        if (!phone.isOnline) this.#failReinvite(end, null);
        else if (phone.reinvites !== 'later') this.answerReinvite(phone, call, phone.reinvites === 'agreed');
    }

    answerReinvite(phone: FakeSignalling, call: CallId, agreed: boolean): void {
        const end = { phone, call };
        const reinvite = this.#reinvites.get(keyOf(end));
        if (!reinvite) return;
        if (!agreed) return this.#failReinvite(end, 500);
        this.#reinvites.delete(keyOf(end));
        if (reinvite.kind === 'hold') this.#held.add(keyOf(end));
        else this.#held.delete(keyOf(end));
        phone.report({ type: reinvite.kind === 'hold' ? 'call-held' : 'call-resumed', callId: call });
    }

    transfer(phone: FakeSignalling, call: CallId, dialString: string, about: RecordLink | null): void {
        const transferor = { phone, call };
        const line = this.#lineOf(transferor);
        const target = this.#phones.get(dialString);
        if (!phone.isOnline) return phone.transferFails(call, 'connection-lost');
        const failure: TransferFailure | null = target && line ? null : { cause: 'not-found', statusCode: 404, foreseen: false };
        phone.report({ type: 'call-transfer-accepted', callId: call });
        if (!target || !line || this.refusal) return this.#refuse(transferor, this.refusal ?? failure);
        const transferee = otherEnd(line, transferor);
        const callId = this.#offer(target, transferee, { record: about }, (end) => {
            this.#transfers.push({ line, transferor, transferee, target: end });
        });
        if (this.#transfers.some((transfer) => transfer.target.call === callId)) {
            phone.report({ type: 'call-transfer-progressing', callId: call });
        }
    }

    completeTransfer(phone: FakeSignalling, call: CallId, targetId: CallId, dialString: string, about: RecordLink | null): void {
        const [first, second] = [call, targetId].map((id) => this.#lineOf({ phone, call: id }));
        if (!phone.isOnline) return phone.transferFails(call, 'connection-lost');
        if (!first || !second || this.refusal) return this.#refuse({ phone, call }, this.refusal);
        if (!second.up) {
            this.hangUp(phone, targetId);
            return this.transfer(phone, call, dialString, about);
        }
        phone.report({ type: 'call-transfer-accepted', callId: call });
        phone.report({ type: 'call-transfer-progressing', callId: call });
        const [caller, callee] = [otherEnd(first, { phone, call }), otherEnd(second, { phone, call: targetId })];
        remove(this.#lines, first);
        remove(this.#lines, second);
        this.#lines.push({ caller, callee, up: true });
        this.#identify(caller, callee.phone.extension);
        this.#identify(callee, caller.phone.extension);
        phone.end(targetId, { by: 'local', cause: 'transferred' });
        phone.end(call, { by: 'local', cause: 'transferred' });
    }

    park(phone: FakeSignalling, call: CallId): void {
        const line = this.#lineOf({ phone, call });
        if (!phone.isOnline) return phone.transferFails(call, 'connection-lost');
        if (!line || this.refusal) return this.#refuse({ phone, call }, this.refusal);
        const slot = String(++this.#slots);
        remove(this.#lines, line);
        this.#parked.set(slot, { party: otherEnd(line, { phone, call }), parker: phone });
        if (this.announcesSlots === 'before') this.#announce(phone, slot);
        phone.report({ type: 'call-transfer-accepted', callId: call });
        phone.end(call, { by: 'local', cause: 'parked' });
        if (this.announcesSlots === 'after') this.#announce(phone, slot);
    }

    /** Nobody retrieved the call: the PBX calls the parker back, and tells why if `returned` is left out. */
    recall(slot: string, returned: ReturnedCall | null = { kind: 'park', slot }): void {
        const parked = this.#parked.get(slot);
        if (!parked?.parker.isOnline) return;
        this.#parked.delete(slot);
        this.#ring(parked.party, parked.parker, { returned });
    }

    lineState(extension: string): LineState {
        const phone = this.#phones.get(extension);
        const calls = phone ? this.callsOf(phone) : [];
        if (!phone) return 'offline';
        if (calls.length === 0) return 'idle';
        return calls.some(({ up }) => up) ? 'busy' : 'ringing';
    }

    lineLost(phone: FakeSignalling): void {
        for (const { end } of [...this.#reinvites.values()]) if (end.phone === phone) this.#failReinvite(end, null);
        for (const { callId, up } of this.callsOf(phone)) {
            if (up) continue;
            phone.end(callId, { by: 'system', cause: 'connection-lost' });
            this.#disconnect({ phone, call: callId }, 'unavailable');
        }
    }

    /** A call that has ended holds nothing any more. */
    forget(phone: FakeSignalling, call: CallId): void {
        this.#held.delete(keyOf({ phone, call }));
        this.#reinvites.delete(keyOf({ phone, call }));
    }

    #ring(caller: End, target: FakeSignalling, more: Partial<OfferedCall>): void {
        this.#offer(target, caller, more, (callee) => this.#lines.push({ caller, callee, up: false }));
    }

    #offer(target: FakeSignalling, caller: End, more: Partial<OfferedCall>, connect: (end: End) => void): CallId {
        const callId = `offer-${++this.#calls}`;
        connect({ phone: target, call: callId });
        const offer = { details: noDetails, returned: null, record: null, autoAnswerAfter: null, ...this.nextOffer, ...more };
        this.nextOffer = {};
        const remote = { number: caller.phone.extension, displayName: null };
        target.report({ type: 'call-offered', callId, remote, dialog: dialogOf(callId), ...offer });
        return callId;
    }

    #retrieve(end: End, slot: string, party: End): void {
        this.#parked.delete(slot);
        this.#lines.push({ caller: end, callee: party, up: true });
        end.phone.report({ type: 'call-connected', callId: end.call, dialog: dialogOf(end.call) });
        this.#identify(party, end.phone.extension);
    }

    #pickUp(end: End, extension: string): void {
        const ringing = this.#lines.find(
            ({ callee, up }) => !up && callee.phone !== end.phone && (extension === '' || callee.phone.extension === extension)
        );
        if (!ringing) return end.phone.end(end.call, { by: 'remote', cause: 'not-found', statusCode: 404 });
        const { caller, callee } = ringing;
        remove(this.#lines, ringing);
        this.#lines.push({ caller, callee: end, up: true });
        callee.phone.end(callee.call, { by: 'remote', cause: 'answered-elsewhere' });
        end.phone.report({ type: 'call-connected', callId: end.call, dialog: dialogOf(end.call) });
        this.#identify(end, caller.phone.extension);
        caller.phone.report({ type: 'call-connected', callId: caller.call, dialog: dialogOf(caller.call) });
    }

    /** The target has answered: the transferor is out. */
    #arrive(transfer: TransferUnderway): void {
        const { line, transferor, transferee, target } = transfer;
        remove(this.#transfers, transfer);
        remove(this.#lines, line);
        this.#lines.push({ caller: transferee, callee: target, up: true });
        this.#identify(transferee, target.phone.extension);
        transferor.phone.end(transferor.call, { by: 'local', cause: 'transferred' });
    }

    /** The target did not answer. */
    #miss(transfer: TransferUnderway, cause: 'declined' | 'busy' | 'no-answer'): void {
        const { line, transferor, transferee, target } = transfer;
        remove(this.#transfers, transfer);
        if (!this.givesBack || !transferor.phone.isOnline) return this.#refuse(transferor, { cause, foreseen: false });
        remove(this.#lines, line);
        this.#orphans.push(transferor);
        this.#ring(transferee, transferor.phone, { returned: { kind: 'transfer', target: target.phone.extension, cause } });
    }

    /** An end without a line hangs up: one whose party is elsewhere, or one that is parked. */
    #leave(end: End): void {
        const orphan = this.#orphans.find((one) => isSame(one, end));
        if (orphan) remove(this.#orphans, orphan);
        for (const [slot, { party }] of this.#parked) if (isSame(party, end)) this.#parked.delete(slot);
    }

    #refuse({ phone, call }: End, failure: TransferFailure | null): void {
        phone.report({ type: 'call-transfer-failed', callId: call, failure: failure ?? { cause: 'refused', foreseen: false } });
    }

    #failReinvite(end: End, statusCode: number | null): void {
        this.#reinvites.delete(keyOf(end));
        end.phone.holdFails(end.call, statusCode);
    }

    #announce(phone: FakeSignalling, slot: string): void {
        phone.report({ type: 'slot-announced', slot: { slot, recallAfter: 300 } });
    }

    #identify({ phone, call }: End, number: string): void {
        phone.report({ type: 'call-identified', callId: call, remote: { number, displayName: null } });
    }

    #lineOf(end: End): Line | undefined {
        return this.#lines.find(({ caller, callee }) => isSame(caller, end) || isSame(callee, end));
    }
}

function otherEnd({ caller, callee }: Line, end: End): End {
    return isSame(caller, end) ? callee : caller;
}

function isSame(a: End, b: End): boolean {
    return a.phone === b.phone && a.call === b.call;
}

function keyOf({ phone, call }: End): string {
    return `${phone.extension} ${call}`;
}

function remove<T>(list: T[], item: T): void {
    const index = list.indexOf(item);
    if (index >= 0) list.splice(index, 1);
}
