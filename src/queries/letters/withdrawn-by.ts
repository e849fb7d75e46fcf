import type { WithdrawnBy } from '../../domain/texts/certificate/history.js';
import type { OpenedEvent } from '../opened-events.js';
import type { NoticeMatter } from './matter.js';

/** Who took a request back: the user it is told to, who reported it, or who acts for them, in the capacity that they had then. */
export const withdrawnBy = (
  { data: { saidBy }, party, revision }: OpenedEvent<'Withdrawn'>,
  { complaint: { filing }, events }: Pick<NoticeMatter, 'complaint' | 'events'>,
): WithdrawnBy => {
  const by = saidBy?.party ?? party;
  if (by === filing.subscriber) return { kind: 'user' };
  if (by === filing.reporter) return { kind: 'reporter' };
  const accredited = events.findLast(
    (each) =>
      each.type === 'RepresentativeAccredited' && each.revision < revision && each.data.representative === by,
  );
  return accredited?.type === 'RepresentativeAccredited'
    ? { kind: 'representative', capacity: accredited.data.capacity }
    : { kind: 'representative' };
};
