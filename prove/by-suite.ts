import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const whole = (name: string, text: string): string => {
  if (/^-?\d{1,10}$/.test(text)) return text;
  process.stderr.write(`--${name} takes a whole number, not "${text}"\n`);
  return process.exit(2);
};

/** Runs the tests of `test/proofs/NAME` at the length and from the seed that the command line gives. */
export const proveBySuite = (name: string, usualRuns: number): void => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: String(usualRuns) },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    },
  });
  const runs = whole('runs', values.runs);
  const seed = whole('seed', values.seed);
  process.stdout.write(`prove:${name} --runs ${runs} --seed ${seed}\n`);
  const child = spawn(process.execPath, ['scripts/run-tests.mjs', `test/proofs/${name}`], {
    stdio: 'inherit',
    env: { ...process.env, QUEJAS_PROOF_RUNS: runs, QUEJAS_PROOF_SEED: seed },
  });
  child.on('close', (code) => (process.exitCode = code ?? 1));
};
