import { outsideNumbers, type TestPbx } from '../../test-pbx';
import { canPress, fill, noCalls, press, shown, untilHeard } from './handling';
import { measureOperations, type OperationTimes } from './operations';
import type { Moment } from './page/recorder';
import type { OpenPhone, Phone } from './phone';
import { at, moments, record } from './recording';

/** Milliseconds that each span took in one run. */
export interface Sample extends OperationTimes {
    /** Page begins to load → registered shown. */
    readonly registered: number;
    /** Click on dial → INVITE leaves. */
    readonly invite: number;
    /** INVITE → ringing shown. */
    readonly ringing: number;
    /** The page's share of that: 180 arrives → ringing shown. */
    readonly rendering: number;
    /** Click on answer → first audio packet. */
    readonly audio: number;
}

/** The number of `contactWithMobile`, as the network presents it. */
const CALLER = '09012345678';

/** Opens the phone in a fresh page, lets it register and do everything once, and closes it. Rejects if something does not come about. */
export async function measure(open: OpenPhone, pbx: TestPbx): Promise<Sample> {
    const phone = await open();
    try {
        await shown(phone, phone.words.registered);
        const loaded = await moments(phone);
        await phone.show();
        const outbound = await record(phone, () => dialAndHangUp(phone));
        await noCalls(pbx);
        const inbound = await record(phone, () => answerAndHangUp(phone, pbx));
        await noCalls(pbx);
        return {
            registered: at(loaded, 'shown', phone.words.registered),
            ...outboundSpans(outbound, phone),
            audio: at(inbound, 'audio') - at(inbound, 'click'),
            ...(await measureOperations(phone, pbx))
        };
    } finally {
        await phone.close();
    }
}

async function dialAndHangUp(phone: Phone): Promise<void> {
    await fill(phone, 'number', outsideNumbers.ringsOn);
    await press(phone, 'dial');
    await shown(phone, phone.words.ringing);
    await press(phone, 'hangUp');
}

async function answerAndHangUp(phone: Phone, pbx: TestPbx): Promise<void> {
    const caller = await pbx.ring({ extension: phone.account.number, callerNumber: CALLER, says: 'tone' });
    await canPress(phone, 'answer');
    await phone.callerShown();
    await untilHeard(phone, () => press(phone, 'answer'));
    await press(phone, 'hangUp');
    await caller.ended();
}

function outboundSpans(outbound: readonly Moment[], { words }: Phone): Pick<Sample, 'invite' | 'ringing' | 'rendering'> {
    const click = at(outbound, 'click');
    // The first one: that the PBX challenges it belongs to the way from INVITE to ringing.
    const invite = at(outbound, 'sent', 'INVITE ');
    const ringing = at(outbound, 'shown', words.ringing);
    return { invite: invite - click, ringing: ringing - invite, rendering: ringing - at(outbound, 'received', 'SIP/2.0 180 ') };
}
