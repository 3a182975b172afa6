import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import type { Problem } from './project';

/**
 * Apex without an org: apex-ls compiles classes and pages against the platform's types and the project's objects; PMD looks for
 * injections, missing access checks, statements in loops. Both need Java; both come with Salesforce's Code Analyzer.
 */
const COMPILER = 'io.github.apexdevtools.apexls.CheckForIssues';
const APEX = ['force-app/main/default/classes', 'force-app/main/default/pages'];
/** Of PMD's recommended rules, those that this project does without, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
    ApexDoc: 'comments here say why, not again what the signature says',
    CyclomaticComplexity: 'adds up the methods of a class; no method has more than nine ways',
    ApexUnitTestClassShouldHaveRunAs: 'searches and pure methods have the same result for everybody',
    ApexUnitTestClassShouldHaveAsserts: 'does not see assertions in helpers; apex-rules does'
};

/** Neither the compiler nor PMD could be run. The message says what to install. */
export class NoJavaError extends Error {
    override readonly name = 'NoJavaError';

    constructor(options: ErrorOptions) {
        super('The checks of Apex need Java 11 or newer: scripts/install --java, or the Debian package default-jre-headless', options);
    }
}

/** What apex-ls finds. Throws a `NoJavaError`. */
export async function compileApex(root: string): Promise<readonly Problem[]> {
    const plugin = dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine'));
    // -n: no cache in the home directory.
    const { code, output } = await run('java', ['-Xmx1g', '-cp', join(plugin, 'java-lib', '*'), COMPILER, '-n', '-w', root]);
    if (code === 0) return [];
    // Lines of a file follow a line with its name.
    let file = '';
    const problems = output.split('\n').flatMap((line) => {
        const start = line.indexOf(root);
        if (start >= 0) file = relative(root, line.slice(start).trim());
        return line.trim() === '' || start >= 0 ? [] : [`${file}: ${line.trim()}`];
    });
    return problems.length > 0 ? problems : [`apex-ls ended with ${code}: ${output}`];
}

function run(command: string, options: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
    return new Promise((resolve, reject) => {
        execFile(command, options, (error, stdout, stderr) => {
            if (error && typeof error.code === 'string') return reject(new NoJavaError({ cause: error }));
            resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
        });
    });
}

/** What PMD finds with its recommended rules for Apex and Visualforce. */
export async function analyseApex(root: string): Promise<readonly Problem[]> {
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({ config_root: root }));
    await analyzer.addEnginePlugin(createEnginePlugin());
    const workspace = await analyzer.createWorkspace(APEX.map((folder) => join(root, folder)));
    const rules = await analyzer.selectRules(['pmd:Recommended'], { workspace });
    const result = await analyzer.run(rules, { workspace });
    return result
        .getViolations()
        .filter((violation) => !Object.hasOwn(LEFT_OUT, violation.getRule().getName()))
        .map((violation) => {
            const where = violation.getPrimaryLocation();
            const file = relative(root, where.getFile() ?? root);
            return `${file}:${where.getStartLine() ?? 0}: ${violation.getRule().getName()}: ${violation.getMessage()}`;
        });
}
