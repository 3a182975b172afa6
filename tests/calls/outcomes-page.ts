import { format, resolveConfig } from 'prettier';
import { operations, situations } from './outcomes';

const HEAD = `# What becomes of each operation

An agent presses something, and somebody hangs up, does not answer, or the network breaks. This table is what the phone then does. It is
written from, and checked against, \`tests/calls\`: \`npm run test:calls\` brings each case about on a real Asterisk and asserts it, and that
afterwards nothing is left: no call on any phone or on the PBX, no tone, no live microphone. \`npm run test:calls -- --write\` writes this page.

“–”: the case cannot arise. “comes back”: needs the dialplan of [the PBX guide](pbx-guide.md).

`;

/** docs/call-operations.md, as it has to be. */
export async function outcomesPage(file: string): Promise<string> {
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const rows = operations.map(({ name, outcomes }) =>
        row([`**${name}**`, ...situations.map((situation) => outcomes[situation]?.text ?? '–')])
    );
    const table = [row(['', ...situations]), row(['---', ...situations.map(() => '---')]), ...rows].join('\n');
    return format(`${HEAD}${table}\n`, { ...(await resolveConfig(file)), filepath: file });
}
