import { baseName, sources, type Check, type Problem } from './project';

/**
 * House rules for Apex that neither apex-ls nor PMD knows: sharing and access mode are said each time, queries are bounded, every class has
 * tests that assert something.
 */
const SHARING = /^(public|private) (with|inherited) sharing (abstract |virtual )?class \w+/m;
const NO_SHARING_NEEDED =
    /^(public|private) (interface|enum|abstract class|virtual class)?\s*\w+ extends Exception|^(public|private|global) (interface|enum) \w+/m;
const QUERY = /\[\s*SELECT\b[\s\S]*?\]/gi;
const DML = /(?<![\w.'])(insert|update|upsert|delete|undelete)\s+(?!as\s+(?:user|system)\b)[\w(]/g;
const DATABASE = /\b(Database|Search)\.(query|queryWithBinds|countQuery|insert|update|upsert|delete)\([^;]*;/g;

export const checkApexRules: Check = (project) => {
    const classes = sources(project, 'classes', '.cls').map(([path, text]) => ({
        path,
        name: baseName(path),
        code: withoutComments(text)
    }));
    const tests = classes.filter(({ code }) => isTest(code));
    return [
        ...classes
            .filter(({ code }) => !isTest(code))
            .flatMap(({ path, name, code }) => [
                ...checkCode(code).map((problem) => `${path}: ${problem}`),
                ...(tests.some((test) => new RegExp(`\\b${name}\\b`).test(test.code)) ? [] : [`${path}: no test names ${name}`])
            ]),
        ...tests.flatMap(({ path, code }) => checkTests(code).map((problem) => `${path}: ${problem}`)),
        ...classes.flatMap(({ path, name }) =>
            project.files.has(`${path}-meta.xml`)
                ? []
                : [`${path}: ${name}.cls-meta.xml is missing, and without it the class is not deployed`]
        )
    ];
};

function isTest(code: string): boolean {
    return /^\s*@IsTest/i.test(code);
}

/** Comments and texts as blanks, so that words in them are no statements; the length of the code stays. */
function withoutComments(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

function checkCode(code: string): readonly Problem[] {
    const statements = code.replace(/'(?:\\.|[^'\\])*'/g, "''");
    return [
        ...(SHARING.test(code) || NO_SHARING_NEEDED.test(code) ? [] : ['the class does not say with sharing']),
        ...(/\bglobal\b/.test(statements) ? ['global would make it an API for ever'] : []),
        ...[...statements.matchAll(QUERY)].flatMap(([query]) => [
            ...(/\bWITH\s+(USER_MODE|SYSTEM_MODE)\b/i.test(query) ? [] : [`a query does not say WITH USER_MODE: ${brief(query)}`]),
            ...(/\bLIMIT\b/i.test(query) ? [] : [`a query has no LIMIT: ${brief(query)}`])
        ]),
        ...[...statements.matchAll(DML)].map(([statement]) => `a change does not say as user: ${brief(statement)}`),
        ...[...statements.matchAll(DATABASE)]
            .filter(([call]) => !/AccessLevel\.(USER|SYSTEM)_MODE/.test(call))
            .map(([call]) => `a call says no AccessLevel: ${brief(call)}`),
        ...(/\bSystem\.debug\(/.test(statements) ? ['System.debug may log what is secret'] : [])
    ];
}

function checkTests(code: string): readonly Problem[] {
    const methods = code.split(/@IsTest\s+(?:static|private static)/i).slice(1);
    return methods.flatMap((method) => {
        const name = /void (\w+)\(/.exec(method)?.[1] ?? '';
        // A method may leave asserting to a helper of its class, which then says so by its name.
        return /\b(System\.assert\w*|Assert\.\w+|assert\w+)\(/.test(method) ? [] : [`the test ${name} asserts nothing`];
    });
}

function brief(text: string): string {
    return text.replace(/\s+/g, ' ').slice(0, 70);
}
