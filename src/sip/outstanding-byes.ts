import type { Session } from 'sip.js/lib/api/session.js';
import type { OutgoingRequest } from 'sip.js/lib/core/messages/outgoing-request.js';
import type { OutgoingRequestMessage } from 'sip.js/lib/core/messages/outgoing-request-message.js';
import type { UserAgentCore } from 'sip.js/lib/core/user-agent-core/user-agent-core.js';
import { isFromPbx } from './response';

/**
 * The BYEs that the PBX has not answered yet. One that a lost connection swallowed would keep the other party in a dead call until the PBX
 * misses its audio, so every new connection sends them again. A PBX that had got the first one answers the second 481, which is as good.
 * Only as long as the line is open: after signing out without a connection there is nobody left to tell.
 */
export class OutstandingByes {
    readonly #messages = new Set<OutgoingRequestMessage>();

    /** Ends an established session. */
    async send(session: Session): Promise<void> {
        this.#watch(await session.bye());
    }

    /** A new connection stands. */
    repeat(core: UserAgentCore): void {
        for (const message of [...this.#messages]) this.#watch(core.request(message));
    }

    #watch(request: OutgoingRequest): void {
        const { message } = request;
        const answered = (): void => void this.#messages.delete(message);
        this.#messages.add(message);
        request.delegate = {
            onAccept: answered,
            onRedirect: answered,
            onReject: (response) => {
                if (isFromPbx(response.message)) answered();
            }
        };
    }
}
