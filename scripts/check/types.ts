import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../build/paths';

/** Each may see only what its configuration lets it see: rooms without a browser have no DOM. */
const PROJECTS = [
    'tsconfig.json',
    ...['base', 'phone-number', 'telephony', 'sip', 'media', 'storage', 'softphone', 'crm'].map((room) => `src/${room}/tsconfig.json`),
    'force-app/tsconfig.json'
];

const host: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => projectRoot,
    getNewLine: () => '\n'
};

/** Type-checks all projects. What they share is read once: most of the time goes into the declarations of the standard library. */
const parsed = new Map<string, ts.SourceFile | undefined>();
let problems = 0;

for (const project of PROJECTS) {
    const configuration = ts.getParsedCommandLineOfConfigFile(join(projectRoot, project), undefined, {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: (diagnostic) => report([diagnostic])
    });
    if (configuration) report([...configuration.errors, ...check(configuration)]);
}
if (problems > 0) process.exitCode = 1;

function check({ fileNames, options }: ts.ParsedCommandLine): readonly ts.Diagnostic[] {
    const compilerHost = ts.createCompilerHost(options);
    const read = compilerHost.getSourceFile.bind(compilerHost);
    compilerHost.getSourceFile = (name, languageVersion, ...rest) => {
        // In what mode a file is parsed depends on the options too, which differ in nothing that concerns it.
        if (!parsed.has(name)) parsed.set(name, read(name, languageVersion, ...rest));
        return parsed.get(name);
    };
    return ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options, compilerHost));
}

function report(diagnostics: readonly ts.Diagnostic[]): void {
    if (diagnostics.length === 0) return;
    problems += diagnostics.length;
    console.error(ts.formatDiagnosticsWithColorAndContext(diagnostics, host));
}
