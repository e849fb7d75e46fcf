import { join } from 'node:path';
import { conectared } from 'quejas';
import { openAudit, verifyBundle, type Audit } from 'quejas/audit';
import type { Contender } from '../entry.js';
import { operationsOf } from '../pace.js';
import { fileAll, openBench } from '../workload.js';
import { write } from './ours-commands.js';

const openLog = (store: string, folder: string): Promise<Audit> =>
  openAudit({ store: `sqlite:${store}`, keys: `file:${folder}/keys/keys.db`, provider: conectared });

const peakMiB = (): string => `${String(Math.round(process.resourceUsage().maxRSS / 1024))} MiB`;

const exported = async (audit: Audit, dir: string): Promise<void> => {
  const bundle = await audit.export(dir);
  if (!bundle.ok) throw new Error(JSON.stringify(bundle));
};

/** Commands after which a host has the next head signed. */
const headEvery = 20_000;

/** The commands of `commands-64`, while the log of the same store is followed and its head signed now and then. */
const runLogged = async (contender: Contender, folder: string): Promise<number> => {
  const quejas = await openBench(folder, true);
  const folios = await fileAll(quejas, operationsOf(contender));
  const audit = await openLog(`${folder}/quejas.db`, folder);
  let signing = Promise.resolve();
  let commands = 0;
  const sign = async (): Promise<void> => {
    const head = await audit.checkpoint();
    if (!head.ok) throw new Error(JSON.stringify(head));
  };
  const rate = await write(quejas, folios, contender, () => {
    commands += 1;
    if (commands % headEvery === 0) signing = signing.then(sign);
  });
  await signing;
  await audit.close();
  await quejas.close();
  return rate;
};

/** A store is logged, signed and written as a bundle. */
const runExport = async ({ count, history }: Contender, folder: string): Promise<number> => {
  const audit = await openLog(history, folder);
  const began = performance.now();
  await exported(audit, join(folder, 'bundle'));
  const took = performance.now() - began;
  await audit.close();
  process.stderr.write(`audit-export: ${count.toLocaleString('en')} events, at most ${peakMiB()}\n`);
  return count / (took / 1_000);
};

/** A bundle is verified. */
const runVerify = async ({ count, history }: Contender): Promise<number> => {
  const began = performance.now();
  const verified = await verifyBundle(history, { trust: { kind: 'self' } });
  const took = performance.now() - began;
  if (!verified.ok || verified.entries < count) throw new Error(JSON.stringify(verified));
  process.stderr.write(`audit-verify: ${count.toLocaleString('en')} entries, at most ${peakMiB()}\n`);
  return count / (took / 1_000);
};

/** Ours: the audit log of a provider. */
export const run = (contender: Contender, folder: string): Promise<number> => {
  if (contender.module === 'ours-audit-verify') return runVerify(contender);
  return contender.module === 'ours-audit-export'
    ? runExport(contender, folder)
    : runLogged(contender, folder);
};
