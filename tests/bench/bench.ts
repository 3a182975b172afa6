import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { paths, projectRoot } from '../../scripts/build/paths';
import type { SizeReport } from '../../scripts/build/size-report';
import { accountOfUser } from '../../scripts/org-accounts';
import { bob, daisuke, TestPbx } from '../../test-pbx';
import { startWorkbench, type Workbench } from '../../workbench';
import { launchChromium } from '../browser/chromium';
import { startBareServer } from './bare-server';
import { formatCallerSearch, measureCallerSearch, type CallerSearchReport } from './caller-search';
import { measure, type Sample } from './measure';
import { formatEndurance, leftBehind, measureEndurance, type EnduranceReport } from './endurance';
import { formatNumbersReport, measureNumbers, type NumbersReport } from './numbers';
import { bundlePageScript } from './page/bundle';
import { bareSipJs, denwa } from './phone';
import { formatReport, makeReport } from './report';

const DEFAULT_RUNS = 20;
const NUMBERS_ONLY = '--numbers';
const ENDURANCE_ONLY = '--endurance';
const USAGE = `npm run bench -- [--runs N | ${ENDURANCE_ONLY} | ${NUMBERS_ONLY}]
Measures Denwa and a bare sip.js page N times each (default ${DEFAULT_RUNS}), one page for a day of calls, what is dialled and how
callers are found, prints tables and writes dist/bench.json.
${ENDURANCE_ONLY}: only the day of calls, printed. ${NUMBERS_ONLY}: only what is dialled and how callers are found, printed.`;
const RESULT = join(projectRoot, 'dist/bench.json');

class UsageError extends Error {}

async function main(): Promise<void> {
    const args = process.argv.slice(2);
    if (args.join(' ') === NUMBERS_ONLY) {
        printNumbers(measureWithoutCalls());
        return;
    }
    const isEnduranceOnly = args.join(' ') === ENDURANCE_ONLY;
    const runs = isEnduranceOnly ? 0 : readRuns(args);
    if (![join(paths.staticResource, 'denwa.js'), paths.sizeReport].every(existsSync)) {
        throw new UsageError('There is no static resource to measure: run npm run build first.');
    }
    if (isEnduranceOnly) {
        printEndurance(await withPbx(measureDay));
        return;
    }
    const bareScript = await bundlePageScript('bare-page');
    const { measured, endurance } = await withPbx(async (pbx) => ({
        measured: await measureBoth(pbx, runs, bareScript),
        endurance: await measureDay(pbx)
    }));
    const report = makeReport({
        ...measured,
        denwaSize: JSON.parse(await readFile(paths.sizeReport, 'utf8')) as SizeReport,
        bareSize: { minified: Buffer.byteLength(bareScript), gzip: gzipSync(bareScript, { level: 9 }).length }
    });
    const numbersReports = measureWithoutCalls();
    await writeFile(RESULT, `${JSON.stringify({ ...report, endurance, ...numbersReports }, null, 2)}\n`);
    process.stdout.write(`${formatReport(report)}\n\n`);
    printEndurance(endurance);
    printNumbers(numbersReports);
}

/** Memory that does not come back is no matter of speed: the command fails. */
function printEndurance(report: EnduranceReport): void {
    process.stdout.write(`${formatEndurance(report)}\n\n`);
    const left = leftBehind(report);
    if (left.length === 0) return;
    process.stderr.write(`A day of calls leaves behind: ${left.join('; ')}\n`);
    process.exitCode = 1;
}

interface NumbersReports {
    readonly numbers: NumbersReport;
    readonly callerSearch: CallerSearchReport;
}

/** Neither a PBX nor a browser. */
function measureWithoutCalls(): NumbersReports {
    progress('numbers');
    const numbers = measureNumbers();
    progress('callers');
    return { numbers, callerSearch: measureCallerSearch() };
}

function printNumbers({ numbers, callerSearch }: NumbersReports): void {
    process.stdout.write(`${formatNumbersReport(numbers)}\n\n${formatCallerSearch(callerSearch)}\n`);
}

function readRuns(args: readonly string[]): number {
    const [option, value, ...rest] = args;
    if (option === undefined) return DEFAULT_RUNS;
    const runs = Number(value);
    if (option !== '--runs' || rest.length > 0 || !Number.isInteger(runs) || runs < 1) throw new UsageError(USAGE);
    return runs;
}

interface Samples {
    readonly machine: string;
    readonly denwa: readonly Sample[];
    readonly bare: readonly Sample[];
}

async function withPbx<T>(work: (pbx: TestPbx) => Promise<T>): Promise<T> {
    const pbx = await TestPbx.start({ progress });
    try {
        return await work(pbx);
    } finally {
        await pbx.stop();
    }
}

function openOrg(pbx: TestPbx, settings: Readonly<Record<string, string>> = {}): Promise<Workbench> {
    return startWorkbench({
        port: 0,
        callCenterOverrides: { '/denwaPbx/denwaPbxServer': pbx.wssUrl, ...settings },
        sipAccount: accountOfUser
    });
}

/** Runs the two in turn, so that what else the machine does hits both, and the other one first each time. */
async function measureBoth(pbx: TestPbx, runs: number, bareScript: string): Promise<Samples> {
    const closers: (() => Promise<void>)[] = [];
    try {
        const bareServer = await startBareServer(bareScript);
        closers.push(bareServer.close);
        const workbench = await openOrg(pbx);
        closers.push(workbench.close);
        const browser = await launchChromium();
        closers.push(() => browser.close());
        const recorder = await bundlePageScript('recorder');
        const phones = {
            denwa: denwa(browser, recorder, workbench, daisuke),
            bare: bareSipJs(browser, recorder, bareServer, pbx, bob)
        };
        const samples = { denwa: [] as Sample[], bare: [] as Sample[] };
        for (let run = 0; run <= runs; run += 1) {
            progress(run === 0 ? 'warming up' : `run ${run} of ${runs}`);
            for (const name of run % 2 === 0 ? (['denwa', 'bare'] as const) : (['bare', 'denwa'] as const)) {
                const sample = await measure(phones[name], pbx);
                // The first run starts processes and fills caches that all later ones share.
                if (run > 0) samples[name].push(sample);
            }
        }
        return { ...samples, machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Chromium ${browser.version()}` };
    } finally {
        for (const close of closers.reverse()) await close();
    }
}

async function measureDay(pbx: TestPbx): Promise<EnduranceReport> {
    progress('a day of calls');
    const workbench = await openOrg(pbx, { '/denwaCallLog/denwaWrapUpSeconds': '0' });
    try {
        // In a process of its own, as beside a Lightning page of another site, so that what it holds can be told from what the org holds.
        const browser = await launchChromium('granted', [`--isolate-origins=${workbench.vfUrl}`]);
        try {
            const open = denwa(browser, await bundlePageScript('recorder'), workbench, daisuke);
            return await measureEndurance(open, pbx, progress);
        } finally {
            await browser.close();
        }
    } finally {
        await workbench.close();
    }
}

function progress(line: string): void {
    process.stderr.write(`bench: ${line}\n`);
}

try {
    await main();
} catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
}
