import { serverName } from './eventstoredb/server.js';
import type { PeerName } from './peers.js';

export const roles = [
  'ours',
  'oursOverYear',
  'reference',
  'oursWithoutRows',
  'referenceWithoutRows',
  'peer',
] as const;
export type ContenderRole = (typeof roles)[number];

const modules = [
  'ours-commands',
  'reference-commands',
  'ours-load',
  'reference-load',
  'peer-commands',
  'eventstoredb-ours-append',
  'eventstoredb-bare-append',
  'eventstoredb-ours-commands',
  'eventstoredb-bare-commands',
  'eventstoredb-peer-commands',
  'eventstoredb-ours-catch-up',
  'eventstoredb-bare-catch-up',
  'ours-due-hour',
  'ours-due-year',
] as const;

/** What a contender does: how many at once, with rows or without, from DTOs or typed. */
export interface Contender {
  readonly module: (typeof modules)[number];
  readonly atOnce: number;
  readonly rows: boolean;
  readonly dto: boolean;
  /** Operations in one run. */
  readonly count: number;
}

const fields = { atOnce: 'number', rows: 'boolean', dto: 'boolean', count: 'number' };

/** Whether this is a contender, as it arrives in the process that runs it. */
export const isContender = (value: unknown): value is Contender =>
  typeof value === 'object' &&
  value !== null &&
  modules.some((name) => name === Reflect.get(value, 'module')) &&
  Object.entries(fields).every(([field, type]) => typeof Reflect.get(value, field) === type);

export interface Entry {
  readonly name: string;
  readonly unit: string;
  readonly peer?: PeerName;
  /** What it was measured on, where that is no file. */
  readonly server?: string;
  readonly contenders: Readonly<Partial<Record<ContenderRole, Contender>>>;
}

const commands = (atOnce: number, count: number): Entry['contenders'] => {
  const both = { atOnce, count, dto: false };
  return {
    ours: { module: 'ours-commands', rows: true, ...both },
    reference: { module: 'reference-commands', rows: true, ...both },
    oursWithoutRows: { module: 'ours-commands', rows: false, ...both },
    referenceWithoutRows: { module: 'reference-commands', rows: false, ...both },
    peer: { module: 'peer-commands', rows: false, ...both, count: Math.ceil(count / 10) },
  };
};

const onServer = { atOnce: 64, rows: false, dto: false };

/** The benchmarks by name (interface: section 6). */
export const entries: readonly Entry[] = [
  { name: 'commands-one', unit: 'commands/s', peer: 'emmett-sqlite', contenders: commands(1, 6_000) },
  { name: 'commands-64', unit: 'commands/s', peer: 'emmett-sqlite', contenders: commands(64, 40_000) },
  {
    name: 'commands-64-dto',
    unit: 'commands/s',
    contenders: {
      ours: { module: 'ours-commands', atOnce: 64, rows: false, dto: true, count: 40_000 },
      reference: { module: 'reference-commands', atOnce: 64, rows: false, dto: false, count: 40_000 },
    },
  },
  {
    name: 'load',
    unit: 'streams of 10 events/s',
    contenders: {
      ours: { module: 'ours-load', atOnce: 1, rows: false, dto: false, count: 20_000 },
      reference: { module: 'reference-load', atOnce: 1, rows: false, dto: false, count: 20_000 },
    },
  },
  {
    name: 'due',
    unit: 'due instants/s',
    contenders: {
      ours: { module: 'ours-due-hour', atOnce: 1, rows: false, dto: false, count: 4_000_000 },
      oursOverYear: { module: 'ours-due-year', atOnce: 1, rows: false, dto: false, count: 4_000_000 },
    },
  },
  {
    name: 'eventstoredb-append',
    unit: 'appends/s',
    server: serverName,
    contenders: {
      ours: { module: 'eventstoredb-ours-append', ...onServer, count: 60_000 },
      reference: { module: 'eventstoredb-bare-append', ...onServer, count: 60_000 },
    },
  },
  {
    name: 'eventstoredb-command',
    unit: 'commands/s',
    peer: 'emmett-esdb',
    server: serverName,
    contenders: {
      ours: { module: 'eventstoredb-ours-commands', ...onServer, count: 20_000 },
      reference: { module: 'eventstoredb-bare-commands', ...onServer, count: 20_000 },
      peer: { module: 'eventstoredb-peer-commands', ...onServer, count: 4_000 },
    },
  },
  {
    name: 'eventstoredb-catch-up',
    unit: 'events/s',
    server: serverName,
    contenders: {
      ours: { module: 'eventstoredb-ours-catch-up', ...onServer, count: 80_000 },
      reference: { module: 'eventstoredb-bare-catch-up', ...onServer, count: 80_000 },
    },
  },
];
