// Runs one contender and prints its rate per second.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isContender, type Contender } from './entry.js';

type Run = (contender: Contender, folder: string) => Promise<number>;

const runs: Readonly<Record<Contender['module'], () => Promise<{ readonly run: Run }>>> = {
  'ours-commands': () => import('./contenders/ours-commands.js'),
  'reference-commands': () => import('./contenders/reference-commands.js'),
  'ours-catch-up': () => import('./contenders/ours-catch-up.js'),
  'ours-rebuild': () => import('./contenders/ours-catch-up.js'),
  'reference-catch-up': () => import('./contenders/reference-catch-up.js'),
  'reference-rebuild': () => import('./contenders/reference-catch-up.js'),
  'ours-load': () => import('./contenders/ours-load.js'),
  'reference-load': () => import('./contenders/reference-load.js'),
  'peer-commands': () => import('./contenders/peer-commands.js'),
  'eventstoredb-ours-append': () => import('./contenders/eventstoredb-ours-append.js'),
  'eventstoredb-bare-append': () => import('./contenders/eventstoredb-bare-append.js'),
  'eventstoredb-ours-commands': () => import('./contenders/eventstoredb-ours-commands.js'),
  'eventstoredb-bare-commands': () => import('./contenders/eventstoredb-bare-commands.js'),
  'eventstoredb-peer-commands': () => import('./contenders/eventstoredb-peer-commands.js'),
  'eventstoredb-ours-catch-up': () => import('./contenders/eventstoredb-ours-catch-up.js'),
  'eventstoredb-bare-catch-up': () => import('./contenders/eventstoredb-bare-catch-up.js'),
  'ours-due-hour': () => import('./contenders/ours-due-hour.js'),
  'ours-due-year': () => import('./contenders/ours-due-year.js'),
  'ours-analytics': () => import('./contenders/ours-analytics.js'),
  'ours-queue-page': () => import('./contenders/ours-asked.js'),
  'ours-totals': () => import('./contenders/ours-asked.js'),
  'reference-queue-page': () => import('./contenders/reference-asked.js'),
  'reference-totals': () => import('./contenders/reference-asked.js'),
  'ours-board': () => import('./contenders/ours-board.js'),
  'ours-board-folded': () => import('./contenders/ours-board.js'),
  'ours-run-due': () => import('./contenders/ours-run-due.js'),
  'ours-filing': () => import('./contenders/ours-filing.js'),
  'ours-sealed': () => import('./contenders/ours-sealed.js'),
  'reference-unsealed': () => import('./contenders/reference-unsealed.js'),
  'ours-audit': () => import('./contenders/ours-audit.js'),
  'ours-audit-export': () => import('./contenders/ours-audit.js'),
  'ours-audit-verify': () => import('./contenders/ours-audit.js'),
  'reference-audit-export': () => import('./contenders/reference-audit.js'),
  'reference-audit-verify': () => import('./contenders/reference-audit.js'),
  'ours-recompute': () => import('./contenders/ours-recompute.js'),
  'ours-run-due-alone': () => import('./contenders/ours-run-due-alone.js'),
};

const contender: unknown = JSON.parse(process.argv[2] ?? '{}');
if (!isContender(contender)) throw new Error('usage: contender.ts CONTENDER, as entries.ts describes it');
const folder = mkdtempSync(join(tmpdir(), 'quejas-bench-'));
try {
  const { run } = await runs[contender.module]();
  process.stdout.write(String(await run(contender, folder)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
