import type { Quejas } from '../../../application/quejas.js';
import { fault } from '../faults.js';
import type { Place } from './opener.js';
import { catchUp } from './catch-up.js';
import { isOnServer, placesOf } from './places.js';
import { note, type Session } from './session.js';

/** Throws `interrupted` where the user wants to stop: called wherever it is safe to. */
export const checkInterrupt = ({ signal }: Pick<Session, 'signal'>): void => {
  if (signal.aborted) throw fault('interrupted');
};

const rowsBehind = {
  es: 'El almacén no se puede escribir: sus renglones van detrás (faltan eventos: {events}), y lo que se ve es anterior.',
  en: 'The store cannot be written: its rows are behind (events missing: {events}), and what you see is older.',
} as const;

export interface HowToOpen {
  /** Served where the command line names none. */
  readonly provider?: Place['provider'];
  /** Whether rows are read (default: they are): those of a server's store are brought up to date first. */
  readonly readsRows?: boolean;
}

/** Opens the store, works with it, and closes it whatever happened; the first fault is the one that is told. */
export const withQuejas = async <T>(
  session: Session,
  access: Place['access'],
  work: (quejas: Quejas) => Promise<T>,
  { provider, readsRows = true }: HowToOpen = {},
): Promise<T> => {
  checkInterrupt(session);
  const place = placesOf(session, access);
  let behind = 0;
  const quejas = await session.opener.open({
    ...place,
    provider: place.provider ?? provider,
    onRowsBehind: (events) => (behind = events),
  });
  const prepared = async (): Promise<T> => {
    if (readsRows && isOnServer(place.store)) await catchUp(session, quejas);
    return work(quejas);
  };
  const outcome = await prepared().then(
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
