import type { By } from '../application/commands/actors.js';
import type { StoredEvent } from '../application/ports/event-store.js';
import { audienceOf, type Viewed } from '../domain/complaint/disclosure/audience.js';
import { isOfTheirOffice } from '../domain/complaint/disclosure/offices.js';
import { isComplaintEvent } from '../domain/complaint/evolve.js';

/**
 * Which events of a complaint a viewer is told of by whose matter they are: an authority is not told of what is before
 * another one.
 */
export const toldOf = (viewer: By, today: Viewed): ((event: StoredEvent) => boolean) => {
  const isOfTheirs = isOfTheirOffice(audienceOf(viewer, today), viewer);
  return (event) => !isComplaintEvent(event) || isOfTheirs(event);
};
