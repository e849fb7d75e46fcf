// prove:input -- --runs N --seed S: whatever comes from outside is taken whole or refused with a code, N times over.
// Each proof is a test of test/proofs/input, so that the suite runs a slice of the same.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

const whole = (name: string, text: string): string => {
  if (/^-?\d{1,10}$/.test(text)) return text;
  process.stderr.write(`--${name} takes a whole number, not "${text}"\n`);
  return process.exit(2);
};

const runs = whole('runs', values.runs);
const seed = whole('seed', values.seed);
process.stdout.write(`prove:input --runs ${runs} --seed ${seed}\n`);
const child = spawn(process.execPath, ['scripts/run-tests.mjs', 'test/proofs/input'], {
  stdio: 'inherit',
  env: { ...process.env, QUEJAS_PROOF_RUNS: runs, QUEJAS_PROOF_SEED: seed },
});
child.on('close', (code) => (process.exitCode = code ?? 1));
