import type { Table } from './define-table.js';
import type { ToldComplaint } from './told-complaint.js';
import { clocks } from './clocks.js';
import { compensation } from './compensation.js';
import { complaints } from './complaints.js';
import { events } from './events.js';
import { pauses } from './pauses.js';
import { visits } from './visits.js';

/** The tables of an export, in the order in which they are told. */
export const tables: readonly Table<ToldComplaint>[] = [
  events,
  complaints,
  clocks,
  pauses,
  visits,
  compensation,
];
