import type { SoftphoneCommand } from '../../../../../src/telephony/command';

/** Asks the phone for something: one press, one command. It travels up from any part of the panel to the panel. */
export function send(component: EventTarget, command: SoftphoneCommand): void {
    component.dispatchEvent(new CustomEvent<SoftphoneCommand>('command', { bubbles: true, composed: true, detail: command }));
}
