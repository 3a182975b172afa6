import { send } from 'c/denwaCommand';
import { listen } from '../../../../../test/fixtures';

describe('c/denwaCommand', () => {
    it('reaches the panel, out of every shadow', () => {
        const outside = document.createElement('main');
        const inside = document.createElement('button');
        outside.attachShadow({ mode: 'open' }).append(inside);
        const received = listen(outside, 'command');
        send(inside, { type: 'hold', callId: 'call-1' });
        expect(received.mock.calls).toEqual([[{ type: 'hold', callId: 'call-1' }]]);
    });
});
