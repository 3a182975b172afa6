import { assertNever } from '../base/assert-never';
import type { Logger } from '../base/logger';
import type { SignallingEvent } from '../telephony/signalling';

/** One line per event, with the SIP Call-ID that finds the call in the log of the PBX. */
export function logEvent(logger: Logger, event: SignallingEvent): void {
    switch (event.type) {
        case 'connection-connecting':
            return logger.debug(event.type, { attempt: event.attempt });
        case 'connection-lost':
            return logger.warn(event.type, { problem: event.problem, attempt: event.attempt, retryAt: event.retryAt });
        case 'registration-rejected':
            return logger.error(event.type, { problem: event.problem, statusCode: event.statusCode });
        case 'registration-registering':
            return logger.debug(event.type);
        case 'connection-established':
        case 'connection-closed':
        case 'registration-registered':
        case 'registration-unregistered':
            return logger.info(event.type);
        case 'call-held':
        case 'call-resumed':
        case 'call-identified':
        case 'call-transfer-accepted':
        case 'call-transfer-progressing':
            return logger.info(event.type, { callId: event.callId });
        case 'call-remote-hold':
            return logger.info(event.type, { callId: event.callId, held: event.held });
        case 'call-hold-failed':
            return logger.error(event.type, { callId: event.callId, statusCode: event.statusCode });
        case 'call-transfer-failed':
            return logger.warn(event.type, { callId: event.callId, cause: event.failure.cause, statusCode: event.failure.statusCode });
        case 'slot-announced':
            return logger.info(event.type, { slot: event.slot.slot });
        case 'call-media':
            return logger.debug(event.type, { callId: event.callId, media: event.media });
        case 'call-offered':
        case 'call-ringing':
        case 'call-connected':
            return logger.info(event.type, { callId: event.callId, sipCallId: event.dialog.callId });
        case 'call-ended':
            return logger.info(event.type, { callId: event.callId, sipCallId: event.dialog?.callId, ...event.ending });
        default:
            return assertNever(event);
    }
}
