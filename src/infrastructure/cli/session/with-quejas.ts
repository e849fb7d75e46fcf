import type { Quejas } from '../../../application/quejas.js';
import { fault } from '../faults.js';
import type { Place } from './opener.js';
import { placesOf } from './places.js';
import type { Session } from './session.js';

/** Throws `interrupted` where the user wants to stop: called wherever it is safe to. */
export const checkInterrupt = ({ signal }: Pick<Session, 'signal'>): void => {
  if (signal.aborted) throw fault('interrupted');
};

/** Opens the store, works with it, and closes it whatever happened; the first fault is the one that is told. */
export const withQuejas = async <T>(
  session: Session,
  access: Place['access'],
  work: (quejas: Quejas) => Promise<T>,
  provider?: Place['provider'],
): Promise<T> => {
  checkInterrupt(session);
  const place = placesOf(session, access);
  const quejas = await session.opener.open({ ...place, provider: place.provider ?? provider });
  const outcome = await work(quejas).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) {
    await quejas.close().catch(() => undefined);
    throw outcome.error;
  }
  await quejas.close();
  return outcome.value;
};
