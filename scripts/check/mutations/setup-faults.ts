import { replace, type Fault } from './fault';

const AGENT = 'permissionsets/Denwa_Agent.permissionset-meta.xml';
const ADMIN = 'permissionsets/Denwa_Admin.permissionset-meta.xml';
const BAR = 'flexipages/Denwa_UtilityBar.flexipage-meta.xml';
const CENTER = 'callCenters/Denwa.callCenter-meta.xml';
const ACCOUNT = 'objects/Denwa_Sip_Account__c';
const grant = (inner: string) => replace('</PermissionSet>', `${inner}</PermissionSet>`);

const utilityBar: readonly Fault[] = [
    {
        fault: 'softphone that does not start by itself',
        by: 'utility-bar',
        file: BAR,
        change: replace(
            /(<name>eager<\/name>\s*<type>decorator<\/type>\s*<value>)true/,
            '<name>eager</name><type>decorator</type><value>false'
        ),
        says: /does not start automatically/
    },
    {
        fault: 'softphone of another width than the call center says',
        by: 'utility-bar',
        file: BAR,
        change: replace('<value>340<', '<value>400<'),
        says: /width is not the 340/
    },
    { fault: 'item without an icon', by: 'utility-bar', file: BAR, change: replace('<name>icon<', '<name>icons<'), says: /has no icon/ },
    {
        fault: 'property that is no decorator',
        by: 'utility-bar',
        file: BAR,
        change: replace('<type>decorator</type>', ''),
        says: /not of the type decorator/
    },
    {
        fault: 'utility bar without the softphone',
        by: 'utility-bar',
        file: BAR,
        change: replace('opencti:softPhone', 'opencti:softphone'),
        says: /0 softphones/
    }
];

const callCenter: readonly Fault[] = [
    {
        fault: 'JSON and items of the call center differ',
        by: 'call-center',
        file: CENTER,
        change: replace('"reqSoftphoneHeight":"480"', '"reqSoftphoneHeight":"500"'),
        says: /customSettings has reqSoftphoneHeight/
    },
    {
        fault: 'call center for Classic',
        by: 'call-center',
        file: CENTER,
        change: replace('<value>Lightning<', '<value>Classic<'),
        says: /reqSalesforceCompatibilityMode cannot be/
    },
    {
        fault: 'softphone too low for the platform',
        by: 'call-center',
        file: CENTER,
        change: replace('<value>480<', '<value>200<'),
        says: /reqSoftphoneHeight cannot be '200'/
    },
    {
        fault: 'item that stands twice',
        by: 'call-center',
        file: CENTER,
        change: replace('<name>denwaPbxDomain<', '<name>denwaPbxServer<'),
        says: /stands here twice/
    },
    {
        fault: 'item without a value',
        by: 'call-center',
        file: CENTER,
        change: replace(/<value>-<\/value>/, '<value></value>'),
        says: /has no value/
    },
    {
        fault: 'item without the prefix',
        by: 'call-center',
        file: CENTER,
        change: replace('<name>denwaPbxDomain<', '<name>pbxDomain<'),
        says: /does not begin with denwa/
    }
];

const access: readonly Fault[] = [
    {
        fault: 'agents may change accounts',
        by: 'access',
        file: AGENT,
        change: replace('<allowEdit>false', '<allowEdit>true'),
        says: /allowEdit .* too much/
    },
    {
        fault: 'agents see all accounts',
        by: 'access',
        file: AGENT,
        change: replace('<viewAllRecords>false', '<viewAllRecords>true'),
        says: /viewAllRecords .* too much/
    },
    {
        fault: 'agents may not open the page',
        by: 'access',
        file: AGENT,
        change: replace(/<pageAccesses>[\s\S]*<\/pageAccesses>/, ''),
        says: /may not open the page/
    },
    {
        fault: 'accounts that everybody can read',
        by: 'access',
        file: `${ACCOUNT}/Denwa_Sip_Account__c.object-meta.xml`,
        change: replace('<sharingModel>Private', '<sharingModel>Read'),
        says: /sharingModel is not Private/
    },
    {
        fault: 'password in clear text',
        by: 'access',
        file: `${ACCOUNT}/fields/Password__c.field-meta.xml`,
        change: replace('EncryptedText', 'Text'),
        says: /not encrypted/
    },
    {
        fault: 'administrators may not fill in a field',
        by: 'access',
        file: ADMIN,
        change: replace(/<field>Denwa_Sip_Account__c.Display_Name__c/, '<field>Denwa_Sip_Account__c.Password__c'),
        says: /may not fill in Denwa_Sip_Account__c\.Display_Name__c/
    },
    {
        fault: 'permission set that gives a user permission',
        by: 'access',
        file: ADMIN,
        change: grant('<userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions>'),
        says: /ModifyAllData/
    }
];

/** What an administrator would find wrong in Setup. */
export const setupFaults: readonly Fault[] = [...utilityBar, ...callCenter, ...access];
