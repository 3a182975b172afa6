import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

/** The scripts that talk to an org, with a Salesforce CLI that only notes what it is asked. */
const SCRIPTS = ['deploy', 'create-package-version', 'scratch-org'];
const PACKAGE_ID = '033000000000001AAA';
const VERSION_ID = '04t000000000001AAA';

let root: string;

async function program(path: string, text: string): Promise<void> {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, `#!/usr/bin/env bash\n${text}\n`);
    await chmod(path, 0o755);
}

/** What the CLI prints for the commands of one topic. */
function answer(topic: string, json: object): Promise<void> {
    return writeFile(join(root, `${topic}-answer`), JSON.stringify(json));
}

beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'denwa-org-scripts-'));
    for (const script of SCRIPTS) await cp(join('scripts', script), join(root, 'scripts', script));
    await writeFile(join(root, 'package.json'), '{"version":"1.2.3"}');
    await mkdir(join(root, 'force-app/main/default/classes'), { recursive: true });
    for (const name of ['DenwaPhone', 'DenwaPhoneTest', 'DenwaLogTest']) {
        await writeFile(join(root, `force-app/main/default/classes/${name}.cls`), '');
    }
    await program(join(root, 'scripts/install'), '');
    await program(join(root, 'bin/npm'), 'echo "npm $*" >>asked');
    await program(join(root, 'scripts/sf'), 'echo "sf $*" >>asked; [ ! -f "$1-answer" ] || cat "$1-answer"');
    await answer('data', { status: 0, result: { records: [{ Id: PACKAGE_ID }] } });
    await answer('package1', { status: 0, result: { Status: 'SUCCESS', MetadataPackageVersionId: VERSION_ID } });
});

afterEach(() => rm(root, { recursive: true }));

interface Outcome {
    readonly code: number;
    readonly output: string;
    readonly errors: string;
    /** What npm and the Salesforce CLI were asked, in this order. */
    readonly asked: readonly string[];
}

async function run(script: string, ...options: readonly string[]): Promise<Outcome> {
    const outcome = await new Promise<Omit<Outcome, 'asked'>>((resolve) => {
        const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}` };
        execFile(join(root, 'scripts', script), options, { env }, (error, output, errors) => {
            resolve({ code: error ? Number(error.code) : 0, output, errors });
        });
    });
    const asked = await readFile(join(root, 'asked'), 'utf8').catch(() => '');
    return { ...outcome, asked: asked.split('\n').filter((line) => line !== '') };
}

describe('scripts/deploy', () => {
    test('deploys the sources and runs the tests that are Denwa’s own', async () => {
        const { code, asked } = await run('deploy', 'sandbox');
        expect(code).toBe(0);
        expect(asked).toEqual([
            'npm run --silent package',
            'sf project deploy start --source-dir force-app --target-org sandbox --test-level RunSpecifiedTests ' +
                '--tests DenwaLogTest --tests DenwaPhoneTest --wait 30'
        ]);
    });

    test('validates without changing anything', async () => {
        expect((await run('deploy', 'sandbox', '--dry-run')).asked.at(-1)).toMatch(/--wait 30 --dry-run$/);
    });
});

describe('scripts/create-package-version', () => {
    test('deploys the zip into the package and uploads an unmanaged version', async () => {
        const { code, output, asked } = await run('create-package-version', 'packaging');
        expect(code).toBe(0);
        for (const host of ['login', 'test']) {
            expect(output).toContain(`https://${host}.salesforce.com/packaging/installPackage.apexp?p0=${VERSION_ID}`);
        }
        expect(asked.slice(1)).toEqual([
            'sf project deploy start --metadata-dir dist/denwa-1.2.3.zip --single-package --target-org packaging --test-level RunLocalTests --wait 30',
            "sf data query --use-tooling-api --target-org packaging --json --query SELECT Id FROM MetadataPackage WHERE Name = 'Denwa'",
            `sf package1 version create --package-id ${PACKAGE_ID} --name Denwa 1.2.3 --version 1.2 --target-org packaging --wait 30 --json`
        ]);
    });

    test('uploads nothing when it only validates', async () => {
        const { asked } = await run('create-package-version', 'packaging', '--dry-run');
        expect(asked).toHaveLength(2);
        expect(asked.at(-1)).toMatch(/--dry-run$/);
    });

    test('says how to make the package that is not there', async () => {
        await answer('data', { status: 0, result: { records: [] } });
        const { code, errors, asked } = await run('create-package-version', 'packaging');
        expect(code).toBe(1);
        expect(errors).toContain('Setup > Package Manager > New');
        expect(asked.some((line) => line.startsWith('sf package1'))).toBe(false);
    });
});

describe('scripts/create-package-version, for a version that the org does not make', () => {
    test('in time: says where its address will be', async () => {
        await answer('package1', { status: 0, result: { Status: 'IN_PROGRESS' } });
        const { code, output, errors } = await run('create-package-version', 'packaging');
        expect([code, output]).toEqual([1, '']);
        expect(errors).toContain('Setup > Package Manager > Denwa > Versions');
    });

    test('at all: says why', async () => {
        await program(join(root, 'scripts/sf'), 'cat "$1-answer" 2>/dev/null; [ "$1" != package1 ]');
        await answer('package1', { status: 1, name: 'Error', message: 'The package holds a component of another namespace' });
        const { code, errors } = await run('create-package-version', 'packaging');
        expect(code).toBe(1);
        expect(errors).toContain('another namespace');
    });
});

describe('scripts/scratch-org', () => {
    test('makes an org with Denwa, an agent and sample records, and opens the app', async () => {
        const { code, asked } = await run('scratch-org', 'trial', '--days', '14');
        expect(code).toBe(0);
        expect(asked.slice(1)).toEqual([
            'sf org create scratch --definition-file config/project-scratch-def.json --alias trial --duration-days 14 --wait 20',
            'sf project deploy start --source-dir force-app --target-org trial --wait 30',
            'sf org assign permset --name Denwa_Agent --name Denwa_Admin --target-org trial',
            'sf apex run --file config/sample-user.apex --target-org trial',
            'sf data import tree --plan config/sample-records/plan.json --target-org trial',
            'sf org open --path /lightning/app/c__Denwa --target-org trial'
        ]);
    });

    test('stops at the first command that fails', async () => {
        await program(join(root, 'scripts/sf'), 'echo "sf $*" >>asked; exit 1');
        const { code, asked } = await run('scratch-org');
        expect(code).toBe(1);
        expect(asked).toHaveLength(2);
    });
});

describe('wrong arguments', () => {
    test.each([
        ['deploy', []],
        ['deploy', ['one', 'two']],
        ['deploy', ['--production']],
        ['create-package-version', []],
        ['scratch-org', ['--days', '31']],
        ['scratch-org', ['--days']],
        ['scratch-org', ['--nonsense']]
    ])('scripts/%s %j asks nobody anything and shows its usage', async (script, options) => {
        const { code, errors, asked } = await run(script, ...options);
        expect(code).toBe(2);
        expect(errors).toContain(`Usage: scripts/${script}`);
        expect(asked).toEqual([]);
    });
});
