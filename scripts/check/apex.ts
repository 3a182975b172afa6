import { projectRoot } from '../build/paths';
import { analyseApex, compileApex, NoJavaError } from './metadata/apex';

/** Compiles the Apex classes and pages, and looks for what is dangerous in them: see metadata/apex.ts. */
try {
    const problems = (await Promise.all([compileApex(projectRoot), analyseApex(projectRoot)])).flat();
    for (const problem of problems) console.error(problem);
    console.log(problems.length === 0 ? 'Apex compiles, and PMD finds nothing' : `${problems.length} problems`);
    process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
    if (!(error instanceof NoJavaError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
}
