// npm run soak:eventstoredb -- --minutes N [--log FILE]: writes against QUEJAS_EVENTSTOREDB_URL while that server is
// killed and restarted from outside; at the end every command that was acknowledged must be there exactly once.
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { soak } from './soak/soak.js';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, log: { type: 'string' } } });
const url = process.env['QUEJAS_EVENTSTOREDB_URL'];
const minutes = Number(values.minutes ?? 1);
if (url === undefined || url === '' || !(minutes > 0)) {
  process.stderr.write(
    'Diga el servidor en QUEJAS_EVENTSTOREDB_URL, y cuánto dura: --minutes N.\n' +
      'Name the server in QUEJAS_EVENTSTOREDB_URL, and how long it takes: --minutes N.\n',
  );
  process.exit(2);
}

const log = values.log ?? join(mkdtempSync(join(tmpdir(), 'quejas-soak-')), 'answers.log');
const { summary, violations } = await soak({
  url,
  log,
  namespace: `s${randomBytes(5).toString('hex')}`,
  milliseconds: minutes * 60_000,
  stopped: new Promise((resolve) => {
    process.once('SIGINT', () => resolve(undefined));
  }),
  progress: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${summary}\nanswers: ${log}\n`);
for (const violation of violations.slice(0, 50)) process.stdout.write(`VIOLATED: ${violation}\n`);
process.exitCode = violations.length === 0 ? 0 : 1;
