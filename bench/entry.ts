import type { Pace } from './pace.js';
import type { PeerName } from './peers.js';

export const roles = [
  'ours',
  'oursOverYear',
  'oursRowAnEvent',
  'referenceRowAnEvent',
  'reference',
  'oursOneAtATime',
  'referenceOneAtATime',
  'oursWithoutRows',
  'referenceWithoutRows',
  'peer',
] as const;
export type ContenderRole = (typeof roles)[number];

const modules = [
  'ours-commands',
  'reference-commands',
  'ours-load',
  'ours-catch-up',
  'ours-rebuild',
  'reference-catch-up',
  'reference-rebuild',
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
  'ours-run-due',
  'ours-run-due-alone',
  'ours-recompute',
  'ours-analytics',
  'ours-queue-page',
  'reference-queue-page',
  'ours-totals',
  'reference-totals',
  'ours-board',
  'ours-board-folded',
  'ours-filing',
  'ours-audit',
  'ours-audit-export',
  'ours-audit-verify',
  'reference-audit-export',
  'reference-audit-verify',
  'ours-sealed',
  'reference-unsealed',
] as const;

/** What a contender does: how many at once, with rows or without, from DTOs or typed. */
export interface Contender extends Pace {
  readonly module: (typeof modules)[number];
  readonly rows: boolean;
  readonly dto: boolean;
  /** What a projection has a row for. */
  readonly rowsEach: 'case' | 'event';
  /** The file of a store, or the folder of a bundle, that is only read; empty where there is none. */
  readonly history: string;
}

const fields = {
  atOnce: 'number',
  count: 'number',
  warmUp: 'number',
  rows: 'boolean',
  dto: 'boolean',
  rowsEach: 'string',
  history: 'string',
};

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
  /** What it is measured on, in words; `count` stands for the operations of one run. */
  readonly size: string;
  /** Operations of one run with `--quick`, where a share of the usual ones takes too long. */
  readonly quick?: number;
  /** The share of the usual operations with `--quick`, where it is not the usual one. */
  readonly quickShare?: number;
  /** Rounds, where one takes so long that the usual ones are too many. */
  readonly rounds?: number;
  /** Events of a store that all contenders read, and how many of them with `--quick`. */
  readonly history?: {
    readonly events: number;
    readonly quick: number;
    /** Whether they read the bundle of those events instead of their store. */
    readonly isBundle?: boolean;
  };
  /** Open complaints of a store of rows that all contenders ask. */
  readonly filled?: number;
  /** Complaints of a store whose board all contenders ask, almost all of which have ended. */
  readonly filledBoard?: number;
  readonly contenders: Readonly<Partial<Record<ContenderRole, Contender>>>;
}
