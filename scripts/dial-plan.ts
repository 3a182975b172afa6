import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { decideDial, defaultDialPlan, readDialPlan, type DialPlan } from '../src/phone-number/dial-plan';
import { dialPlanKeys } from '../src/phone-number/read-dial-plan';

const usage = `Usage: npm run --silent dial-plan -- [--plan FILE] [TEXT]

Prints what Denwa dials for a text, as one line of JSON. Without a text it reads one per line from standard input.

  --plan FILE   JSON file with the settings of the dial plan (docs/dial-plan.md); what it leaves out is the default
  --help

TEXT may begin with -, + or *; only the options above, before it, are read as such.`;

/** What the person has to put right. */
class UsageError extends Error {}

interface Request {
    readonly planFile: string | null;
    /** Null: standard input. */
    readonly text: string | null;
}

/** Not by a library: a text may begin with anything. */
function readArguments(given: readonly string[]): Request | 'help' {
    let planFile: string | null = null;
    let rest = given;
    while (rest.length > 0) {
        const [first = '', second] = rest;
        if (first === '--help') return 'help';
        if (first === '--plan') {
            if (second === undefined) throw new UsageError('--plan takes the name of a JSON file');
            planFile = second;
            rest = rest.slice(2);
        } else if (first.startsWith('--plan=')) {
            planFile = first.slice('--plan='.length);
            rest = rest.slice(1);
        } else {
            const texts = first === '--' ? rest.slice(1) : rest;
            const [text = null, option, file, ...others] = texts;
            // The text may stand before the option as well.
            if (option === '--plan' && file !== undefined && others.length === 0) return { planFile: file, text };
            if (texts.length > 1) throw new UsageError('Give one text, in quotes if it has blanks');
            return { planFile, text };
        }
    }
    return { planFile, text: null };
}

async function readPlan(file: string | null): Promise<DialPlan> {
    if (file === null) return defaultDialPlan;
    const { plan, invalid } = readDialPlan(await readJsonObject(file));
    if (invalid.length > 0) throw new UsageError(`${file} is no dial plan:\n${invalid.map(explain).join('\n')}`);
    return plan;
}

async function readJsonObject(file: string): Promise<Readonly<Record<string, unknown>>> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
        throw new UsageError(`${file} cannot be read`, { cause: error });
    });
    const values = parseJson(text, file);
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) return { ...values };
    throw new UsageError(`${file} has to hold one JSON object, such as {"outsideLinePrefix": "0"}`);
}

function parseJson(text: string, file: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
}

function explain(key: string): string {
    const allowed = Object.entries(dialPlanKeys).find(([name]) => name === key)?.[1];
    return allowed === undefined
        ? `  ${key}: unknown; the settings are ${Object.keys(dialPlanKeys).join(', ')}`
        : `  ${key}: takes ${allowed}`;
}

function decide(text: string, plan: DialPlan): string {
    const { dialString, candidates, extension, kind, rule, warnings } = decideDial(text, plan);
    return JSON.stringify({ dialString, candidates: candidates.map((option) => option.dialString), extension, kind, rule, warnings });
}

/** At the reader's pace. */
async function write(line: string): Promise<void> {
    if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

async function main(): Promise<void> {
    const request = readArguments(process.argv.slice(2));
    if (request === 'help') return write(usage);
    const plan = await readPlan(request.planFile);
    if (request.text !== null) return write(decide(request.text, plan));
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) await write(decide(line, plan));
}

// `head` and the like close the pipe when they have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
    await main();
} catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
}
