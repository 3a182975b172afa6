import assert from 'node:assert/strict';
import type { Account } from './accounts';
import { SilentPhone } from './silent-phone';
import { TestPbx } from './test-pbx';

/** A PBX and the phones that stay registered with it through all tests of a file. */
export class SilentOffice {
    readonly pbx: TestPbx;
    readonly #phones: SilentPhone[] = [];

    private constructor(pbx: TestPbx) {
        this.pbx = pbx;
    }

    static async open(): Promise<SilentOffice> {
        return new SilentOffice(await TestPbx.start());
    }

    async phone(account: Account): Promise<SilentPhone> {
        const phone = new SilentPhone(account, this.pbx.wsUrl);
        this.#phones.push(phone);
        assert.equal(await phone.register(), 200);
        return phone;
    }

    /** After each test: one failure must not become the next test's. */
    async reset(): Promise<void> {
        await this.pbx.reset();
        for (const phone of this.#phones) phone.forget();
    }

    /** @param expected the lines that the PBX may have in its log of problems, because the tests ask for them */
    async close(expected?: RegExp): Promise<void> {
        for (const phone of this.#phones) await phone.close();
        const problems = await this.pbx.logProblems();
        await this.pbx.stop();
        assert.deepEqual(
            problems.filter((line) => !expected?.test(line)),
            []
        );
    }
}
