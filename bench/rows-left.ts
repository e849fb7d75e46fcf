// rows-left.ts COUNT FOLDER: ours and the reference write the same mix over copies of one store, at the same times;
// leaves FOLDER/ours/quejas.db and FOLDER/reference/quejas.db, for the test that compares them.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from 'quejas/domain';
import { write as writeOurs } from './contenders/ours-commands.js';
import { write as writeReference } from './contenders/reference-commands.js';
import { fileAll, openBench, start, streamNames } from './workload.js';

const count = Number(process.argv[2]);
const [ours, reference] = ['ours', 'reference'].map((name) => join(process.argv[3] ?? '', name));
if (ours === undefined || reference === undefined) throw new Error('usage: rows-left.ts COUNT FOLDER');
for (const folder of [ours, reference]) mkdirSync(folder, { recursive: true });

const filing = await openBench(ours, true);
const folios = await fileAll(filing, count);
const names = await streamNames(filing, folios);
await filing.close();
copyFileSync(join(ours, 'quejas.db'), join(reference, 'quejas.db'));

const firstAt = start + 3_600_000;
let now = firstAt;
const clock = () => instantOf((now += 1));
const quejas = await openBench(ours, true, clock);
now = firstAt;
await writeOurs(quejas, folios, { atOnce: 1, dto: false, count, warmUp: 0 });
await quejas.close();

now = firstAt;
await writeReference(join(reference, 'quejas.db'), { names, rows: true, clock, count, warmUp: 0, atOnce: 1 });
