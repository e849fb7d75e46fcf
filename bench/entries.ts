import { filledComplaints } from './asked-rows.js';
import { openOnFilledBoard } from './filled-board.js';
import type { Entry } from './entry.js';
import { serverName } from './eventstoredb/server.js';

const plain = { atOnce: 1, warmUp: 0, rows: false, dto: false, rowsEach: 'case', history: '' } as const;

const commands = (atOnce: number, count: number): Entry['contenders'] => {
  const both = { ...plain, atOnce, count, warmUp: count };
  return {
    ours: { module: 'ours-commands', ...both, rows: true },
    reference: { module: 'reference-commands', ...both, rows: true },
    oursWithoutRows: { module: 'ours-commands', ...both },
    referenceWithoutRows: { module: 'reference-commands', ...both },
    peer: { module: 'peer-commands', ...both, count: Math.ceil(count / 10), warmUp: Math.ceil(count / 10) },
  };
};

const onServer = { ...plain, atOnce: 64 };

const mix = 'count commands over 100 open streams in turn, each of which ends with ten events';

const oneDue = { ...plain, count: 4_000_000 };

/** The benchmarks by name (interface: section 6). */
export const entries: readonly Entry[] = [
  {
    name: 'commands-one',
    unit: 'commands/s',
    size: mix,
    peer: 'emmett-sqlite',
    contenders: commands(1, 6_000),
  },
  {
    name: 'commands-64',
    unit: 'commands/s',
    size: mix,
    peer: 'emmett-sqlite',
    contenders: commands(64, 40_000),
  },
  {
    name: 'commands-64-dto',
    unit: 'commands/s',
    size: mix,
    contenders: {
      ours: { ...plain, module: 'ours-commands', atOnce: 64, dto: true, count: 40_000, warmUp: 40_000 },
      reference: { ...plain, module: 'reference-commands', atOnce: 64, count: 40_000, warmUp: 40_000 },
    },
  },
  {
    name: 'load',
    unit: 'streams of 10 events/s',
    size: 'count reads of 1,000 streams of 10 events',
    contenders: {
      ours: { ...plain, module: 'ours-load', count: 20_000, warmUp: 20_000 },
      reference: { ...plain, module: 'reference-load', count: 20_000, warmUp: 20_000 },
    },
  },
  {
    name: 'catch-up',
    unit: 'events/s',
    size: 'count events in streams of ten, of which 1,000 grow at the same time',
    history: { events: 500_000, quick: 100_000 },
    contenders: {
      ours: { ...plain, module: 'ours-catch-up', count: 0 },
      reference: { ...plain, module: 'reference-catch-up', count: 0 },
      oursRowAnEvent: { ...plain, module: 'ours-catch-up', rowsEach: 'event', count: 0 },
      referenceRowAnEvent: { ...plain, module: 'reference-catch-up', rowsEach: 'event', count: 0 },
    },
  },
  {
    name: 'rebuild',
    unit: 'events/s',
    size: 'count events in streams of ten, of which 1,000 grow at the same time',
    history: { events: 10_000_000, quick: 1_000_000 },
    rounds: 3,
    contenders: {
      ours: { ...plain, module: 'ours-rebuild', count: 0 },
      reference: { ...plain, module: 'reference-rebuild', count: 0 },
    },
  },
  {
    name: 'analytics',
    unit: 'events/s',
    size: 'count events in streams of ten, every table in Parquet',
    rounds: 3,
    history: { events: 1_000_000, quick: 100_000 },
    contenders: { ours: { ...plain, module: 'ours-analytics', count: 0 } },
  },
  {
    name: 'due',
    unit: 'due instants/s',
    size: 'count due instants, three pauses each',
    contenders: {
      ours: { ...oneDue, module: 'ours-due-hour' },
      oursOverYear: { ...oneDue, module: 'ours-due-year' },
    },
  },
  {
    name: 'run-due',
    unit: 'warnings/s',
    size: '2,000 requests with a warning due, beside count others with seven open clocks each; the reference has no others',
    quick: 10_000,
    rounds: 3,
    contenders: {
      ours: { ...plain, module: 'ours-run-due', count: 143_000 },
      reference: { ...plain, module: 'ours-run-due-alone', count: 0 },
    },
  },
  {
    name: 'recompute',
    unit: 'requests/s',
    size: 'count open requests after a calendar was published; the reference has a tenth of them',
    rounds: 3,
    contenders: {
      ours: { ...plain, module: 'ours-recompute', count: 100_000 },
      reference: { ...plain, module: 'ours-recompute', count: 10_000 },
    },
  },
  {
    name: 'filing',
    unit: 'filings/s',
    size: 'the last 50,000 of count filings, 64 at once; the reference is the second 50,000',
    quickShare: 0.1,
    rounds: 3,
    contenders: {
      ours: { ...plain, module: 'ours-filing', atOnce: 64, count: 1_000_000 },
      reference: { ...plain, module: 'ours-filing', atOnce: 64, count: 100_000 },
    },
  },
  {
    name: 'encryption',
    unit: 'commands/s',
    size: 'the commands of count complaints as the demo plays them, after a quarter of them; 64 complaints at once, and one at a time',
    contenders: {
      ours: { ...plain, module: 'ours-sealed', atOnce: 64, count: 2_000 },
      reference: { ...plain, module: 'reference-unsealed', atOnce: 64, count: 2_000 },
      oursOneAtATime: { ...plain, module: 'ours-sealed', count: 1_000 },
      referenceOneAtATime: { ...plain, module: 'reference-unsealed', count: 1_000 },
    },
  },
  {
    name: 'audit',
    unit: 'commands/s',
    size: `${mix}; ours has the log followed and its head signed after each 20,000, the reference has no log`,
    contenders: {
      ours: { ...plain, module: 'ours-audit', atOnce: 64, rows: true, count: 40_000, warmUp: 40_000 },
      reference: { ...plain, module: 'ours-commands', atOnce: 64, rows: true, count: 40_000, warmUp: 40_000 },
    },
  },
  {
    name: 'audit-export',
    unit: 'events/s',
    size: 'count events in streams of ten, logged, signed and written as a bundle with its report and proofs',
    rounds: 3,
    history: { events: 1_000_000, quick: 50_000 },
    contenders: {
      ours: { ...plain, module: 'ours-audit-export', count: 0 },
      reference: { ...plain, module: 'reference-audit-export', count: 0 },
    },
  },
  {
    name: 'audit-verify',
    unit: 'entries/s',
    size: 'count entries of a bundle',
    rounds: 3,
    history: { events: 1_000_000, quick: 50_000, isBundle: true },
    contenders: {
      ours: { ...plain, module: 'ours-audit-verify', count: 0 },
      reference: { ...plain, module: 'reference-audit-verify', count: 0 },
    },
  },
  {
    name: 'queue-page',
    unit: 'pages/s',
    size: `count pages of 50 with their total, of a queue of ${filledComplaints.toLocaleString('en')} open complaints, all filed alike`,
    filled: filledComplaints,
    contenders: {
      ours: { ...plain, module: 'ours-queue-page', count: 2_000, warmUp: 2_000 },
      reference: { ...plain, module: 'reference-queue-page', count: 2_000, warmUp: 2_000 },
    },
  },
  {
    name: 'totals',
    unit: 'answers/s',
    size: `count answers over ${filledComplaints.toLocaleString('en')} complaints`,
    filled: filledComplaints,
    contenders: {
      ours: { ...plain, module: 'ours-totals', count: 20_000, warmUp: 20_000 },
      reference: { ...plain, module: 'reference-totals', count: 20_000, warmUp: 20_000 },
    },
  },
  {
    name: 'board',
    unit: 'answers/s',
    size: `count answers over ${filledComplaints.toLocaleString('en')} complaints, of which ${openOnFilledBoard.toLocaleString('en')} and the open ones of a thousand that were played are open; without sides`,
    filledBoard: filledComplaints,
    contenders: { ours: { ...plain, module: 'ours-board', count: 500, warmUp: 500 } },
  },
  {
    name: 'board-folded',
    unit: 'complaints/s',
    size: 'count events in streams of ten, folded at each answer, by every side',
    rounds: 3,
    history: { events: 100_000, quick: 20_000 },
    contenders: { ours: { ...plain, module: 'ours-board-folded', count: 0 } },
  },
  {
    name: 'eventstoredb-append',
    unit: 'appends/s',
    size: 'count appends of one event, each stream of its own',
    server: serverName,
    contenders: {
      ours: { module: 'eventstoredb-ours-append', ...onServer, count: 60_000, warmUp: 20_000 },
      reference: { module: 'eventstoredb-bare-append', ...onServer, count: 60_000, warmUp: 20_000 },
    },
  },
  {
    name: 'eventstoredb-command',
    unit: 'commands/s',
    size: mix,
    peer: 'emmett-esdb',
    server: serverName,
    contenders: {
      ours: { module: 'eventstoredb-ours-commands', ...onServer, count: 20_000, warmUp: 10_000 },
      reference: { module: 'eventstoredb-bare-commands', ...onServer, count: 20_000, warmUp: 10_000 },
      peer: { module: 'eventstoredb-peer-commands', ...onServer, count: 4_000, warmUp: 2_000 },
    },
  },
  {
    name: 'eventstoredb-catch-up',
    unit: 'events/s',
    size: 'count events in streams of ten',
    server: serverName,
    contenders: {
      ours: { module: 'eventstoredb-ours-catch-up', ...onServer, count: 80_000 },
      reference: { module: 'eventstoredb-bare-catch-up', ...onServer, count: 80_000 },
    },
  },
];
