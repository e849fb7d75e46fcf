
import { mkdtempSync } from 'node:fs';
import { writeFilledBoard, boardAskedAt } from './filled-board.js';
import { openBench } from './workload.js';
const folder = mkdtempSync('/tmp/board-');
let b = performance.now();
await writeFilledBoard(folder, Number(process.argv[2] ?? 1_000_000));
console.log('filled', performance.now() - b, folder);
b = performance.now();
const quejas = await openBench(folder, true, () => boardAskedAt);
console.log('open', performance.now() - b);
for (let i = 0; i < 12; i++) { b = performance.now(); const v = await quejas.sla({ by: [] }); console.log(performance.now() - b, v.filed, v.open, v.durations.length, v.measures.length, v.clocks.length); }
b = performance.now(); 
for (let i = 0; i < 20; i++) await quejas.sla({ by: [] }); console.log('mean', (performance.now() - b) / 20);
await quejas.close();
