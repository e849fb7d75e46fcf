// npm run bench -- [NAME...] [--quick] [--json FILE]: each contender in its own process, in turn, several rounds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entries } from './entries.js';
import type { Entry } from './entry.js';
import { fsyncPerSecond } from './disk.js';
import { writeFilledRows } from './filled-rows.js';
import { countOf, measure, type Figures } from './measure.js';
import { installPeer } from './peers.js';
import { ratio, report, type Outcome } from './report.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});

const unknown = positionals.filter((name) => !entries.some((entry) => entry.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark is called ${unknown.join(', ')}. There are: ${entries.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}
const chosen = positionals.length === 0 ? entries : entries.filter(({ name }) => positionals.includes(name));

const isQuick = values.quick;
const effort = { rounds: isQuick ? 3 : 7, scale: isQuick ? 0.25 : 1, isQuick };
const disk = fsyncPerSecond();

/** The size of an entry in figures. */
const sizeOf = (entry: Entry): string => {
  const { ours } = entry.contenders;
  const count = ours === undefined ? 0 : countOf(entry, ours, effort);
  return entry.size.replace('count', count.toLocaleString('en'));
};

const outcomeOf = (entry: Entry, figures: ReadonlyMap<string, Figures>): Outcome => {
  const of = (role: string) => figures.get(role);
  const rate = (role: string) => of(role)?.median;
  return {
    name: entry.name,
    unit: entry.unit,
    size: sizeOf(entry),
    server: entry.server,
    ours: of('ours'),
    oursOverYear: of('oursOverYear'),
    ratioYearToHour: ratio(rate('oursOverYear'), rate('ours')),
    oursRowAnEvent: of('oursRowAnEvent'),
    referenceRowAnEvent: of('referenceRowAnEvent'),
    ratioToReferenceRowAnEvent: ratio(rate('oursRowAnEvent'), rate('referenceRowAnEvent')),
    reference: of('reference'),
    oursOneAtATime: of('oursOneAtATime'),
    referenceOneAtATime: of('referenceOneAtATime'),
    ratioToReferenceOneAtATime: ratio(rate('oursOneAtATime'), rate('referenceOneAtATime')),
    peer: entry.peer !== undefined && of('peer') ? { name: entry.peer, ...of('peer') } : undefined,
    ratioToReference: ratio(rate('ours'), rate('reference')),
    ratioToPeer: ratio(rate('oursWithoutRows') ?? rate('ours'), rate('peer')),
    oursWithoutRows: of('oursWithoutRows'),
    referenceWithoutRows: of('referenceWithoutRows'),
    ratioToReferenceWithoutRows: ratio(rate('oursWithoutRows'), rate('referenceWithoutRows')),
    node: process.version,
    machine: `${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}`,
    fsyncPerSecond: disk,
  };
};

let filledFolder: string | undefined;
/** Made once, for all that ask it. */
const filled = async (complaints: number): Promise<string> => {
  if (filledFolder === undefined) {
    filledFolder = mkdtempSync(join(tmpdir(), 'quejas-filled-'));
    await writeFilledRows(filledFolder, complaints);
  }
  return filledFolder;
};

const outcomes: Outcome[] = [];
for (const entry of chosen) {
  const peers = entry.peer !== undefined && installPeer(entry.peer);
  const rounds = Math.min(effort.rounds, entry.rounds ?? effort.rounds);
  const figures = await measure(entry, { ...effort, rounds, peers, filled });
  const outcome = outcomeOf(entry, figures);
  outcomes.push(outcome);
  process.stdout.write(report(outcome, entry.peer !== undefined && !peers));
}
if (filledFolder !== undefined) rmSync(filledFolder, { recursive: true, force: true });
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(outcomes, null, 2)}\n`);
