import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../build/paths';
import { analyseApex, compileApex } from './metadata/apex';
import { checks } from './metadata/checks';
import { bundlesOf, checkLwc } from './metadata/lwc';
import { readProject, type Problem, type Project } from './metadata/project';
import { codeFaults } from './mutations/code-faults';
import { pathOf, plant, type Checker, type Fault } from './mutations/fault';
import { platformFaults } from './mutations/platform-faults';
import { setupFaults } from './mutations/setup-faults';
import { checksDocument } from './mutations/table';
import { textFaults } from './mutations/text-faults';

/**
 * Are the checks able to fail? Plants one fault after the other into a copy of the project and asks the checker that ought to find it.
 * `--write` writes docs/checks.md.
 */
const DOCUMENT = join(projectRoot, 'docs/checks.md');
const faults: readonly Fault[] = [...platformFaults, ...setupFaults, ...textFaults, ...codeFaults];
/** Ask programs that read files. */
const ON_DISK: readonly Checker[] = ['components', 'apex-ls', 'pmd'];

const sound = readProject(projectRoot);
const missed: string[] = [];

for (const fault of faults.filter(({ by }) => by !== 'apex-ls' && by !== 'pmd')) {
    const planted = plant(sound, fault);
    const problems = ON_DISK.includes(fault.by) ? await onDisk(planted, (project) => found(fault, project)) : await found(fault, planted);
    report(fault, problems);
}
// A run of these takes seconds: all their faults are planted at once, each in a file of its own.
const [compiled, analysed] = await Promise.all([
    onDisk(plantAll('apex-ls'), ({ root }) => compileApex(root)),
    onDisk(plantAll('pmd'), ({ root }) => analyseApex(root))
]);
for (const fault of faults.filter(({ by }) => by === 'apex-ls')) report(fault, compiled);
for (const fault of faults.filter(({ by }) => by === 'pmd')) report(fault, analysed);

const text = checksDocument(faults);
if (process.argv.includes('--write')) await writeFile(DOCUMENT, text);
else if ((await readFile(DOCUMENT, 'utf8')) !== text) missed.push('docs/checks.md is not up to date: npm run test:checks -- --write');
for (const problem of missed) console.error(problem);
console.log(missed.length === 0 ? `All ${faults.length} faults are caught` : `${missed.length} problems`);
process.exitCode = missed.length === 0 ? 0 : 1;

function plantAll(by: Checker): Project {
    return faults.filter((fault) => fault.by === by).reduce(plant, sound);
}

/** What the fault's checker says of a project. */
async function found({ by, file }: Fault, project: Project): Promise<readonly Problem[]> {
    switch (by) {
        case 'lwc':
            return checkLwc(
                project,
                bundlesOf(project).filter((name) => file.startsWith(`lwc/${name}/`))
            );
        case 'apex-ls':
        case 'pmd':
            throw new Error(`${by} runs once for all faults`);
        default:
            return checks[by](project);
    }
}

async function onDisk<T>(project: Project, use: (copy: Project) => Promise<T>): Promise<T> {
    const root = await mkdtemp(join(tmpdir(), 'denwa-fault-'));
    try {
        for (const [path, text] of project.files) {
            await mkdir(dirname(join(root, path)), { recursive: true });
            await writeFile(join(root, path), text);
        }
        await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
        return await use({ ...project, root });
    } finally {
        await rm(root, { recursive: true });
    }
}

function report(fault: Fault, problems: readonly Problem[]): void {
    const hit = problems.find((problem) => fault.says.test(problem));
    console.log(`${hit === undefined ? 'MISSED' : 'caught'}  ${fault.by.padEnd(12)}  ${fault.fault}`);
    if (hit === undefined) {
        missed.push(
            `${fault.by} does not see '${fault.fault}' in ${pathOf(fault)}. It says:\n    ${problems.slice(0, 5).join('\n    ') || 'nothing'}`
        );
    }
}
