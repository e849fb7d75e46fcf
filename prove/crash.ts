// npm run prove:crash -- --runs N --seed S: kill the process at a random moment, again and again, until its work is done.
// No acknowledged command may be lost, none stored twice, and the end must be that of an undisturbed run.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { proofArguments } from './arguments.js';
import { finalState } from './crash/final-state.js';
import { live, steps, unreadable } from './crash/story.js';

const { runs, seed } = proofArguments(5);
const complaints = 40;
const kills = 5;
const childFile = fileURLToPath(new URL('./crash/child.ts', import.meta.url));

/** Runs the story in a process; kills it after so many acknowledgements and milliseconds, or lets it end. */
const runChild = (
  folder: string,
  acknowledged: Set<string>,
  killAfter: { acks: number; ms: number } | undefined,
): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, childFile, folder, String(complaints)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let heard = 0;
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) acknowledged.add(line);
      heard += lines.length;
      if (killAfter !== undefined && heard >= killAfter.acks)
        setTimeout(() => child.kill('SIGKILL'), killAfter.ms);
    });
    child.on('close', (code, signal) => {
      if (code === 0) resolve(true);
      else if (signal === 'SIGKILL') resolve(false);
      else reject(new Error(`the child ended with ${String(code ?? signal)}`));
    });
  });

const fault = (run: number, what: string): never => {
  process.stderr.write(`run ${String(run)}, seed ${String(seed)}: ${what}\n`);
  process.exit(1);
};

const scratch = (): string => mkdtempSync(join(tmpdir(), 'quejas-crash-'));

const undisturbed = scratch();
await live(undisturbed, complaints, () => undefined);
const expected = finalState(undisturbed);
rmSync(undisturbed, { recursive: true });

const random = xoroshiro128plus(seed);
const below = (limit: number): number => Math.abs(random.next()) % limit;

let killed = 0;
for (let run = 1; run <= runs; run += 1) {
  const folder = scratch();
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const ended = await runChild(folder, acknowledged, {
      acks: 1 + below(complaints * steps.length),
      ms: below(20),
    });
    if (ended) break;
    killed += 1;
  }
  await runChild(folder, acknowledged, undefined);
  const state = finalState(folder);
  const lost = [...acknowledged].filter((commandId) => !state.commands.has(commandId));
  if (lost.length > 0) fault(run, `acknowledged and lost: ${lost.join(', ')}`);
  const twice = [...state.commands].filter(([, count]) => count > 1);
  if (twice.length > 0) fault(run, `stored twice: ${twice.map(([commandId]) => commandId).join(', ')}`);
  if (new Set(state.folios).size !== complaints)
    fault(run, `${String(new Set(state.folios).size)} folios for ${String(complaints)} requests`);
  if (JSON.stringify(state.events) !== JSON.stringify(expected.events))
    fault(run, 'the events differ from those of an undisturbed run');
  if (JSON.stringify(state.rows) !== JSON.stringify(expected.rows))
    fault(run, 'the rows differ from those of an undisturbed run');
  const unread = await unreadable(folder);
  if (unread.length > 0) fault(run, `sealed with a key that is gone: ${unread.join(', ')}`);
  rmSync(folder, { recursive: true });
  if (process.stderr.isTTY) process.stderr.write(`\r${String(run)}/${String(runs)}`);
}
process.stdout.write(
  `${String(runs)} runs, ${String(killed)} kills, seed ${String(seed)}: nothing lost, nothing twice, the same end\n`,
);
