// Runs Jest with the arguments given, then prints the counts as the very last line, whatever Jest wrote before.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const args = process.argv.slice(2);
const onlyAsks = args.some((arg) =>
  /^(-h|--help|--version|--listTests|--showConfig|--clearCache)$/.test(arg),
);

const folder = mkdtempSync(join(tmpdir(), 'quejas-tests-'));
const summary = join(folder, 'summary');
const child = spawn(process.execPath, [jest, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, QUEJAS_TEST_SUMMARY: summary },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

const read = () => {
  try {
    return readFileSync(summary, 'utf8');
  } catch {
    return undefined;
  }
};
child.on('close', (code, signal) => {
  const line = read();
  rmSync(folder, { recursive: true, force: true });
  if (onlyAsks) process.exit(code ?? 1);
  process.stdout.write(`${line ?? '0 passed, 0 failed, 0 skipped'}\n`);
  process.exitCode = line === undefined || signal ? 1 : (code ?? 1);
});
