// Publishes a calendar, counts the deadlines of all open requests anew, and prints the rate and the greatest memory.
import { asLegal, recomputeOpen } from 'quejas';
import { openRecompute, withHoliday } from './recompute.js';
import { start } from './workload.js';

const [folder = '', given = ''] = process.argv.slice(2);
const count = Number(given);
const peakMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const quejas = await openRecompute(folder, withHoliday, start + 60_000);
let halfMiB = 0;
const began = performance.now();
const result = await recomputeOpen(
  quejas,
  { commandId: 'calendar', reason: 'calendar-change' },
  asLegal('le-1'),
  {
    onProgress: (looked) => {
      if (looked === Math.ceil(count / 2)) halfMiB = peakMiB();
    },
  },
);
const seconds = (performance.now() - began) / 1000;
await quejas.close();
if (result.recomputed !== count) throw new Error(JSON.stringify(result));
process.stdout.write(JSON.stringify([result.recomputed / seconds, halfMiB, peakMiB()]));
