import type { Decider } from '../kernel/decider.js';
import type { ComplaintCommands } from './commands.js';
import type { ComplaintContext } from './context.js';
import { decide } from './decide.js';
import type { ComplaintEvent, ComplaintEvents } from './events.js';
import { evolve } from './evolve.js';
import type { RejectionCode } from './rejections.js';
import { initialState, type ComplaintState } from './state.js';
import { timeOf } from './times.js';

/** The complaint: the one aggregate that everything here is about. */
export const complaint: Decider<
  ComplaintCommands,
  ComplaintEvents,
  ComplaintState,
  ComplaintContext,
  RejectionCode,
  ComplaintEvent
> = {
  kind: 'complaint',
  initial: initialState,
  evolve,
  decide,
  timeOf,
};
