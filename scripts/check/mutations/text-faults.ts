import { remove, replace, write, type Fault } from './fault';

const AGENT = 'permissionsets/Denwa_Agent.permissionset-meta.xml';
const CENTER = 'callCenters/Denwa.callCenter-meta.xml';
const LABELS = 'labels/CustomLabels.labels-meta.xml';
const JAPANESE = 'translations/ja.translation-meta.xml';
const ACCOUNT = 'objects/Denwa_Sip_Account__c';
const LAYOUT = 'layouts/Denwa_Sip_Account__c-Denwa SIP Account Layout.layout-meta.xml';
const ACCOUNT_JAPANESE = 'objectTranslations/Denwa_Sip_Account__c-ja';

const translations: readonly Fault[] = [
    {
        fault: 'label without a Japanese text',
        by: 'translations',
        file: JAPANESE,
        change: replace('<name>Denwa_Answer<', '<name>Denwa_Answer_Old<'),
        says: /Denwa_Answer has no Japanese/
    },
    {
        fault: 'Japanese text of a label that is gone',
        by: 'translations',
        file: JAPANESE,
        change: replace('</Translations>', '<customLabels><label>古い</label><name>Denwa_Gone</name></customLabels></Translations>'),
        says: /Denwa_Gone has a Japanese text, but is not there/
    },
    {
        fault: 'Japanese text without the place for a number',
        by: 'translations',
        file: JAPANESE,
        change: replace('{0}', ''),
        says: /other places in Japanese/
    },
    {
        fault: 'app without a Japanese name',
        by: 'translations',
        file: JAPANESE,
        change: replace('<name>Denwa_Console<', '<name>Denwa_Consol<'),
        says: /app Denwa_Console has no Japanese/
    },
    {
        fault: 'field without a Japanese name',
        by: 'translations',
        file: `${ACCOUNT_JAPANESE}/Extension__c.fieldTranslation-meta.xml`,
        change: remove,
        says: /Extension__c has no Japanese/
    },
    {
        fault: 'section of the layout that was renamed in English only',
        by: 'translations',
        file: LAYOUT,
        change: replace('<label>Sign-in at the PBX', '<label>PBX sign-in'),
        says: /PBX sign-in has no Japanese/
    }
];

const limits: readonly Fault[] = [
    {
        fault: 'label longer than the platform holds',
        by: 'limits',
        file: LABELS,
        change: replace('<value>', `<value>${'long '.repeat(250)}`),
        says: /longer than 1000 characters/
    },
    {
        fault: 'script of a component that is too long',
        by: 'limits',
        file: 'lwc/denwaWindow/denwaWindow.js',
        change: (text) => text + '// x\n'.repeat(30_000),
        says: /longer than 131072 bytes/
    },
    {
        fault: 'static resource that is too large',
        by: 'limits',
        file: 'staticresources/denwa/denwa-sounds.txt',
        change: write('x'.repeat(5_000_001)),
        says: /larger than 5000000 bytes/
    },
    {
        fault: 'description that Setup does not hold',
        by: 'limits',
        file: AGENT,
        change: replace('<description>', `<description>${'long '.repeat(60)}`),
        says: /longer than 255 characters/
    },
    {
        fault: 'encrypted field that is too long',
        by: 'limits',
        file: `${ACCOUNT}/fields/Password__c.field-meta.xml`,
        change: replace(/<length>\d+/, '<length>255'),
        says: /more than 175/
    }
];

const others: readonly Fault[] = [
    {
        fault: 'class without the prefix',
        by: 'prefix',
        file: 'classes/PhoneHelper.cls',
        change: write('public with sharing class PhoneHelper {}'),
        says: /PhoneHelper does not begin/
    },
    {
        fault: 'label without the prefix',
        by: 'prefix',
        file: LABELS,
        change: replace('<fullName>Denwa_Answer<', '<fullName>Answer<'),
        says: /label Answer does not begin/
    },
    {
        fault: 'private key in the static resource',
        by: 'secrets',
        file: 'staticresources/denwa/denwa-key.txt',
        change: write(`-----BEGIN ${'PRIVATE KEY'}-----`),
        says: /a private key/
    },
    {
        fault: 'password as an item of the call center',
        by: 'secrets',
        file: CENTER,
        change: replace('<name>denwaPbxDomain<', '<name>denwaPbxPassword<'),
        says: /is for a secret/
    },
    {
        fault: 'password in the address of the PBX',
        by: 'secrets',
        file: CENTER,
        change: replace('<value>-</value>', '<value>wss://1001:secret@pbx.example.com/ws</value>'),
        says: /a password in an address/
    },
    {
        fault: 'unknown key in sfdx-project.json',
        by: 'descriptions',
        file: '/sfdx-project.json',
        change: replace('"namespace"', '"nameSpace"'),
        says: /sfdx-project\.json/
    },
    {
        fault: 'scratch org of an edition that does not exist',
        by: 'descriptions',
        file: '/config/project-scratch-def.json',
        change: replace('"Developer"', '"Developers"'),
        says: /edition/
    },
    {
        fault: 'scratch org without translations',
        by: 'descriptions',
        file: '/config/project-scratch-def.json',
        change: replace('"enableTranslationWorkbench": true', '"enableTranslationWorkbench": false'),
        says: /enableTranslationWorkbench/
    },
    {
        fault: 'component of another API version',
        by: 'descriptions',
        file: 'pages/Denwa.page-meta.xml',
        change: replace(/<apiVersion>.*</, '<apiVersion>99.0<'),
        says: /apiVersion is not/
    }
];

/** Texts, sizes, names, secrets, and what describes the project. */
export const textFaults: readonly Fault[] = [...translations, ...limits, ...others];
