import { hash } from 'node:crypto';
import { conectared } from 'quejas';
import { instantOf } from 'quejas/domain';
import { openChecked } from './open-checked.js';
import { rateOf } from './pace.js';
import { benchClock, by, start } from './workload.js';

/** Filings whose rate counts. */
const most = 50_000;

/** Command ids ordered by time (UUIDv7), as the target asks for them: one each millisecond. */
const commandIdOf = (n: number): string => {
  const time = (start + n).toString(16).padStart(12, '0');
  const digits = hash('sha256', String(n), 'hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
};

/**
 * Filings a second of the last 50,000 (of the last half where there are fewer), with the rows inline and the keys in a file.
 * The greatest resident memory of the process is told on standard error.
 */
export const filingRate = async (
  { count, atOnce }: { readonly count: number; readonly atOnce: number },
  folder: string,
): Promise<number> => {
  const quejas = await openChecked({
    ...{ store: `sqlite:${folder}/quejas.db`, keys: `file:${folder}/keys/keys.db` },
    ...{ provider: conectared, clock: benchClock() },
  });
  const file = async (n: number): Promise<void> => {
    const id = String(n);
    const filed = await quejas.submitFiling(
      {
        ...{ kind: 'fault', subject: 'service', channel: 'phone', severity: 'normal', language: 'es' },
        receivedAt: instantOf(start - 60_000),
        subscriber: { ref: `s-${id}`, name: `Suscriptor ${id}`, phone: '5550100000' },
        description: 'Sin señal desde la mañana.',
      },
      by,
      { commandId: commandIdOf(n) },
    );
    if (!filed.ok) throw new Error(JSON.stringify(filed));
  };
  const last = Math.min(most, Math.floor(count / 2));
  await rateOf({ count: count - last, atOnce }, file);
  const rate = await rateOf({ from: count - last, count: last, atOnce }, file);
  await quejas.close();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stderr.write(`filing: ${count.toLocaleString('en')} filed, at most ${String(peak)} MiB\n`);
  return rate;
};
