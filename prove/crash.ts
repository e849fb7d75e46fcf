// npm run prove:crash -- --runs N --seed S: two processes work on one store and one vault; each is killed at random moments,
// again and again, until their work is done. No acknowledged command may be lost, none stored twice, no folio given twice,
// every number accounted for, register, contacts and mark be right, and the end must be that of an undisturbed run.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { proofArguments } from './arguments.js';
import { checked } from './crash/checked.js';
import { finalState } from './crash/final-state.js';
import { live, steps, unfound, unreadable } from './crash/story.js';

const { runs, seed } = proofArguments(5);
const complaints = 40;
const processes = 2;
const kills = 5;
const childFile = fileURLToPath(new URL('./crash/child.ts', import.meta.url));

interface KillAfter {
  readonly acks: number;
  readonly ms: number;
}

/** Runs a part of the story in a process; kills it after so many acknowledgements and milliseconds, or lets it end. */
const runChild = (
  folder: string,
  first: number,
  acknowledged: Map<string, string>,
  killAfter: KillAfter | undefined,
): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const part = [complaints, first, processes].map(String);
    const child = spawn(process.execPath, [...process.execArgv, childFile, folder, ...part], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let heard = 0;
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [commandId = '', folio = ''] = line.split(' ');
        acknowledged.set(commandId, folio);
      }
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
await live(undisturbed, { complaints, first: 0, step: 1 }, () => undefined);
const expected = finalState(undisturbed);
rmSync(undisturbed, { recursive: true });

const random = xoroshiro128plus(seed);
const below = (limit: number): number => Math.abs(random.next()) % limit;
const someTime = (): KillAfter => ({
  acks: 1 + below((complaints / processes) * steps.length),
  ms: below(20),
});

let killed = 0;
const numbers = { assigned: 0, free: 0, void: 0 };

/** A process of its own for each part, killed and begun again without waiting for the other. */
const liveKilled = async (folder: string, first: number, moments: readonly KillAfter[]) => {
  const acknowledged = new Map<string, string>();
  for (const moment of moments) {
    if (await runChild(folder, first, acknowledged, moment)) break;
    killed += 1;
  }
  await runChild(folder, first, acknowledged, undefined);
  return acknowledged;
};

for (let run = 1; run <= runs; run += 1) {
  const folder = scratch();
  const parts = Array.from({ length: processes }, (_, first) => ({
    first,
    moments: Array.from({ length: kills }, someTime),
  }));
  const all = await Promise.all(parts.map(({ first, moments }) => liveKilled(folder, first, moments)));
  const acknowledged = new Map(all.flatMap((each) => [...each]));
  const state = finalState(folder);
  const lost = [...acknowledged.keys()].filter((commandId) => !state.commands.has(commandId));
  if (lost.length > 0) fault(run, `acknowledged and lost: ${lost.join(', ')}`);
  const twice = [...state.commands].filter(([, count]) => count > 1);
  if (twice.length > 0) fault(run, `stored twice: ${twice.map(([commandId]) => commandId).join(', ')}`);
  const elsewhere = [...acknowledged].filter(
    ([commandId, folio]) => commandId.startsWith('file-') && state.folioOf.get(commandId) !== folio,
  );
  if (elsewhere.length > 0) fault(run, `another folio than was told: ${elsewhere.join(', ')}`);
  if (new Set(state.folios).size !== complaints)
    fault(run, `${String(new Set(state.folios).size)} folios for ${String(complaints)} requests`);
  if (state.register.join() !== state.registerOfEvents.join())
    fault(run, 'the folio register differs from the events');
  if (JSON.stringify(state.events) !== JSON.stringify(expected.events))
    fault(run, 'the events differ from those of an undisturbed run');
  if (JSON.stringify(state.rows) !== JSON.stringify(expected.rows))
    fault(run, 'the rows differ from those of an undisturbed run');
  if (Number(state.marked) !== Number(state.last))
    fault(run, `the mark is at ${state.marked}, the store at ${state.last}`);
  const unread = await unreadable(folder);
  if (unread.length > 0) fault(run, `sealed with a key that is gone: ${unread.join(', ')}`);
  const missed = await unfound(folder, complaints);
  if (missed.length > 0) fault(run, `not found by phone: ${missed.join(', ')}`);
  const { found, folios } = await checked(folder);
  if (found !== undefined) fault(run, `quejas check, keys check: ${found}`);
  if (folios.assigned !== complaints) fault(run, `assigned numbers: ${String(folios.assigned)}`);
  numbers.assigned += folios.assigned;
  numbers.free += folios.free;
  numbers.void += folios.void;
  rmSync(folder, { recursive: true });
  if (process.stderr.isTTY) process.stderr.write(`\r${String(run)}/${String(runs)}`);
}
process.stdout.write(
  `${String(runs)} runs, ${String(killed)} kills, seed ${String(seed)}: nothing lost, nothing twice, the same end; folio numbers: ${JSON.stringify(numbers)}\n`,
);
