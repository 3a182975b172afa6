import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { lwcBundles, paths } from './paths';

const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: false,
    useDefineForClassFields: true,
    verbatimModuleSyntax: true
};

/** The JavaScript that the platform deploys for one TypeScript source of a bundle. Types are checked elsewhere. */
export function toDeployable(source: string): string {
    return ts.transpileModule(source, { compilerOptions }).outputText;
}

/** Writes `x.js` beside each `x.ts`, and removes those whose source is gone. Returns how many there are. */
export function writeDeployableLwc(): number {
    let written = 0;
    for (const folder of lwcBundles().map((name) => join(paths.lwc, name))) {
        const files = readdirSync(folder);
        for (const stale of files.filter((file) => file.endsWith('.js'))) rmSync(join(folder, stale));
        for (const source of files.filter((file) => file.endsWith('.ts'))) {
            writeFileSync(join(folder, source.replace(/\.ts$/, '.js')), toDeployable(readFileSync(join(folder, source), 'utf8')));
            written += 1;
        }
    }
    return written;
}
