import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBundle } from './bundle.js';
import { writeFilledBoard } from './filled-board.js';
import { writeHistoryFile } from './history-file.js';
import { roles, type Contender, type ContenderRole, type Entry } from './entry.js';

/** Rates per second over the rounds. */
export interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

const contenderFile = fileURLToPath(new URL('./contender.ts', import.meta.url));

/** One run of one contender, in a process of its own; its rate per second. */
const runOnce = (contender: Contender): number => {
  const ran = spawnSync(process.execPath, [...process.execArgv, contenderFile, JSON.stringify(contender)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const rate = Number(ran.stdout);
  if (ran.status === 0 && rate > 0) return rate;
  throw new Error(`${contender.module} failed with status ${String(ran.status)}: ${ran.stdout}`);
};

const figuresOf = (rates: readonly number[]): Figures => {
  const sorted = [...rates].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return {
    median: Math.round(median ?? 0),
    min: Math.round(sorted[0] ?? 0),
    max: Math.round(sorted.at(-1) ?? 0),
  };
};

const isPresent = (role: ContenderRole, entry: Entry, peers: boolean): boolean =>
  entry.contenders[role] !== undefined && (role !== 'peer' || peers);

interface Effort {
  readonly rounds: number;
  /** The share of the usual operations. */
  readonly scale: number;
  readonly peers: boolean;
  readonly isQuick: boolean;
  /** The folder of a store with the rows of so many complaints, which several entries ask. */
  readonly filled: (complaints: number) => Promise<string>;
}

const note = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};

/** Operations of one run. */
export const countOf = (
  entry: Entry,
  contender: Contender,
  { scale, isQuick }: Omit<Effort, 'peers' | 'filled'>,
): number => {
  if (entry.history !== undefined) return entry.history[isQuick ? 'quick' : 'events'];
  if (isQuick && entry.quick !== undefined) return entry.quick;
  if (isQuick && entry.quickShare !== undefined) return Math.round(contender.count * entry.quickShare);
  return Math.max(500, Math.round(contender.count * scale));
};

/** What all contenders of an entry read, and its folder; undefined where they write their own. */
const historyFor = async (
  entry: Entry,
  { isQuick }: Effort,
): Promise<{ readonly folder: string; readonly path: string } | undefined> => {
  const { history, filledBoard } = entry;
  if (history === undefined && filledBoard === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'quejas-history-'));
  note(`${entry.name}: writing what is read`);
  if (filledBoard !== undefined) {
    await writeFilledBoard(folder, filledBoard);
    return { folder, path: join(folder, 'quejas.db') };
  }
  const [write, name] =
    history?.isBundle === true
      ? ([writeBundle, 'bundle'] as const)
      : ([writeHistoryFile, 'quejas.db'] as const);
  await write(folder, history?.[isQuick ? 'quick' : 'events'] ?? 0);
  return { folder, path: join(folder, name) };
};

/** Every contender in turn, round after round, so that a machine that slows down slows all of them. */
export const measure = async (entry: Entry, effort: Effort): Promise<ReadonlyMap<string, Figures>> => {
  const { rounds, scale, peers } = effort;
  const written = await historyFor(entry, effort);
  const history =
    entry.filled === undefined ? written?.path : join(await effort.filled(entry.filled), 'quejas.db');
  const present = roles.filter((role) => isPresent(role, entry, peers));
  const rates = new Map<string, number[]>(present.map((role) => [role, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const role of present) {
      const contender = entry.contenders[role];
      if (contender === undefined) continue;
      note(`${entry.name}: ${String(round)}/${String(rounds)} ${role}`);
      const count = countOf(entry, contender, effort);
      const warmUp = Math.round(contender.warmUp * scale);
      rates.get(role)?.push(
        runOnce({
          ...contender,
          count,
          warmUp,
          history: history ?? '',
        }),
      );
    }
  }
  note('');
  if (written !== undefined) rmSync(written.folder, { recursive: true, force: true });
  return new Map([...rates].map(([role, each]) => [role, figuresOf(each)]));
};
