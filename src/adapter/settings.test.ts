import { describe, expect, it } from '@jest/globals';
import type { StatusSignal } from '../telephony/agent-status';
import { defaultSettings, readSettings, type Settings } from './settings';

/** Items of one section. */
const section = (name: string, values: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
    new Map(Object.entries(values).map(([item, value]) => [`/${name}/${item}`, value]));

/** What is read beside a usable address, and the names of the wrong items. */
function reading(items: ReadonlyMap<string, string>): { readonly settings: Settings; readonly invalid: readonly string[] } {
    const { settings, problems } = readSettings(new Map([['/denwaPbx/denwaPbxServer', 'wss://pbx.example.com/ws'], ...items]));
    return { settings, invalid: problems.map(({ key }) => key.replace(/.*\//, '')) };
}

describe('the call center definition', () => {
    it('means the defaults where it says nothing', () => {
        expect(reading(new Map())).toEqual({ settings: defaultSettings, invalid: [] });
        expect(reading(section('denwaCalls', { denwaPickupCode: ' ' })).settings.calls.pickupCode).toBe('*8');
    });

    it('is taken as the administrator wrote it: calls', () => {
        const { settings, invalid } = reading(
            section('denwaCalls', {
                denwaAutoAnswer: 'TRUE',
                denwaCallWaiting: 'false',
                denwaParkExtension: '-',
                denwaParkRecallSeconds: '60',
                denwaPickupCode: '**',
                denwaDialledNumberHeader: 'P-Called-Party-ID',
                denwaHistoryLimit: '500'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.calls).toEqual({
            ...defaultSettings.calls,
            autoAnswer: true,
            callWaiting: false,
            parkExtension: null,
            parkRecallSeconds: 60,
            pickupCode: '**',
            headers: { ...defaultSettings.calls.headers, dialledNumber: 'P-Called-Party-ID' },
            historyLimit: 500
        });
    });

    it('is taken as the administrator wrote it: dial plan', () => {
        const { settings, invalid } = reading(
            section('denwaDialPlan', {
                denwaOutsideLinePrefix: '0',
                denwaExtensions: '4',
                denwaParkingRange: '-',
                denwaCallerIdPrefixes: 'false',
                denwaConfirm: 'International, 0570'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.dialPlan).toEqual({
            ...defaultSettings.dialPlan,
            outsideLinePrefix: '0',
            extensions: { shortest: 4, longest: 4 },
            parkingRange: null,
            callerIdPrefixes: []
        });
        expect(settings.calls.confirmedKinds).toEqual(['international', '0570']);
        expect(reading(section('denwaDialPlan', { denwaConfirm: '-' })).settings.calls.confirmedKinds).toEqual([]);
    });

    it('is taken as the administrator wrote it: screen pop', () => {
        const { settings, invalid } = reading(
            section('denwaScreenPop', {
                denwaPopWhen: 'answered',
                denwaPopInternal: 'true',
                denwaPopNoMatch: 'case',
                denwaPopManyMatches: 'search',
                denwaPopByLayout: 'true'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.crm.screenPop).toEqual({
            when: 'answered',
            internal: true,
            noMatch: 'Case',
            manyMatches: 'search',
            bySoftphoneLayout: true
        });
    });

    it('is taken as the administrator wrote it: call log', () => {
        const { settings, invalid } = reading(
            section('denwaCallLog', {
                denwaLogCalls: 'inbound、unanswered',
                denwaWrapUpSeconds: '0',
                denwaDispositions: '成約, 見込み, 成約, 不在',
                denwaDispositionField: 'Call_Result__c',
                denwaBusinessLabelField: 'Label__c',
                denwaHoldSecondsField: '-',
                denwaQualityField: 'Quality__c'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.crm.callLog).toEqual({
            inbound: true,
            outbound: false,
            internal: false,
            unanswered: true,
            wrapUpSeconds: 0,
            dispositions: ['成約', '見込み', '不在'],
            fields: { disposition: 'Call_Result__c', businessLabel: 'Label__c', holdSeconds: null, quality: 'Quality__c' }
        });
    });

    it('is taken as the administrator wrote it: panel', () => {
        const { settings, invalid } = reading(
            section('denwaPanel', {
                denwaEchoExtension: '*43',
                denwaAgentAutoAnswer: 'false',
                denwaShortcutAnswer: 'F4',
                denwaShortcutHangUp: ' shift + ctrl + e ',
                denwaShortcutHold: '-'
            })
        );
        expect(invalid).toEqual([]);
        expect(settings.calls).toEqual({
            ...defaultSettings.calls,
            echoExtension: '*43',
            agentAutoAnswer: false,
            shortcuts: { answer: 'F4', 'hang-up': 'Ctrl+Shift+E', hold: '', mute: 'Ctrl+Alt+M' }
        });
    });

    it.each([
        ['denwaCalls', 'denwaAutoAnswer', 'yes'],
        ['denwaCalls', 'denwaCallWaiting', '1'],
        ['denwaCalls', 'denwaParkExtension', 'park me'],
        ['denwaCalls', 'denwaParkRecallSeconds', '4'],
        ['denwaCalls', 'denwaParkRecallSeconds', '12.5'],
        ['denwaCalls', 'denwaPickupCode', '*8<script>'],
        ['denwaCalls', 'denwaBusinessLabelHeader', 'X-Label: evil'],
        ['denwaCalls', 'denwaQueueHeader', 'X Queue'],
        ['denwaCalls', 'denwaHistoryLimit', '0'],
        ['denwaDialPlan', 'denwaOutsideLinePrefix', 'zero'],
        ['denwaDialPlan', 'denwaExtensions', '9-3'],
        ['denwaDialPlan', 'denwaParkingRange', '720'],
        ['denwaDialPlan', 'denwaConfirm', 'international, emergency'],
        ['denwaScreenPop', 'denwaPopWhen', 'always'],
        ['denwaScreenPop', 'denwaPopNoMatch', 'Opportunity'],
        ['denwaCallLog', 'denwaLogCalls', 'inbound, all'],
        ['denwaCallLog', 'denwaWrapUpSeconds', '-5'],
        ['denwaCallLog', 'denwaDispositions', 'x'.repeat(256)],
        ['denwaCallLog', 'denwaDispositionField', 'Name; DELETE'],
        ['denwaCallLog', 'denwaBusinessLabelField', '1st'],
        ['denwaCallLog', 'denwaQualityField', 'MOS 1'],
        ['denwaPanel', 'denwaEchoExtension', 'echo'],
        ['denwaPanel', 'denwaAgentAutoAnswer', 'on'],
        ['denwaPanel', 'denwaShortcutAnswer', 'A'],
        ['denwaPanel', 'denwaShortcutAnswer', 'Shift+A'],
        ['denwaPanel', 'denwaShortcutAnswer', 'Ctrl+Ctrl+A'],
        ['denwaPanel', 'denwaShortcutAnswer', 'Ctrl+'],
        ['denwaPanel', 'denwaShortcutAnswer', 'Hyper+A'],
        ['denwaPanel', 'denwaShortcutMute', 'Ctrl+Enter'],
        ['denwaPanel', 'denwaShortcutMute', 'Ctrl+Alt+A']
    ])('%s: names a wrong %s (%s), and takes the default for it alone', (where, name, value) => {
        const definition = new Map([...section('denwaCalls', { denwaParkRecallSeconds: '99' }), ...section(where, { [name]: value })]);
        const { settings, invalid } = reading(definition);
        expect(invalid).toEqual([name]);
        const parkRecallSeconds = name === 'denwaParkRecallSeconds' ? defaultSettings.calls.parkRecallSeconds : 99;
        expect(settings).toEqual({ ...defaultSettings, calls: { ...defaultSettings.calls, parkRecallSeconds } });
    });
});

describe('the statuses of agents', () => {
    const read = (denwaStatuses: string) => {
        const { settings, invalid } = reading(section('denwaPanel', { denwaStatuses }));
        return { statuses: settings.calls.statuses, signOut: settings.calls.signOutSignal, invalid };
    };
    const call = (dialString: string): StatusSignal => ({ by: 'call', dialString });
    const message = (extension: string, text: string): StatusSignal => ({ by: 'message', extension, text });

    it('are none on a business phone', () => {
        for (const none of ['-', '', ' ; ']) expect(read(none)).toEqual({ statuses: [], signOut: null, invalid: [] });
    });

    it('come with what the PBX hears of them', () => {
        expect(read('ready *45; not-ready/lunch *46; not-ready/Team meeting message:status; wrap-up *46#1; signed-out *47')).toEqual({
            statuses: [
                { kind: 'ready', reason: null, signal: call('*45') },
                { kind: 'not-ready', reason: 'lunch', signal: call('*46') },
                { kind: 'not-ready', reason: 'Team meeting', signal: message('status', 'not-ready/Team meeting') },
                { kind: 'wrap-up', reason: null, signal: call('*46#1') }
            ],
            signOut: call('*47'),
            invalid: []
        });
    });

    it('need tell the PBX nothing, or tell it in words of its own', () => {
        expect(read('Ready；not-ready/研修　message:8001:PAUSE a:b；signed-out')).toEqual({
            statuses: [
                { kind: 'ready', reason: null, signal: null },
                { kind: 'not-ready', reason: '研修', signal: message('8001', 'PAUSE a:b') }
            ],
            signOut: null,
            invalid: []
        });
    });

    it.each([
        'away',
        'ready 45 *',
        'ready *45 *46',
        'not-ready/',
        'not-ready/lunch mesage:status',
        'not-ready/a/b',
        'not-ready message:sta tus:x',
        'not-ready message:status>',
        'not-ready/lunch *46*46*46*46*46*46',
        'signed-out/evening *47',
        'not-ready/<b>*46</b>',
        `not-ready/${'x'.repeat(41)}`,
        'ready'
    ])('lose a wrong entry alone: %s', (wrong) => {
        const { statuses, signOut, invalid } = read(`ready; ${wrong}; signed-out *47`);
        expect(statuses).toEqual([{ kind: 'ready', reason: null, signal: null }]);
        expect(signOut).toEqual(call('*47'));
        expect(invalid).toEqual(['denwaStatuses']);
    });

    it('never begin with wrap-up: nobody has called yet', () => {
        expect(read('signed-out; wrap-up; ready')).toEqual({
            statuses: [{ kind: 'ready', reason: null, signal: null }],
            signOut: null,
            invalid: ['denwaStatuses']
        });
    });
});

describe('the notified numbers', () => {
    const read = (denwaNotifiedNumbers: string) => {
        const { settings, invalid } = reading(section('denwaPanel', { denwaNotifiedNumbers }));
        return { numbers: settings.calls.notifiedNumbers, invalid };
    };

    it('are presented by themselves, or by a prefix', () => {
        expect(read('0312345678 代表; 0120-123-456/*81 サポート 窓口;+81312345679')).toEqual({
            numbers: [
                { number: '0312345678', label: '代表', prefix: null },
                { number: '0120123456', label: 'サポート 窓口', prefix: '*81' },
                { number: '+81312345679', label: '', prefix: null }
            ],
            invalid: []
        });
        expect(read('-')).toEqual({ numbers: [], invalid: [] });
    });

    it.each(['代表', '03 1234 5678', '0312345678/x', '0398765432>;tag=1', '------', '03-9876-5432', `0311112222 ${'x'.repeat(41)}`])(
        'lose a wrong entry alone: %s',
        (wrong) => {
            const { numbers, invalid } = read(`0398765432; ${wrong}`);
            expect(numbers).toEqual([{ number: '0398765432', label: '', prefix: null }]);
            expect(invalid).toEqual(['denwaNotifiedNumbers']);
        }
    );
});

describe('the keys of two actions', () => {
    it('are never the same: the later one does without', () => {
        const { settings, invalid } = reading(
            section('denwaPanel', { denwaShortcutAnswer: 'Ctrl+Alt+H', denwaShortcutHold: 'Ctrl+Alt+H' })
        );
        expect(settings.calls.shortcuts).toEqual({ answer: 'Ctrl+Alt+H', 'hang-up': 'Ctrl+Alt+E', hold: '', mute: 'Ctrl+Alt+M' });
        expect(invalid).toEqual(['denwaShortcutHold']);
    });
});

describe('a wrong item', () => {
    const problemsOf = (...items: readonly (readonly [string, string])[]) => readSettings(new Map(items)).problems;
    const server = ['/denwaPbx/denwaPbxServer', 'wss://pbx.example.com/ws'] as const;

    it('is told in the words of Setup: where it is, what stands there, what it takes, and what the phone goes on with', () => {
        expect(
            problemsOf(
                server,
                ['/denwaCalls/label', 'Denwa: calls'],
                ['/denwaCalls/denwaParkRecallSeconds', ' 4 '],
                ['/denwaCalls/denwaParkRecallSeconds/label', 'Seconds until a parked call comes back']
            )
        ).toEqual([
            {
                key: '/denwaCalls/denwaParkRecallSeconds',
                title: 'Denwa: calls › Seconds until a parked call comes back',
                value: '4',
                takes: { form: 'whole-number', values: [5, 86_400] },
                standIn: '300'
            }
        ]);
    });

    it('without a label has its API names', () => {
        expect(problemsOf(server, ['/denwaPanel/denwaEchoExtension', 'echo'])).toMatchObject([
            { title: 'denwaPanel › denwaEchoExtension', takes: { form: 'extension', orNone: true }, standIn: '-' }
        ]);
    });

    it('with entries is told of the wrong ones', () => {
        expect(problemsOf(server, ['/denwaPanel/denwaStatuses', 'ready; away; not-ready/lunch; 昼'])).toMatchObject([
            { value: 'away; 昼', takes: { form: 'statuses' }, standIn: null }
        ]);
    });

    it('that says where the PBX is has no stand-in, and the rest is read all the same', () => {
        const { pbx, problems, settings } = readSettings(new Map([['/denwaCalls/denwaPickupCode', '*9']]));
        expect(pbx).toBeNull();
        expect(problems).toEqual([
            {
                key: '/denwaPbx/denwaPbxServer',
                title: 'denwaPbx › denwaPbxServer',
                value: '',
                takes: { form: 'address' },
                standIn: null
            }
        ]);
        expect(settings.calls.pickupCode).toBe('*9');
    });

    it.each([
        ['wss://agent:p4ss/w@rd@pbx.example.com/ws', 'wss://…@pbx.example.com/ws'],
        ['http://pbx.example.com/ws?token=abcdef', 'http://pbx.example.com/ws?…'],
        ['x\u202Egnp.exe\u0000y', 'x gnp.exe y'],
        ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
        ['あ'.repeat(5_000), `${'あ'.repeat(59)}…`]
    ])('is told without secrets and tricks: %j', (value, told) => {
        expect(problemsOf(['/denwaPbx/denwaPbxServer', value])).toMatchObject([{ value: told }]);
    });

    it('has a title that fits, whatever stands in its labels', () => {
        const [problem] = problemsOf(
            ['/denwaPbx/label', '<script>alert(1)</script>'],
            ['/denwaPbx/denwaPbxServer/label', 'x'.repeat(9_999)]
        );
        expect(problem?.title).toHaveLength(160);
        expect(problem?.title).toMatch(/^<script>alert\(1\)<\/script> › x+…$/);
    });
});
