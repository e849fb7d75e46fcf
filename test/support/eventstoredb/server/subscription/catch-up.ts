import type { Outlet } from '../grpc/outlet.js';
import type { CheckpointCounter } from './checkpoint-counter.js';
import type { Emission } from './emission.js';
import { pageAfter } from './pages.js';
import type { Source } from './source.js';

/** Sends what there is, as fast as the client takes it. It is done in the turn in which it found nothing more. */
export const catchUp = async (
  source: Source,
  counter: CheckpointCounter,
  outlet: Outlet,
  emission: Emission,
): Promise<void> => {
  for (let index = source.start; emission.goesOn();) {
    const page = pageAfter(source, index);
    index += page.considered;
    for (const event of page.events) {
      emission.event(event);
      if (outlet.needsDrain()) await outlet.ready();
    }
    if (counter.afterPage(page.considered, page.isLast)) emission.checkpoint(page.checkpoint);
    if (page.isLast && source.history().length <= index) return;
  }
};
