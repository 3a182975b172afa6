import DenwaCallLog from 'c/denwaCallLog';
import type { CallLog } from '../../../../../../src/telephony/call-log';
import type { CrmState } from '../../../../../../src/telephony/crm';
import type { RecordLink } from '../../../../../../src/telephony/record';
import { aLog, aWaitingLog, clearPage, find, holds, listen, mount, pressKey, rendered, textOf } from '../../../../../test/fixtures';

// As postMessage would: jsdom has no structuredClone.
const { serialize } = jest.requireActual<{ serialize(value: unknown): unknown }>('node:v8');

interface Log extends HTMLElement {
    log: CallLog;
    crm: CrmState;
    readonly typing?: boolean;
}

const nothing: CrmState = { viewed: null, dispositions: [], clickToDial: 'on' };
const bob: RecordLink = { id: '003', objectType: 'Contact', name: 'Bob' };
const order: RecordLink = { id: '500', objectType: 'Case', name: '00001026' };

function showLog(log: CallLog, crm = nothing): Log {
    return mount<{ log: CallLog; crm: CrmState }>('c-denwa-call-log', DenwaCallLog, { log, crm });
}

async function update(shown: Log, log: CallLog): Promise<void> {
    shown.log = log;
    await rendered();
}

function textarea(shown: Log): HTMLTextAreaElement {
    return find<HTMLTextAreaElement>(shown, 'textarea');
}

function write(shown: Log, text: string): void {
    textarea(shown).value = text;
    textarea(shown).dispatchEvent(new CustomEvent('input'));
}

