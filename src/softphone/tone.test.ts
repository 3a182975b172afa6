import { describe, expect, it } from '@jest/globals';
import type { Call } from '../telephony/call';
import { held, inbound, outbound, phoneWith, talking } from '../telephony/call.fake';
import { toneFor } from './tone';

const ringing: Call = { ...outbound, id: 'c2', phase: 'ringing' };
const second: Call = { ...inbound, id: 'c3' };

describe('The tone', () => {
    it.each<[string, readonly Call[], ReturnType<typeof toneFor>]>([
        ['nobody is there', [], 'none'],
        ['a call is offered', [inbound], 'ring'],
        ['two calls are offered', [inbound, second], 'ring'],
        ['a call is offered while the agent talks', [talking, second], 'call-waiting'],
        ['a call is offered while another one is on hold', [held, second], 'call-waiting'],
        ['a call is offered while this phone dials', [ringing, second], 'call-waiting'],
        ['a call is offered while the last one is hanging up', [{ ...talking, phase: 'ending' }, second], 'ring'],
        ['a call is being answered', [{ ...inbound, phase: 'answering', awaiting: 'answer' }], 'none'],
        ['a dialled call waits for its turn', [talking, { ...outbound, id: 'c2', awaiting: 'dial' }], 'none'],
        ['the other side rings', [ringing], 'ringback'],
        ['the other side rings and is heard doing so', [{ ...ringing, media: 'connected' }], 'none'],
        ['the call is up, or on hold', [talking, { ...held, id: 'c2' }], 'none'],
        ['an offered call has ended', [{ ...inbound, phase: 'ended' }], 'none']
    ])('when %s', (_name, calls, tone) => {
        expect(toneFor(phoneWith(...calls))).toBe(tone);
    });
});
