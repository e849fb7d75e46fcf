// Runs one contender and prints its rate per second.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contender } from './entries.js';

const contender: Contender = JSON.parse(process.argv[2] ?? '{}');
const folder = mkdtempSync(join(tmpdir(), 'quejas-bench-'));
try {
  const { run } = await import(`./contenders/${contender.module}.ts`);
  process.stdout.write(String(await run(contender, folder)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
