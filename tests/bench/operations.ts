import { outsideNumbers, type TestPbx } from '../../test-pbx';
import { canPress, fill, noCalls, press, shown, untilHeard } from './handling';
import type { Button, Phone } from './phone';
import { at, record } from './recording';

/** Milliseconds from a click to what it is to bring about. */
export interface OperationTimes {
    /** Click on hold → on hold shown: the PBX has agreed. */
    readonly hold: number;
    /** Click on transfer now → transferred shown: the target has answered. */
    readonly blindTransfer: number;
    /** Click on complete transfer → transferred shown. */
    readonly attendedTransfer: number;
    /** Click on park → the slot shown. */
    readonly park: number;
}

/** Answers and is heard. An extension's line state would be asked for first, which only Denwa does. */
const TARGET = outsideNumbers.tone;
const SLOT = /^7\d\d$/;

/** Does each of them once, in a call of its own. Rejects if one does not come about. */
export async function measureOperations(phone: Phone, pbx: TestPbx): Promise<OperationTimes> {
    const { words } = phone;
    return {
        hold: await inCall(phone, pbx, () => timed(phone, 'hold', words.held)),
        blindTransfer: await inCall(phone, pbx, async () => {
            await nameTarget(phone);
            return timed(phone, 'transferNow', words.transferred);
        }),
        attendedTransfer: await inCall(phone, pbx, async () => {
            await nameTarget(phone);
            await untilHeard(phone, () => press(phone, 'consult'));
            await canPress(phone, 'completeTransfer');
            return timed(phone, 'completeTransfer', words.transferred);
        }),
        park: await inCall(phone, pbx, () => timed(phone, 'park', SLOT))
    };
}

/** A caller who withholds the number, so that no record opens meanwhile, is answered; in the end the caller hangs up, wherever they are by then. */
async function inCall(phone: Phone, pbx: TestPbx, operate: () => Promise<number>): Promise<number> {
    const caller = await pbx.ring({ extension: phone.account.number, says: 'tone' });
    await untilHeard(phone, () => press(phone, 'answer'));
    const time = await operate();
    await caller.hangUp();
    await noCalls(pbx);
    return time;
}

async function nameTarget(phone: Phone): Promise<void> {
    await phone.openTransfer();
    await fill(phone, 'transferTarget', TARGET);
}

async function timed(phone: Phone, name: Button, result: string | RegExp): Promise<number> {
    let text = '';
    const recorded = await record(phone, async () => {
        await press(phone, name);
        text = await shown(phone, result);
    });
    return at(recorded, 'shown', text) - at(recorded, 'click');
}