describe('c-denwa-call-log', () => {
    afterEach(clearPage);

    it('sends what is written as it is written', () => {
        const shown = showLog(aLog());
        const commands = listen(shown, 'command');
        write(shown, 'ab');
        expect(commands.mock.calls.flat()).toEqual([{ type: 'edit-log', callId: 'call-1', notes: 'ab' }]);
    });

    it('lets what is being written win, and leaves the caret where it is', async () => {
        const shown = showLog(aLog());
        textarea(shown).focus();
        write(shown, 'abc');
        textarea(shown).setSelectionRange(1, 1);
        await update(shown, aLog({ notes: 'ab' }));
        expect([textarea(shown).value, textarea(shown).selectionStart, shown.typing]).toEqual(['abc', 1, true]);
    });

    it('shows what was written elsewhere, and another log at once', async () => {
        const shown = showLog(aLog({ notes: 'old' }));
        expect(textarea(shown).value).toBe('old');
        await update(shown, aLog({ notes: 'new' }));
        expect(textarea(shown).value).toBe('new');
        textarea(shown).focus();
        await update(shown, aLog({ callId: 'call-2', notes: 'other' }));
        expect(textarea(shown).value).toBe('other');
    });

    it('has a list of dispositions where the org has any', async () => {
        const shown = showLog(aLog());
        expect(holds(shown, 'select')).toBe(false);
        shown.crm = { ...nothing, dispositions: [{ value: 'solved', label: 'Solved' }] };
        await rendered();
        const commands = listen(shown, 'command');
        const select = find<HTMLSelectElement>(shown, 'select');
        expect(select.value).toBe('');
        for (const value of ['solved', '']) {
            select.value = value;
            select.dispatchEvent(new CustomEvent('change'));
        }
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'edit-log', callId: 'call-1', disposition: 'solved' },
            { type: 'edit-log', callId: 'call-1', disposition: null }
        ]);
        await update(shown, aLog({ disposition: 'solved' }));
        expect(select.value).toBe('solved');
    });

    it('shows what the call is related to, and lets go of it without losing the focus', async () => {
        const shown = showLog(aLog({ who: bob, what: order }));
        const commands = listen(shown, 'command');
        find(shown, "[data-part='who']").focus();
        find(shown, "[data-part='who']").click();
        find(shown, "[data-part='what']").click();
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'edit-log', callId: 'call-1', who: null },
            { type: 'edit-log', callId: 'call-1', what: null }
        ]);
        await update(shown, aLog());
        expect(holds(shown, '.related')).toBe(false);
        expect(document.activeElement?.tagName).toBe('SECTION');
    });

    it.each([
        ['a contact, with whom it was', bob, { who: bob }],
        ['a lead, with whom it was', { ...bob, objectType: 'Lead' }, { who: { ...bob, objectType: 'Lead' } }],
        ['anything else, which it was about', order, { what: order }],
        [
            'the contact of a person account',
            { id: '001', objectType: 'Account', name: 'Carol', contactId: '009' },
            { who: { id: '009', objectType: 'Contact', name: 'Carol' } }
        ]
    ] as [string, RecordLink, object][])('relates the call to the record in front of the agent: %s', (_case, viewed, edit) => {
        const shown = showLog(aLog(), { ...nothing, viewed });
        const commands = listen(shown, 'command');
        find(shown, '.relate').click();
        const [command] = commands.mock.calls[0] as [object];
        expect(command).toEqual({ type: 'edit-log', callId: 'call-1', ...edit });
        expect(() => serialize(command)).not.toThrow();
    });

    it.each([
        ['nothing', aLog(), null],
        ['what it is related to already', aLog({ who: bob }), bob],
        [
            'the person behind whom it is related to',
            aLog({ who: bob }),
            { id: '001', objectType: 'Account', name: 'Bob', contactId: '003' }
        ],
        ['what no call is about', aLog(), { ...bob, objectType: 'Task' }],
        ['a log that is saved', aLog({ status: 'saved' }), bob]
    ] as [string, CallLog, RecordLink | null][])('does not offer to relate the call to %s', (_case, log, viewed) => {
        expect(holds(showLog(log, { ...nothing, viewed }), '.relate')).toBe(false);
    });

    it('says in words what becomes of it, and counts down to the moment when it is saved', async () => {
        const shown = showLog(aLog());
        const seen = (): readonly unknown[] => [textOf(shown, '[role=status]'), holds(shown, 'c-denwa-timer'), holds(shown, '.save')];
        expect(seen()).toEqual(['c.Denwa_Log_Open', false, false]);
        await update(shown, aWaitingLog());
        expect(seen()).toEqual(['c.Denwa_Log_Wrap_Up', true, true]);
        await update(shown, aLog({ status: 'saving' }));
        expect(seen()).toEqual(['c.Denwa_Log_Saving', false, true]);
        await update(shown, aLog({ status: 'failed' }));
        expect(seen()).toEqual(['c.Denwa_Log_Failed', false, true]);
        await update(shown, aLog({ status: 'saved' }));
        expect(seen()).toEqual(['c.Denwa_Log_Saved', false, true]);
    });

    it('is saved by its button and by a key, and not again while that is under way', async () => {
        const shown = showLog(aWaitingLog());
        const commands = listen(shown, 'command');
        find(shown, '.save').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'save-log', callId: 'call-1' }]);
        textarea(shown).focus();
        write(shown, 'a');
        commands.mockClear();
        pressKey(textarea(shown), 'Enter', { ctrlKey: true });
        expect(shown.typing).toBe(false);
        await update(shown, aLog({ status: 'saving' }));
        find(shown, '.save').click();
        pressKey(textarea(shown), 'Enter', { ctrlKey: true });
        expect(textarea(shown).readOnly).toBe(true);
        expect(commands.mock.calls.flat()).toEqual([{ type: 'save-log', callId: 'call-1' }]);
    });

    it('cannot be saved before the call is over', () => {
        const shown = showLog(aLog());
        const commands = listen(shown, 'command');
        pressKey(textarea(shown), 'Enter', { ctrlKey: true });
        expect(commands).not.toHaveBeenCalled();
    });

    it('closes by its button and by Escape; a saved one for good', async () => {
        const shown = showLog(aWaitingLog());
        const closed = listen(shown, 'close');
        const commands = listen(shown, 'command');
        find(shown, '.denwa-sheet-head .denwa-close').click();
        pressKey(textarea(shown), 'Escape', { isComposing: true });
        pressKey(textarea(shown), 'Escape');
        expect([closed.mock.calls.length, commands.mock.calls.length]).toEqual([2, 0]);
        await update(shown, aLog({ status: 'saved' }));
        find(shown, '.denwa-sheet-head .denwa-close').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'close-log', callId: 'call-1' }]);
    });

    it('takes the focus behind what is written', () => {
        const shown = showLog(aLog({ notes: 'abc' }));
        shown.focus();
        expect([document.activeElement, textarea(shown).selectionStart]).toEqual([textarea(shown), 3]);
        expect(shown.typing).toBe(false);
    });

    it.each([
        aLog(),
        aWaitingLog({ notes: 'a', who: bob, what: order }),
        aLog({ status: 'saving' }),
        aLog({ status: 'failed' }),
        aLog({ status: 'saved' })
    ])('is accessible: $status', async (log) => {
        const crm = {
            ...nothing,
            viewed: { id: '006', objectType: 'Opportunity', name: 'Deal' },
            dispositions: [{ value: 'a', label: 'A' }]
        };
        await expect(showLog(log, crm)).toBeAccessible();
    });
});
