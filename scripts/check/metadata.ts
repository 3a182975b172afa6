import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../build/paths';
import { checks } from './metadata/checks';
import { componentList, EXPECTED } from './metadata/components';
import { readProject } from './metadata/project';

/**
 * Would an org take the metadata, and is all of it meant to be there? As far as anyone can tell without an org; docs/checks.md has what each
 * check catches. `--write` takes the components that are there now as those that are meant to be.
 */
if (process.argv.includes('--write')) writeFileSync(join(projectRoot, EXPECTED), componentList(projectRoot));

const project = readProject(projectRoot);
const problems = Object.entries(checks).flatMap(([name, check]) => check(project).map((problem) => `${name}: ${problem}`));
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `The metadata passes ${Object.keys(checks).length} checks` : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
