import type { Figures } from './measure.js';

/** One entry of the JSON file (interface: section 6). */
export interface Outcome {
  readonly name: string;
  readonly unit: string;
  /** What it was measured on. */
  readonly size: string;
  /** What it was measured on, where that is no file. */
  readonly server: string | undefined;
  readonly ours: Figures | undefined;
  /** The same over a horizon of a year instead of an hour (`due`). */
  readonly oursOverYear: Figures | undefined;
  readonly ratioYearToHour: number | undefined;
  /** A projection with a row an event (`catch-up`). */
  readonly oursRowAnEvent: Figures | undefined;
  readonly referenceRowAnEvent: Figures | undefined;
  readonly ratioToReferenceRowAnEvent: number | undefined;
  readonly reference: Figures | undefined;
  /** One at a time, where the others are 64 at once (`encryption`). */
  readonly oursOneAtATime: Figures | undefined;
  readonly referenceOneAtATime: Figures | undefined;
  readonly ratioToReferenceOneAtATime: number | undefined;
  readonly peer: (Partial<Figures> & { readonly name: string }) | undefined;
  readonly ratioToReference: number | undefined;
  readonly ratioToPeer: number | undefined;
  readonly oursWithoutRows: Figures | undefined;
  readonly referenceWithoutRows: Figures | undefined;
  readonly ratioToReferenceWithoutRows: number | undefined;
  readonly node: string;
  readonly machine: string;
  /** Writes of 4 KiB a second that the disk under the stores makes durable one after the other. */
  readonly fsyncPerSecond: number;
}

/** Above 1 means that ours is faster. */
export const ratio = (ours: number | undefined, other: number | undefined): number | undefined =>
  ours === undefined || other === undefined ? undefined : Math.round((ours / other) * 1000) / 1000;

const line = (label: string, figures: Partial<Figures> | undefined): string =>
  figures === undefined
    ? ''
    : `  ${label.padEnd(24)} ${String(figures.median).padStart(9)}  (${String(figures.min)} to ${String(figures.max)})\n`;

const ratioLine = (label: string, value: number | undefined): string =>
  value === undefined ? '' : `  ${label.padEnd(24)} ${value.toFixed(2).padStart(9)}\n`;

/** An outcome for people: medians, spread, ratios. */
export const report = (outcome: Outcome, isPeerLeftOut: boolean): string =>
  [
    `${outcome.name}, ${outcome.unit}, median (min to max), Node ${outcome.node}${outcome.server === undefined ? '' : `, on ${outcome.server}`}\n`,
    line('ours', outcome.ours),
    line('ours, over a year', outcome.oursOverYear),
    line('reference', outcome.reference),
    line('ours, one at a time', outcome.oursOneAtATime),
    line('reference, the same', outcome.referenceOneAtATime),
    line('ours, a row an event', outcome.oursRowAnEvent),
    line('reference, the same', outcome.referenceRowAnEvent),
    line('ours, no rows', outcome.oursWithoutRows),
    line('reference, no rows', outcome.referenceWithoutRows),
    line(outcome.peer?.name ?? 'peer', outcome.peer),
    isPeerLeftOut ? '  the peer is left out: it could not be installed here\n' : '',
    ratioLine('a year / an hour', outcome.ratioYearToHour),
    ratioLine('ours / reference', outcome.ratioToReference),
    ratioLine('the same, one at a time', outcome.ratioToReferenceOneAtATime),
    ratioLine('the same, a row an event', outcome.ratioToReferenceRowAnEvent),
    ratioLine('the same, no rows', outcome.ratioToReferenceWithoutRows),
    ratioLine('ours / peer', outcome.ratioToPeer),
    `  ${outcome.size}; ${String(outcome.fsyncPerSecond)} fsync/s\n\n`,
  ].join('');
