import type { Quejas } from '../../../application/quejas.js';
import { fault } from '../faults.js';
import type { Place } from './opener.js';
import { placesOf } from './places.js';
import { note, type Session } from './session.js';

/** Throws `interrupted` where the user wants to stop: called wherever it is safe to. */
export const checkInterrupt = ({ signal }: Pick<Session, 'signal'>): void => {
  if (signal.aborted) throw fault('interrupted');
};

const rowsBehind = {
  es: 'El almacén no se puede escribir: sus renglones van detrás (faltan eventos: {events}), y lo que se ve es anterior.',
  en: 'The store cannot be written: its rows are behind (events missing: {events}), and what you see is older.',
} as const;

/** Opens the store, works with it, and closes it whatever happened; the first fault is the one that is told. */
export const withQuejas = async <T>(
  session: Session,
  access: Place['access'],
  work: (quejas: Quejas) => Promise<T>,
  provider?: Place['provider'],
): Promise<T> => {
  checkInterrupt(session);
  const place = placesOf(session, access);
  let behind = 0;
  const quejas = await session.opener.open({
    ...place,
    provider: place.provider ?? provider,
    onRowsBehind: (events) => (behind = events),
  });
  const outcome = await work(quejas).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) {
    await quejas.close().catch(() => undefined);
    throw outcome.error;
  }
  await quejas.close();
  if (behind > 0) await note(session, rowsBehind, { events: behind });
  return outcome.value;
};
