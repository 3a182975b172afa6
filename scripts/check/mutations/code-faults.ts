import { replace, write, type Fault } from './fault';

const WINDOW = 'lwc/denwaWindow/denwaWindow.ts';
const TIMER = 'lwc/denwaTimer/denwaTimer.html';
const LOG = 'classes/DenwaCallLog.cls';
const SEARCH = 'classes/DenwaCallerSearch.cls';
const CASES = 'classes/DenwaOpenCases.cls';

const lwc: readonly Fault[] = [
    {
        fault: 'component uses a label that is not there',
        by: 'lwc',
        file: WINDOW,
        change: (text) => `import gone from '@salesforce/label/c.Denwa_Gone';\n${text}\nexport const text = gone;\n`,
        says: /Denwa_Gone is used but not defined/
    },
    {
        fault: 'label that nobody uses',
        by: 'lwc',
        file: 'labels/CustomLabels.labels-meta.xml',
        change: replace('</CustomLabels>', '<labels><fullName>Denwa_Unused</fullName></labels></CustomLabels>'),
        says: /Denwa_Unused is not used/
    },
    {
        fault: 'template with a component that is not there',
        by: 'lwc',
        file: TIMER,
        change: replace('</template>', '<c-denwa-clock-face></c-denwa-clock-face></template>'),
        says: /no component c\/denwaClockFace/
    },
    {
        fault: 'private method, which the platform does not compile',
        by: 'lwc',
        file: WINDOW,
        change: (text) =>
            `${text}\nclass Hidden { #tell() { return 1; } told() { return this.#tell(); } }\nexport const hidden = new Hidden();\n`,
        says: /denwaWindow/
    },
    {
        fault: 'expression in a template',
        by: 'lwc',
        file: TIMER,
        change: replace('</template>', '<p>{a ? b : c}</p></template>'),
        says: /denwaTimer/
    },
    {
        fault: 'style sheet with a syntax error',
        by: 'lwc',
        file: 'lwc/denwaWindow/denwaWindow.css',
        change: (text) => `${text}\n.broken { color: }}`,
        says: /denwaWindow\.css/
    }
];

const rules: readonly Fault[] = [
    {
        fault: 'class without sharing',
        by: 'apex-rules',
        file: CASES,
        change: replace('with sharing', 'without sharing'),
        says: /does not say with sharing/
    },
    {
        fault: 'query that is not in user mode',
        by: 'apex-rules',
        file: CASES,
        change: replace('WITH USER_MODE', ''),
        says: /WITH USER_MODE/
    },
    { fault: 'query without a limit', by: 'apex-rules', file: CASES, change: replace('LIMIT :MOST_RECORDS', ''), says: /no LIMIT/ },
    {
        fault: 'record saved without the rights of the user',
        by: 'apex-rules',
        file: LOG,
        change: replace('insert as user log', 'insert log'),
        says: /does not say as user/
    },
    {
        fault: 'dynamic query without an access level',
        by: 'apex-rules',
        file: SEARCH,
        change: replace('Search.query(query, AccessLevel.USER_MODE)', 'Search.query(query)'),
        says: /no AccessLevel/
    },
    {
        fault: 'test that asserts nothing',
        by: 'apex-rules',
        file: 'classes/DenwaOpenCasesTest.cls',
        change: (text) => text.replace(/System\.assert\w*\(.*\);/g, ''),
        says: /asserts nothing/
    },
    {
        fault: 'class without a test',
        by: 'apex-rules',
        file: 'classes/DenwaQueue.cls',
        change: write('public with sharing class DenwaQueue {\n}\n'),
        says: /no test names DenwaQueue/
    }
];

/** In files of their own: one run of the compiler, and one of PMD, for all of them. */
const compiled: readonly Fault[] = [
    {
        fault: 'variable that is not there',
        by: 'apex-ls',
        file: LOG,
        change: replace('result.id = insertTask(log)', 'result.id = insertTask(logs)'),
        says: /DenwaCallLog\.cls.*logs/
    },
    {
        fault: 'text for a number in Apex',
        by: 'apex-ls',
        file: SEARCH,
        change: replace('MOST_PHRASES = 20', "MOST_PHRASES = 'twenty'"),
        says: /DenwaCallerSearch\.cls/
    },
    {
        fault: 'query of an object that is not there',
        by: 'apex-ls',
        file: LOG,
        change: replace('FROM Task', 'FROM Taskk'),
        says: /DenwaCallLog\.cls.*Taskk/
    },
    {
        fault: 'method that no platform class has',
        by: 'apex-ls',
        file: 'classes/DenwaTestPeople.cls',
        change: replace('UserInfo.getOrganizationId()', 'UserInfo.getOrgId()'),
        says: /DenwaTestPeople\.cls.*getOrgId/i
    },
    {
        fault: 'bracket that is not closed',
        by: 'apex-ls',
        file: 'classes/DenwaOpenCasesTest.cls',
        change: replace('insert company;', 'insert company; if (true) {'),
        says: /DenwaOpenCasesTest\.cls/
    }
];

const analysed: readonly Fault[] = [
    {
        fault: 'text of a caller in a query (SOQL injection)',
        by: 'pmd',
        file: 'classes/DenwaFaultInjection.cls',
        change: write(
            "public with sharing class DenwaFaultInjection {\n    public static List<SObject> find(String name) {\n        return Database.query('SELECT Id FROM Contact WHERE Name = \\'' + name + '\\'');\n    }\n}\n"
        ),
        says: /ApexSOQLInjection/
    },
    {
        fault: 'change of records within a loop',
        by: 'pmd',
        file: 'classes/DenwaFaultLoop.cls',
        change: write(
            'public with sharing class DenwaFaultLoop {\n    public static void save(List<Task> tasks) {\n        for (Task task : tasks) {\n            insert as user task;\n        }\n    }\n}\n'
        ),
        says: /OperationWithLimitsInLoop/
    },
    {
        fault: 'error that nobody hears of',
        by: 'pmd',
        file: 'classes/DenwaFaultSilence.cls',
        change: write(
            'public with sharing class DenwaFaultSilence {\n    public static void save(Task task) {\n        try {\n            insert as user task;\n        } catch (DmlException e) {\n        }\n    }\n}\n'
        ),
        says: /EmptyCatchBlock/
    },
    {
        fault: 'records read without a check of rights',
        by: 'pmd',
        file: 'classes/DenwaFaultRights.cls',
        change: write(
            'public with sharing class DenwaFaultRights {\n    public static void save(Task task) {\n        insert task;\n    }\n}\n'
        ),
        says: /ApexCRUDViolation/
    }
];

export const codeFaults: readonly Fault[] = [...lwc, ...rules, ...compiled, ...analysed];
