/**
 * The core of the product against the real Asterisk, without a browser: `npm run test:calls`. With `--write` it writes docs/call-operations.md
 * instead. The browser tests look at the same operations as agents see and hear them.
 */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { TestPbx } from '../../test-pbx';
import { deskTests } from './desk';
import { Office } from './office';
import { operations, situations } from './outcomes';
import { outcomesPage } from './outcomes-page';
import { walk } from './walk';

const page = path.join(import.meta.dirname, '../../docs/call-operations.md');
const WALK_STEPS = 120;
const WALKS = [1, 2, 3];

if (process.argv.includes('--write')) {
    await writeFile(page, await outcomesPage(page));
} else {
    testCalls();
}

function testCalls(): void {
    test('docs/call-operations.md tells what is tested', async () => {
        assert.equal(await readFile(page, 'utf8'), await outcomesPage(page), 'write it anew: npm run test:calls -- --write');
    });

    describe('on the real PBX', () => {
        let pbx: TestPbx;
        let office: Office;

        before(async () => {
            pbx = await TestPbx.start();
            office = await Office.open(pbx);
        });

        afterEach(async () => {
            try {
                await office.isQuiet();
            } finally {
                // One failure must not become the next test's.
                await pbx.reset();
            }
        });

        after(async () => {
            await office.close();
            await pbx.stop();
        });

        for (const { name, outcomes } of operations) {
            for (const situation of situations) {
                const outcome = outcomes[situation];
                if (outcome) test(`${name}, ${situation}: ${outcome.text}`, () => outcome.check(office));
            }
        }

        for (const { name, check } of deskTests) test(name, () => check(pbx));

        for (const seed of process.env.SEED ? [Number(process.env.SEED)] : WALKS) {
            test(`a random walk of ${WALK_STEPS} steps (again: SEED=${seed} npm run test:calls)`, async (context) => {
                const { allowed, refused } = await walk(office, seed, WALK_STEPS);
                context.diagnostic(`${allowed} commands were allowed, ${refused} were not`);
            });
        }
    });
}
