import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { conectared, type ProviderProfile } from 'quejas';
import { instantOf } from 'quejas/domain';
import { openChecked, type WithChecked } from './open-checked.js';
import { fileRequests } from './run-due.js';
import { start } from './workload.js';

const child = fileURLToPath(new URL('./recompute-child.ts', import.meta.url));

/** The provider a day later: its calendar of business days has one more holiday, and so a new version, as its policy has. */
export const withHoliday: ProviderProfile = {
  ...conectared,
  policy: { ...conectared.policy, version: conectared.policy.version + 1 },
  businessCalendar: {
    ...conectared.businessCalendar,
    version: conectared.businessCalendar.version + 1,
    holidays: [...conectared.businessCalendar.holidays, '2026-03-04'].sort(),
  },
};

/** The store that is filled by one process and counted anew by another. */
export const openRecompute = (
  folder: string,
  provider: ProviderProfile,
  now: number,
): Promise<WithChecked> => {
  const [store, keys] = [`sqlite:${folder}/quejas.db`, `file:${folder}/keys/keys.db`] as const;
  return openChecked({ store, keys, provider, clock: () => instantOf(now) });
};

/** MiB of objects that the process which counts anew may hold: with more than is promised it dies, and so does this. */
const heapMiB = 320;

const figuresIn = (text: string) => {
  const read: unknown = JSON.parse(text);
  const [rate, halfMiB, peakMiB] = Array.isArray(read) ? read.map(Number) : [];
  if (rate === undefined || halfMiB === undefined || peakMiB === undefined) throw new Error(text);
  return { rate, halfMiB, peakMiB };
};

/**
 * Open requests a second whose deadlines `recomputeOpen` counts anew once a calendar was published, in a process of its own,
 * so that its greatest resident memory is that of the work alone: it is told on standard error, as it was half-way and at the
 * end.
 */
export const recomputeRate = async (count: number, folder: string): Promise<number> => {
  const quejas = await openRecompute(folder, conectared, start);
  await fileRequests(quejas, 'open', count, start);
  await quejas.close();
  const args = [...process.execArgv, `--max-old-space-size=${String(heapMiB)}`, child, folder, String(count)];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (ran.status !== 0) throw new Error(`recompute-child.ts failed with status ${String(ran.status)}`);
  const { rate, halfMiB, peakMiB } = figuresIn(ran.stdout);
  const memory = `${String(halfMiB)} MiB half-way, ${String(peakMiB)} MiB at the end`;
  process.stderr.write(`recompute: ${count.toLocaleString('en')} requests, at most ${memory}\n`);
  return rate;
};
