import { expect, test } from '@jest/globals';
import { parseAmi } from './ami';
import {
    parseBridges,
    parseChannels,
    parseDialled,
    parseIsInUse,
    parseLogProblems,
    parseParkedCalls,
    parsePresented,
    parseQueueMembers,
    parseRecordingName
} from './records';

test('channels of `core show channels concise`', () => {
    const output = [
        'Local/1002@inbound-00000005;1!caller!s!4!Up!Playback!demo-congrats!1002!!!3!7!!c149b9e2-40dc-4229-b8ec-5c56b8a4fa10',
        'PJSIP/1001-00000000!talk!09011112222!2!Up!Wait!1!1001!!!3!12!!1795332784.0',
        'Message/ast_msg_queue!messages!status!12!Up!Hangup!!!!!3!7!!1795332785.1',
        ''
    ].join('\n');
    expect(parseChannels(output)).toEqual([
        {
            name: 'Local/1002@inbound-00000005;1',
            context: 'caller',
            extension: 's',
            state: 'Up',
            application: 'Playback',
            callerNumber: '1002',
            seconds: 7,
            uniqueId: 'c149b9e2-40dc-4229-b8ec-5c56b8a4fa10'
        },
        {
            name: 'PJSIP/1001-00000000',
            context: 'talk',
            extension: '09011112222',
            state: 'Up',
            application: 'Wait',
            callerNumber: '1001',
            seconds: 12,
            uniqueId: '1795332784.0'
        }
    ]);
    expect(parseChannels('')).toEqual([]);
});

test('dialled numbers, without the legs towards phones and the PBX’s own', () => {
    const csv = [
        '"1795332784.983245","1795332784.0","PJSIP/1001-00000000","09012345678"',
        '"1795332784.990000","1795332784.1","PJSIP/customer-00000001","s"',
        '"1795332785.000000","c149b9e2;1","Local/1001@inbound-00000000;1","1001"',
        '"1795332790.123456","1795332790.2","PJSIP/1002-00000002","*8"',
        ''
    ].join('\n');
    expect(parseDialled(csv)).toEqual([
        { by: '1001', number: '09012345678', at: 1795332784983, uniqueId: '1795332784.0' },
        { by: '1002', number: '*8', at: 1795332790123, uniqueId: '1795332790.2' }
    ]);
});

test('what outside calls presented, among all that was dialled', () => {
    const csv = [
        '"CHAN_START","PJSIP/1001-00000000","","1001"',
        '"APP_START","PJSIP/1001-00000000","Local/09012345678@outside/n,300,Tb(outside-party^s^1(09012345678))","0350001001"',
        '"APP_START","PJSIP/1002-00000001","PJSIP/1001/sip:abc@127.0.0.1:1234,30,tTb(invite-headers^s^1(^))","1002"',
        '"APP_START","Local/09012345678@outside-00000000;2","PJSIP/customer/sip:abc@127.0.0.1:1234,60","0350001001"',
        ''
    ].join('\n');
    expect(parsePresented(csv)).toEqual([{ by: '1001', number: '09012345678', presented: '0350001001' }]);
});

test('agents of the queue', () => {
    const member = (location: string, membership: string, paused: string, reason: string) =>
        `Event: QueueMember\r\nLocation: ${location}\r\nMembership: ${membership}\r\nPaused: ${paused}\r\nPausedReason: ${reason}\r\n\r\n`;
    const { messages } = parseAmi(
        'Event: QueueParams\r\nQueue: support\r\n\r\n' +
            member('Local/1002@queue-agent', 'static', '0', '') +
            member('Local/1001@queue-agent', 'dynamic', '1', '昼休み')
    );
    expect(parseQueueMembers(messages)).toEqual([
        { agent: '1002', membership: 'static', paused: false, reason: '' },
        { agent: '1001', membership: 'dynamic', paused: true, reason: '昼休み' }
    ]);
});

test('a log’s problems are its errors and warnings, not lines that mention them', () => {
    const problems = [
        "[2026-11-22 07:28:12.819] ERROR[9606] config_options.c: Unable to load config file 'acl.conf'",
        '[2026-11-22 07:28:12.807] WARNING[9606][C-00000001] pbx.c: Channel went away'
    ];
    const rest = [
        '[2026-11-22 07:28:12.788] Asterisk 22.10.1 built by nobody',
        '[2026-11-22 07:28:12.818] NOTICE[9606] res_pjsip.c: Failed to authenticate, no ERROR here',
        '[2026-11-22 07:28:12.975] VERBOSE[9606] pbx.c: Executing [s@x:1] Log("ERROR[1]")'
    ];
    expect(parseLogProblems([...rest, ...problems, ''].join('\n'))).toEqual(problems);
});

test('a recording’s name tells whose it is', () => {
    expect(parseRecordingName('/run/recordings/1795332784.0_0312340001_heard.wav')).toEqual({
        number: '0312340001',
        direction: 'heard',
        uniqueId: '1795332784.0',
        file: '/run/recordings/1795332784.0_0312340001_heard.wav'
    });
    expect(parseRecordingName('c149b9e2-40dc_anonymous_said.wav')).toMatchObject({ number: 'anonymous', direction: 'said' });
    expect(parseRecordingName('/run/recordings/notes.txt')).toBeUndefined();
});

test('callers of `parking show default`', () => {
    const head = 'Parking Lot: default\nParking Spaces      :  701-720\n\nParked Calls\n------------\n';
    expect(parseParkedCalls(`${head}  (none)\n\n`)).toEqual([]);
    const parked = (slot: string, channel: string) =>
        `  Space               :  ${slot}\n  Channel             :  ${channel}\n  Parker Dial String  :  PJSIP/1002\n\n`;
    expect(parseParkedCalls(head + parked('701', 'Local/1002@inbound-00000006;2') + parked('702', 'PJSIP/1003-00000001'))).toEqual([
        { slot: '701', channel: 'Local/1002@inbound-00000006;2' },
        { slot: '702', channel: 'PJSIP/1003-00000001' }
    ]);
});

test('a phone is in use by what the PBX thinks of it', () => {
    const endpoint = (state: string) => ` Endpoint:  1002/1002                                            ${state.padEnd(13)} 0 of inf\n`;
    const member = (state: string) =>
        `      Bob (Local/1002@queue-agent from PJSIP/1002) (ringinuse disabled) (${state}) has taken no calls yet\n`;
    for (const state of ['In use', 'Ringing', 'Ring+Inuse', 'Busy', 'On Hold']) {
        expect(parseIsInUse(endpoint('Not in use') + endpoint(state))).toBe(true);
        expect(parseIsInUse(member(state))).toBe(true);
    }
    const head = "support has 0 calls (max unlimited) in 'ringall' strategy (0s holdtime, 0s talktime)\n";
    expect(parseIsInUse(head + endpoint('Not in use') + endpoint('Unavailable') + member('Not in use'))).toBe(false);
});

test('bridges are counted that join somebody', () => {
    const output = [
        'Bridge-ID                            Name                                 Chans Type            Technology      Duration',
        '427b83a2-bc31-468c-829c-a2662cb25c0d <unknown>                                2 basic           simple_bridge   00:00:00',
        '9713da76-9b8d-4b53-b478-9282469a55ff <unknown>                                1 basic           simple_bridge   00:00:01',
        '9713da76-9b8d-4b53-b478-9282469a5500 <unknown>                               12 holding         holding_bridge  00:00:01'
    ].join('\n');
    expect(parseBridges(output)).toBe(2);
});
