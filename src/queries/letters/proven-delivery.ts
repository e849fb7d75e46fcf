import type { OpenedEvent } from '../opened-events.js';

/** The notice that a proof of delivery is of, as it is known after its corrections; `undefined` where none arrived. */
export const provenBy = (
  { revision, data: { notice } }: OpenedEvent<'NotificationDelivered'>,
  events: readonly OpenedEvent[],
): number | undefined => {
  let [last, proven]: readonly [number, number | undefined] = [revision, notice];
  for (const event of events)
    if (event.type === 'DeliveryCorrected' && event.data.corrects === last)
      [last, proven] = [event.revision, event.data.delivered ? event.data.notice : undefined];
  return proven;
};
