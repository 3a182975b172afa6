import type { RegistrationProblem } from '../../../../../src/telephony/registration';
import type { CallSnapshot, SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/** Whether the line can take and make calls. */
export function isRegistered({ agent, connection, registration }: SoftphoneSnapshot): boolean {
    return agent.status === 'signed-in' && connection.status === 'connected' && registration.status === 'registered';
}

/** The refusal that other credentials can cure; undefined where there is none. */
export function credentialProblem({ registration }: SoftphoneSnapshot): Exclude<RegistrationProblem, 'refused'> | undefined {
    return registration.status === 'rejected' && registration.problem !== 'refused' ? registration.problem : undefined;
}

/** Null: nothing yet. */
export function lastDialled({ history }: SoftphoneSnapshot): string | null {
    return history.find(({ direction, number }) => direction === 'outbound' && number !== null)?.number ?? null;
}

/** Whether something may have to be said about the audio. */
export function isAudioTroubled({ audio }: SoftphoneSnapshot, call: CallSnapshot | undefined): boolean {
    const isUnusable = audio.microphone.status === 'unusable' || !audio.playable;
    const isHeard = audio.input === 'idle' || audio.input === 'heard';
    const isInterrupted = call?.media === 'disconnected' || call?.media === 'failed';
    return isUnusable || !isHeard || isInterrupted || (call?.quality?.problems.length ?? 0) > 0;
}
