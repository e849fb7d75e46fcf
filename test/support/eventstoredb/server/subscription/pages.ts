import type { LoggedEvent, Position } from '../log/event.js';
import type { Source } from './source.js';

/** How many events that pass one page holds at most, and how many it looks at where no window is given. */
const pageSize = 32;

/** What a server reads of the history at a time. */
export interface Page {
  readonly events: readonly LoggedEvent[];
  /** How many events of the history it looked at. */
  readonly considered: number;
  /** Whether it came to the end of what there is. */
  readonly isLast: boolean;
  /** The place that a checkpoint after it names: its last event, or its own beginning where nothing passed. */
  readonly checkpoint: Position;
}

/** The page that begins after so many events of the history. */
export const pageAfter = ({ history, passes, windows }: Source, index: number): Page => {
  const all = history();
  const events: LoggedEvent[] = [];
  let considered = 0;
  while (considered < (windows?.window ?? pageSize) && events.length < pageSize) {
    const event = all[index + considered];
    if (event === undefined) break;
    considered += 1;
    if (passes(event)) events.push(event);
  }
  const begin = { commit: index === 0 ? 0 : (all[index]?.position.commit ?? 0), prepare: 0 };
  return {
    events,
    considered,
    isLast: index + considered >= all.length && considered < (windows?.window ?? pageSize),
    checkpoint: events.at(-1)?.position ?? begin,
  };
};
