import { describe, expect, it } from '@jest/globals';
import { parseCallCenter } from './call-center';

const item = (name: string, value: string): string =>
    `<items><label>${name} label</label><name>${name}</name><value>${value}</value></items>`;

const definition = (items: string): string => `<?xml version="1.0"?>
    <CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
        <adapterUrl>/apex/Phone</adapterUrl>
        <displayName>Phone</displayName>
        <sections>${items}<label>General Information</label><name>reqGeneralInfo</name></sections>
        <sections>${item('server', 'wss://pbx.example/ws')}<label>PBX</label><name>pbx</name></sections>
    </CallCenter>`;

const complete = definition(
    item('reqAdapterUrl', '/apex/Phone') + item('reqSoftphoneHeight', '480') + item('reqSoftphoneWidth', '340') + item('empty', '')
);

describe('a call center definition', () => {
    it('becomes the flat map of getCallCenterSettings', () => {
        const { settings, adapterUrl, width, height } = parseCallCenter(complete, 'Phone.callCenter-meta.xml');
        expect({ adapterUrl, width, height }).toEqual({ adapterUrl: '/apex/Phone', width: 340, height: 480 });
        expect(settings).toMatchObject({
            '/reqGeneralInfo/reqInternalName': 'Phone',
            '/reqGeneralInfo/reqSoftphoneHeight': '480',
            '/reqGeneralInfo/reqSoftphoneHeight/label': 'reqSoftphoneHeight label',
            '/reqGeneralInfo/reqSoftphoneHeight/sortOrder': '1',
            '/reqGeneralInfo/empty': '',
            '/pbx/server': 'wss://pbx.example/ws',
            '/pbx/label': 'PBX'
        });
    });

    it('takes overrides of settings that it has, and refuses others by name', () => {
        const { settings } = parseCallCenter(complete, 'Phone.xml', { '/pbx/server': 'wss://127.0.0.1/ws' });
        expect(settings['/pbx/server']).toBe('wss://127.0.0.1/ws');
        expect(() => parseCallCenter(complete, 'Phone.xml', { '/pbx/sevrer': 'x' })).toThrow('Phone.xml has no setting /pbx/sevrer');
    });

    it('names what is missing', () => {
        expect(() => parseCallCenter('<Other/>', 'Phone.xml')).toThrow('its root is not CallCenter');
        expect(() => parseCallCenter(definition(item('reqSoftphoneHeight', '480')), 'Phone.xml')).toThrow('reqSoftphoneWidth');
    });
});
