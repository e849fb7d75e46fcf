import type { LoggedEvent } from '../log/event.js';
import type { Emission } from './emission.js';
import type { Source } from './source.js';

/** One thing that a subscription has to send, in its place among the others. */
export type Due = (emission: Emission) => void;

/** Looks at each event of a source once, in order, and says what is due for it: the event, a checkpoint, both, or none. */
export const createConsidered = ({ passes, windows }: Source): ((event: LoggedEvent) => readonly Due[]) => {
  let sinceCheckpoint = 0;
  return (event) => {
    const due: Due[] = [];
    if (passes(event)) due.push((emission) => emission.event(event));
    if (windows === undefined) return due;
    sinceCheckpoint += 1;
    if (sinceCheckpoint < windows.checkpointEvery) return due;
    sinceCheckpoint = 0;
    due.push((emission) => emission.checkpoint(event.position));
    return due;
  };
};
