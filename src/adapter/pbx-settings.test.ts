import { describe, expect, it } from '@jest/globals';
import { Items } from './items';
import { readPbxSettings } from './pbx-settings';

function read(server: string | undefined, domain?: string) {
    const definition = new Map<string, string>();
    if (server !== undefined) definition.set('/denwaPbx/denwaPbxServer', server);
    if (domain !== undefined) definition.set('/denwaPbx/denwaPbxDomain', domain);
    const items = new Items(definition, 'denwaPbx');
    return { pbx: readPbxSettings(items), wrong: items.problems.map(({ takes }) => takes.form) };
}

describe('the PBX section of the call center definition', () => {
    it.each([
        [' wss://pbx.example.com:8089/ws ', undefined, 'wss://pbx.example.com:8089/ws', 'pbx.example.com'],
        ['wss://pbx.example.com/ws', '-', 'wss://pbx.example.com/ws', 'pbx.example.com'],
        ['wss://pbx.example.com/ws', 'sip.example.com', 'wss://pbx.example.com/ws', 'sip.example.com'],
        ['ws://localhost:8088/ws', undefined, 'ws://localhost:8088/ws', 'localhost']
    ])('takes the domain from the address %s unless it is given: %s', (given, domainGiven, server, domain) => {
        expect(read(given, domainGiven)).toEqual({ pbx: { server, domain }, wrong: [] });
    });

    it.each([
        undefined,
        '',
        'pbx.example.com',
        'https://pbx.example.com',
        'ws://pbx.example.com/ws',
        'wss://user:secret@pbx.example.com/ws',
        'javascript:alert(1)'
    ])('refuses the address %s', (server) => {
        expect(read(server)).toEqual({ pbx: null, wrong: ['address'] });
    });

    it.each(['a b', 'x>;tag=1'])('takes the host of the address for the wrong domain %s', (domain) => {
        expect(read('wss://pbx.example.com/ws', domain)).toEqual({
            pbx: { server: 'wss://pbx.example.com/ws', domain: 'pbx.example.com' },
            wrong: ['domain']
        });
    });
});
