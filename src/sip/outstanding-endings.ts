import type { Session } from 'sip.js/lib/api/session.js';
import type { Session as Dialog } from 'sip.js/lib/core/session/session.js';
import type { OutgoingInviteRequest } from 'sip.js/lib/core/messages/methods/invite.js';
import type { OutgoingRequest } from 'sip.js/lib/core/messages/outgoing-request.js';
import type { OutgoingRequestMessage } from 'sip.js/lib/core/messages/outgoing-request-message.js';
import type { UserAgentCore } from 'sip.js/lib/core/user-agent-core/user-agent-core.js';
import { UserAgentClient } from 'sip.js/lib/core/user-agents/user-agent-client.js';
import { isFromPbx } from './response';

export class OutstandingEndings {
    readonly #messages = new Set<OutgoingRequestMessage>();
    readonly #givenUp = new Map<OutgoingInviteRequest, Dialog | null>();

    async bye(session: Session): Promise<void> {
        this.#watch(await session.bye());
    }

    giveUp(invite: OutgoingInviteRequest, dialog: Dialog | null): void {
        this.#givenUp.set(invite, dialog);
    }

    refused(invite: OutgoingInviteRequest): void {
        this.#givenUp.delete(invite);
    }

    repeat(core: UserAgentCore): void {
        for (const message of [...this.#messages]) this.#watch(core.request(message));
        for (const [invite, dialog] of this.#givenUp) {
            if (invite instanceof UserAgentClient) this.#watch(core.request(invite.cancel()));
            if (dialog) this.#watch(dialog.bye());
        }
        this.#givenUp.clear();
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
