import { remove, replace, write, type Fault } from './fault';

const AGENT = 'permissionsets/Denwa_Agent.permissionset-meta.xml';
const CONSOLE = 'applications/Denwa_Console.app-meta.xml';
const BAR = 'flexipages/Denwa_UtilityBar.flexipage-meta.xml';
const CENTER = 'callCenters/Denwa.callCenter-meta.xml';
const PAGE = 'pages/Denwa.page';
const WINDOW = 'lwc/denwaWindow/denwaWindow.js-meta.xml';
const ACCOUNT = 'objects/Denwa_Sip_Account__c';
const LAYOUT = 'layouts/Denwa_Sip_Account__c-Denwa SIP Account Layout.layout-meta.xml';
const grant = (inner: string) => replace('</PermissionSet>', `${inner}</PermissionSet>`);
const fieldPermission = (field: string) =>
    grant(`<fieldPermissions><editable>false</editable><field>${field}</field><readable>true</readable></fieldPermissions>`);

const schema: readonly Fault[] = [
    {
        fault: 'misspelt element',
        by: 'schema',
        file: AGENT,
        change: replace(/<label>(.*)<\/label>/, '<lable>x</lable>'),
        says: /lable: unknown element/
    },
    {
        fault: 'value that is none of an enumeration',
        by: 'schema',
        file: CONSOLE,
        change: replace('>Console<', '>Consol<'),
        says: /none of/
    },
    { fault: 'yes for true', by: 'schema', file: AGENT, change: replace('<visible>true', '<visible>yes'), says: /neither true nor false/ },
    { fault: 'element that is not closed', by: 'schema', file: CONSOLE, change: replace('</brand>', ''), says: /no XML/ },
    {
        fault: 'required element left out',
        by: 'schema',
        file: AGENT,
        change: replace(/<label>.*<\/label>/, ''),
        says: /<label> is missing/
    },
    {
        fault: 'element that stands twice',
        by: 'schema',
        file: BAR,
        change: replace('<type>UtilityBar', '<type>AppPage</type><type>UtilityBar'),
        says: /only once/
    },
    {
        fault: 'text for a number',
        by: 'schema',
        file: `${ACCOUNT}/fields/Extension__c.field-meta.xml`,
        change: replace(/<length>\d+/, '<length>long'),
        says: /no number/
    },
    { fault: 'namespace of another API', by: 'schema', file: AGENT, change: replace('2006/04/metadata', '2006/08/apex'), says: /namespace/ }
];

const components: readonly Fault[] = [
    {
        fault: 'class without its metadata file',
        by: 'components',
        file: 'classes/DenwaOpenCases.cls-meta.xml',
        change: remove,
        says: /DenwaOpenCases .*would not be deployed/
    },
    {
        fault: 'component that nobody expects',
        by: 'components',
        file: 'remoteSiteSettings/Denwa_Pbx.remoteSite-meta.xml',
        change: write(
            '<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata"><isActive>true</isActive><url>https://pbx.example.com</url></RemoteSiteSetting>'
        ),
        says: /Denwa_Pbx would be deployed/
    },
    {
        fault: '.forceignore lets TypeScript through',
        by: 'components',
        file: '/.forceignore',
        change: replace('**/*.ts\n', ''),
        says: /\.ts would be deployed/
    },
    {
        fault: '.forceignore keeps the scripts back',
        by: 'components',
        file: '/.forceignore',
        change: (text) => `${text}**/lwc/**/*.js\n`,
        says: /without its script/
    },
    {
        fault: 'component deleted by mistake',
        by: 'components',
        file: 'messageChannels/Denwa_Window.messageChannel-meta.xml',
        change: remove,
        says: /Denwa_Window is in/
    }
];

const references: readonly Fault[] = [
    {
        fault: 'permission set names a class that is not there',
        by: 'references',
        file: AGENT,
        change: replace('<apexClass>DenwaController', '<apexClass>DenwaControler'),
        says: /DenwaControler, which is not there/
    },
    {
        fault: 'permission set names a field that is not there',
        by: 'references',
        file: AGENT,
        change: fieldPermission('Denwa_Sip_Account__c.Realm_Of_Nobody__c'),
        says: /Realm_Of_Nobody__c, which is not there/
    },
    {
        fault: 'field permission for a required field',
        by: 'references',
        file: AGENT,
        change: fieldPermission('Denwa_Sip_Account__c.Extension__c'),
        says: /is required/
    },
    {
        fault: 'app with a utility bar that is not there',
        by: 'references',
        file: CONSOLE,
        change: replace('Denwa_Console_UtilityBar', 'Denwa_Console_Utility_Bar'),
        says: /no utility bar/
    },
    {
        fault: 'app with a tab that is not there',
        by: 'references',
        file: CONSOLE,
        change: replace('<tabs>standard-Lead', '<tabs>standard-Leads'),
        says: /no tab standard-Leads/
    },
    {
        fault: 'console that forgets a tab in its workspace',
        by: 'references',
        file: CONSOLE,
        change: replace('<tab>standard-Task', '<tab>standard-Case'),
        says: /says nothing of the tab/
    },
    {
        fault: 'utility bar with a component that is not exposed',
        by: 'references',
        file: WINDOW,
        change: replace('<isExposed>true', '<isExposed>false'),
        says: /no component that a utility bar may hold/
    },
    {
        fault: 'component with a target that does not exist',
        by: 'references',
        file: WINDOW,
        change: replace('lightning__UtilityBar', 'lightning__UtilBar'),
        says: /is no target/
    },
    {
        fault: 'page asks the static resource for a file that it lacks',
        by: 'references',
        file: PAGE,
        change: replace("'denwa-phone.js'", "'denwa-core.js'"),
        says: /holds no denwa-core\.js/
    },
    {
        fault: 'page calls a method that is no remote action',
        by: 'references',
        file: PAGE,
        change: replace('.saveLog}', '.saveLogs}'),
        says: /no @RemoteAction saveLogs/
    },
    {
        fault: 'page reads a property that its controller lacks',
        by: 'references',
        file: PAGE,
        change: replace('{!userName}', '{!userNames}'),
        says: /no property userNames/
    },
    {
        fault: 'layout that shows a field that is not there',
        by: 'references',
        file: LAYOUT,
        change: replace('<field>Display_Name__c', '<field>DisplayName__c'),
        says: /no field DisplayName__c/
    },
    {
        fault: 'field that no layout shows',
        by: 'references',
        file: LAYOUT,
        change: replace('<field>Display_Name__c', '<field>Name'),
        says: /nobody can fill in Display_Name__c/
    },
    {
        fault: 'list view with a column that is not there',
        by: 'references',
        file: `${ACCOUNT}/listViews/Denwa_All.listView-meta.xml`,
        change: replace('<columns>Extension__c', '<columns>Extension'),
        says: /no column Extension/
    },
    {
        fault: 'call center leads to a page that is not there',
        by: 'references',
        file: CENTER,
        change: replace('<adapterUrl>/apex/Denwa<', '<adapterUrl>/apex/DenwaPhone<'),
        says: /no Visualforce page/
    }
];

/** What the Metadata API refuses, what is not there, and what is there by mistake. */
export const platformFaults: readonly Fault[] = [...schema, ...components, ...references];
