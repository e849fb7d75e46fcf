import picocolors from 'picocolors';
import type { Sink } from '../io.js';

export type Colours = ReturnType<typeof picocolors.createColors>;

/** Colours on a terminal; NO_COLOR and a dumb terminal turn them off. */
export const coloursFor = (isTTY: boolean, env: Readonly<Record<string, string | undefined>>): Colours =>
  picocolors.createColors(isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb');

/** Columns of the terminal, 80 where it does not say. */
export const columnsOf = (sink: Sink): number => Math.max(40, Math.min(sink.columns ?? 80, 300));
