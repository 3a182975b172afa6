import { projectRoot } from '../build/paths';
import { bundlesOf, checkLwc } from './metadata/lwc';
import { readProject } from './metadata/project';

/** Compiles every LWC bundle with the platform's own compiler: see metadata/lwc.ts. */
const project = readProject(projectRoot);
const problems = await checkLwc(project);
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `${bundlesOf(project).length} LWC bundles pass the platform's checks` : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
