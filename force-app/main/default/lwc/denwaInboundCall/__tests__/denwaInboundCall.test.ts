import DenwaInboundCall from 'c/denwaInboundCall';
import { lateParts } from '../../../../../../src/adapter/late-view';
import {
    abilities,
    aMatch,
    anInboundCall,
    clearPage,
    find,
    holds,
    listen,
    mount,
    rendered,
    textOf,
    hasFocus,
    whyDisabled
} from '../../../../../test/fixtures';
import type { LateParts } from 'c/denwaLateParts';
import type { CallSnapshot } from '../../../../../../src/telephony/snapshot';

type Inbound = HTMLElement & { call: CallSnapshot; lateParts: LateParts };

function showInbound(call: CallSnapshot): Inbound {
    return mount('c-denwa-inbound-call', DenwaInboundCall, { call, lateParts: lateParts, shortcut: 'Ctrl+Alt+A' });
}

jest.mock('@salesforce/label/c.Denwa_With_Shortcut', () => ({ default: '{0} [{1}]' }), { virtual: true });

describe('c-denwa-inbound-call', () => {
    afterEach(clearPage);

    it('offers to answer and to decline', () => {
        const inbound = showInbound(anInboundCall());
        const commands = listen(inbound, 'command');
        expect(textOf(inbound, 'h2')).toBe('c.Denwa_Phase_Inbound');
        find(inbound, '.answer').click();
        find(inbound, '.decline').click();
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'answer', callId: 'call-1' },
            { type: 'decline', callId: 'call-1' }
        ]);
    });

    it('does not answer a call that cannot be answered yet, and says so where the focus is', async () => {
        const inbound = showInbound(anInboundCall({ can: abilities('decline') }));
        const commands = listen(inbound, 'command');
        const answer = find(inbound, '.answer');
        inbound.focus();
        expect(whyDisabled(answer)).toBe('c.Denwa_Disabled_Moment');
        answer.click();
        expect(commands).not.toHaveBeenCalled();
        inbound.call = anInboundCall();
        await rendered();
        expect(whyDisabled(answer)).toBeUndefined();
        expect(hasFocus(answer)).toBe(true);
    });

    it('says why a call comes back', () => {
        expect(holds(showInbound(anInboundCall()), '.returned')).toBe(false);
        const parked = showInbound(anInboundCall({ returned: { kind: 'park', slot: '701' } }));
        expect(textOf(parked, '.returned')).toBe('c.Denwa_Returned_Park');
        const transferred = showInbound(anInboundCall({ returned: { kind: 'transfer', target: '1005', cause: 'busy' } }));
        expect(textOf(transferred, '.returned')).toContain('c.Denwa_Returned_Transfer');
        expect(textOf(transferred, '.returned')).toContain('c.Denwa_Transfer_Busy');
    });

    it('tells the keys that answer', () => {
        const answer = find(showInbound(anInboundCall()), '.answer');
        expect(answer.title).toBe('c.Denwa_Answer [Ctrl+Alt+A]');
        expect(answer.getAttribute('aria-keyshortcuts')).toBe('Control+Alt+A');
    });

    it('takes the focus to its answer button', () => {
        const inbound = showInbound(anInboundCall());
        inbound.focus();
        expect(hasFocus(find(inbound, '.answer'))).toBe(true);
    });

    it('lets the agent choose the record beside the buttons, which stay', async () => {
        const matches = [aMatch(), aMatch({ record: { id: '004', objectType: 'Contact', name: 'Carol' } })];
        const inbound = showInbound(anInboundCall({ matches }));
        find(inbound, 'c-denwa-call-record').dispatchEvent(new CustomEvent('pick'));
        await rendered();
        expect(hasFocus(find(inbound, '.picker'))).toBe(true);
        expect([holds(inbound, '.answer'), holds(inbound, '.decline')]).toEqual([true, true]);
        await expect(inbound).toBeAccessible();
        find(inbound, '.picker').dispatchEvent(new CustomEvent('close'));
        await rendered();
        expect(hasFocus(find(inbound, 'c-denwa-call-record'))).toBe(true);
    });

    it('asks for the picker where it is not loaded yet, says so, and takes the focus to it once it is there', async () => {
        const matches = [aMatch(), aMatch({ record: { id: '004', objectType: 'Contact', name: 'Carol' } })];
        const inbound = showInbound(anInboundCall({ matches }));
        inbound.lateParts = undefined;
        const needed = listen(inbound, 'partsneeded');
        find(inbound, 'c-denwa-call-record').dispatchEvent(new CustomEvent('pick'));
        await rendered();
        expect([needed.mock.calls.length, holds(inbound, 'c-denwa-late'), holds(inbound, '.answer')]).toEqual([1, true, true]);
        inbound.lateParts = lateParts;
        await rendered();
        expect(hasFocus(find(inbound, '.picker'))).toBe(true);
    });

    it('is accessible', async () => {
        await expect(showInbound(anInboundCall({ returned: { kind: 'park', slot: null } }))).toBeAccessible();
    });
});
