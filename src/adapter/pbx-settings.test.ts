import { describe, expect, it } from '@jest/globals';
import { readPbxSettings, SettingsError } from './pbx-settings';

function read(server: string | undefined, domain?: string): unknown {
    const items = new Map<string, string>();
    if (server !== undefined) items.set('/denwaPbx/denwaPbxServer', server);
    if (domain !== undefined) items.set('/denwaPbx/denwaPbxDomain', domain);
    return readPbxSettings(items);
}

describe('the PBX section of the call center definition', () => {
    it('takes the domain from the address unless it is given', () => {
        expect(read(' wss://pbx.example.com:8089/ws ')).toEqual({ server: 'wss://pbx.example.com:8089/ws', domain: 'pbx.example.com' });
        expect(read('wss://pbx.example.com/ws', '-')).toMatchObject({ domain: 'pbx.example.com' });
        expect(read('wss://pbx.example.com/ws', 'sip.example.com')).toMatchObject({ domain: 'sip.example.com' });
        expect(read('ws://localhost:8088/ws')).toMatchObject({ domain: 'localhost' });
    });

    it.each([
        [undefined, undefined, 'item-missing'],
        ['', undefined, 'item-missing'],
        ['pbx.example.com', undefined, 'item-invalid'],
        ['https://pbx.example.com', undefined, 'item-invalid'],
        ['ws://pbx.example.com/ws', undefined, 'item-invalid'],
        ['wss://user:secret@pbx.example.com/ws', undefined, 'item-invalid'],
        ['javascript:alert(1)', undefined, 'item-invalid'],
        ['wss://pbx.example.com/ws', 'a b', 'item-invalid'],
        ['wss://pbx.example.com/ws', 'x>;tag=1', 'item-invalid']
    ])('refuses %s with domain %s', (server, domain, reason) => {
        const attempt = (): unknown => read(server, domain);
        expect(attempt).toThrow(SettingsError);
        expect(attempt).toThrow(expect.objectContaining({ reason }));
    });
});
