import type { Session } from 'sip.js/lib/api/session.js';
import { SessionDialog } from 'sip.js/lib/core/dialogs/session-dialog.js';
import type { IncomingResponse } from 'sip.js/lib/core/messages/incoming-response.js';
import type { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import type { OutgoingRequest } from 'sip.js/lib/core/messages/outgoing-request.js';
import type { OutgoingRequestMessage } from 'sip.js/lib/core/messages/outgoing-request-message.js';
import { SessionState as DialogState, type Session as Dialog } from 'sip.js/lib/core/session/session.js';
import type { UserAgentCore } from 'sip.js/lib/core/user-agent-core/user-agent-core.js';
import type { UserAgentClient } from 'sip.js/lib/core/user-agents/user-agent-client.js';
import { isFromPbx } from './response';

/**
 * The endings that the PBX has not confirmed yet. One that a lost connection swallowed would keep the other party in a dead call until the
 * PBX misses its audio, or let a phone ring on. Therefore every new connection tells it again. A PBX that knows already answers 481, which
 * is as good.
 * Only as long as the line is open: after signing out without a connection there is nobody left to tell.
 */
export class OutstandingEndings {
    readonly #byes = new Set<OutgoingRequestMessage>();
    /** Of inbound calls that were answered here and are to end: BYE waits for the ACK. */
    readonly #unacknowledged = new Set<SessionDialog>();
    /** INVITEs without a final response, and the early dialog of each that has one. */
    readonly #givenUp = new Map<UserAgentClient, Dialog | null>();

    /** Ends an established session. */
    async bye(session: Session): Promise<void> {
        const { dialog } = session;
        const awaitsAck = dialog instanceof SessionDialog && dialog.sessionState === DialogState.AckWait;
        if (awaitsAck) this.#unacknowledged.add(dialog);
        this.#watch(await session.bye());
        if (awaitsAck) this.#unacknowledged.delete(dialog);
    }

    /**
     * Nobody waits for what becomes of this INVITE any more. If its answer crosses the CANCEL, sip.js itself sends ACK and BYE; telling it
     * once more does no harm.
     */
    giveUp(invite: UserAgentClient, earlyDialog: Dialog | null): void {
        this.#givenUp.set(invite, earlyDialog);
    }

    /** The PBX has refused the INVITE: as for a cancelled one it does with 487. */
    refused(invite: UserAgentClient): void {
        this.#givenUp.delete(invite);
    }

    /** A new connection stands. */
    repeat(core: UserAgentCore): void {
        for (const message of [...this.#byes]) this.#watch(core.request(message));
        for (const dialog of this.#unacknowledged) this.#end(core, dialog);
        for (const [invite, earlyDialog] of this.#givenUp) this.#cancel(core, invite, earlyDialog);
    }

    /**
     * RFC 3261 section 15 lets nobody who was called send BYE before the ACK. But the ACK went to where this phone was, and Asterisk does not
     * repeat it when our answer is repeated. Without the dialog sip.js waits for it no longer.
     */
    #end(core: UserAgentCore, dialog: SessionDialog): void {
        this.#unacknowledged.delete(dialog);
        this.#watch(core.request(dialog.createOutgoingRequestMessage('BYE')));
        dialog.dispose();
    }

    /**
     * CANCEL finds the INVITE by its branch, whatever connection it comes from (RFC 3261 sections 9.1 and 17.2.3). It is too late for a call
     * that was answered meanwhile, which its own answer does not tell. Therefore BYE follows, which the caller may also send in an early
     * dialog (section 15).
     */
    #cancel(core: UserAgentCore, invite: UserAgentClient, earlyDialog: Dialog | null): void {
        // sip.js makes the message; it sends none, as the transaction ended with its connection.
        onAnswer(core.request(invite.cancel()), ({ toTag }) => {
            this.#givenUp.delete(invite);
            this.#watch(earlyDialog ? earlyDialog.bye() : core.request(byeWithTag(core, invite.message, toTag)));
        });
    }

    #watch(bye: OutgoingRequest): void {
        this.#byes.add(bye.message);
        onAnswer(bye, () => this.#byes.delete(bye.message));
    }
}

function onAnswer(request: OutgoingRequest, handle: (response: IncomingResponseMessage) => void): void {
    const settle = ({ message }: IncomingResponse): void => {
        if (isFromPbx(message)) handle(message);
    };
    request.delegate = { onAccept: settle, onRedirect: settle, onReject: settle };
}

/**
 * A BYE for a dialog of which nothing was seen: the answer to the CANCEL tells its tag (RFC 3261 section 9.2). Where to send it was in the
 * lost response; a PBX, which is an end of all its calls, goes by Call-ID and tags. From any other it is 32 s until it misses the ACK.
 */
function byeWithTag(core: UserAgentCore, invite: OutgoingRequestMessage, toTag: string): OutgoingRequestMessage {
    const { ruri, from, to, callId, fromTag, cseq } = invite;
    return core.makeOutgoingRequestMessage('BYE', ruri, from.uri, to.uri, { callId, fromTag, toTag, cseq: cseq + 1 });
}
