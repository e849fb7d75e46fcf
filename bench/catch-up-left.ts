// catch-up-left.ts EVENTS FOLDER: ours and the reference bring one store into rows, each way; leaves
// FOLDER/{ours,reference}-{catch-up,rebuild,row-an-event}/rows.db, for the test that compares them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run as runOurs } from './contenders/ours-catch-up.js';
import { run as runReference } from './contenders/reference-catch-up.js';
import { writeHistoryFile } from './history-file.js';

const count = Number(process.argv[2]);
const folder = process.argv[3] ?? '';
if (folder === '' || !(count > 0)) throw new Error('usage: catch-up-left.ts EVENTS FOLDER');
await writeHistoryFile(folder, count);

const plain = { atOnce: 1, warmUp: 0, rows: false, dto: false, count, history: join(folder, 'quejas.db') };
const into = (name: string): string => {
  const made = join(folder, name);
  mkdirSync(made);
  return made;
};
for (const [name, rowsEach, ours, reference] of [
  ['catch-up', 'case', 'ours-catch-up', 'reference-catch-up'],
  ['rebuild', 'case', 'ours-rebuild', 'reference-rebuild'],
  ['row-an-event', 'event', 'ours-catch-up', 'reference-catch-up'],
] as const) {
  await runOurs({ ...plain, module: ours, rowsEach }, into(`ours-${name}`));
  await runReference({ ...plain, module: reference, rowsEach }, into(`reference-${name}`));
}
