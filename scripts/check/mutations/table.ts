import type { Fault } from './fault';

/** docs/checks.md. */
export function checksDocument(faults: readonly Fault[]): string {
    const rows = faults.map(({ fault, by }) => [`\`${by}\``, fault] as const);
    const width = [0, 1].map((column) => Math.max(7, ...rows.map((row) => row[column as 0 | 1].length)));
    const line = (cells: readonly string[]) => `| ${cells.map((cell, index) => cell.padEnd(width[index] ?? 0)).join(' | ')} |`;
    return `# What the checks catch

Written by \`npm run test:checks -- --write\`, which plants each of these ${faults.length} faults into a copy of the project and fails unless the
checker beside it finds it. \`npm run check\` runs all checkers on the project; none of them needs an org.

- \`lwc\`: the platform's own compiler of Lightning Web Components (\`npm run check:lwc\`)
- \`apex-ls\`, \`pmd\`: compiler and analyser for Apex from Salesforce's Code Analyzer (\`npm run check:apex\`, needs Java)
- \`schema\`: Salesforce's types of the Metadata API; \`components\`: Salesforce's source-deploy-retrieve; the others: rules in
  \`scripts/check/metadata\`, one file each (\`npm run check:metadata\`)

${line(['Checker', 'Fault'])}
${line(width.map((length) => '-'.repeat(length)))}
${rows.map(line).join('\n')}
`;
}
