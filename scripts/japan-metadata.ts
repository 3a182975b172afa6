import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { MetadataJson } from 'libphonenumber-js/core';
import { format, resolveConfig } from 'prettier';

/** Cuts Japan out of the library's metadata of all countries, which is ten times as large. Run it after an update of libphonenumber-js. */
const all = createRequire(import.meta.url)('libphonenumber-js/metadata.max.json') as MetadataJson;
const japan = { version: all.version, country_calling_codes: { 81: ['JP'] }, countries: { JP: all.countries.JP }, nonGeographic: {} };

const target = fileURLToPath(new URL('../src/phone-number/japan-metadata.json', import.meta.url));
const text = await format(JSON.stringify(japan), { ...(await resolveConfig(target)), filepath: target });
await writeFile(target, text);
console.log(`Wrote ${target}`);
