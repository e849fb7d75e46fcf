import { codeOf } from '../../../application/errors/code-of.js';
import type { Quejas } from '../../../composition/quejas.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { toldBy } from '../../../application/errors/reason-of.js';
import type { Place } from './opener.js';
import { within } from '../../../infrastructure/eventstoredb/timeout.js';
import { systemTimers } from '../../../infrastructure/shared/system/system-timers.js';
import { catchUp } from './catch-up.js';
import { checkInterrupt } from './check-interrupt.js';
import { isOnServer, placesOf } from './places.js';
import { note, say, type Session } from './session.js';
import { unlessInterrupted } from './unless-interrupted.js';

const rowsBehind = {
  es: 'El almacén no se puede escribir: sus renglones van detrás (faltan eventos: {events}), y lo que se ve es anterior.',
  en: 'The store cannot be written: its rows are behind (events missing: {events}), and what you see is older.',
} as const;

const processesWait = {
  es: 'Lo pedido quedó guardado. Falta lo que se sigue de ello ({reason}): se hará con el próximo comando.',
  en: 'What was asked is stored. What follows from it is still to be done ({reason}): the next command does it.',
} as const;

const wasInterrupted = { es: 'se interrumpió', en: 'it was interrupted' } as const;

/** What follows from what was stored, such as a link to an earlier request. It never spoils what was done. */
const runProcesses = async (session: Session, quejas: Quejas): Promise<void> => {
  try {
    await unlessInterrupted(quejas.runProcesses(), session);
  } catch (error) {
    const why = session.signal.aborted ? wasInterrupted : toldBy(error);
    await note(session, processesWait, { reason: say(session, why) });
  }
};

export interface HowToOpen {
  /** Served where the command line names none. */
  readonly provider?: Place['provider'];
  /** Whether rows are read (default: they are): those of a server's store are brought up to date first. */
  readonly readsRows?: boolean;
  /** Go on with the vault that is named, whatever the store was sealed with. */
  readonly newVault?: boolean;
}

const replaced = {
  es: 'En este lugar constaba otro almacén, y lo que tenía no está aquí. Sus folios no se darán de nuevo.',
  en: 'Another store is known to have been in this place, and what it held is not here. Its folios are not given again.',
} as const;

/** What is missing of the store is told to who only reads too; not twice, where it is what an act is refused with. */
const tellMissing = async (session: Session, quejas: Quejas, refusal?: unknown): Promise<void> => {
  const { code, message } = quejas.health().store;
  if (message !== undefined && codeOf(refusal) !== code)
    await session.err.write(`${inline(message[session.language])} [${inline(code ?? '')}]\n`);
};

/** Milliseconds that a server which was only read by now is given to be closed. */
const mostForClosing = 500;

/** A server may take its time: where the user wants to stop before it has answered, it is closed when it has. */
const open = async (session: Session, place: Place): Promise<Quejas> => {
  const opening = session.opener.open(place);
  if (!isOnServer(place.store)) return opening;
  try {
    return await unlessInterrupted(opening, session);
  } catch (error) {
    opening.then((quejas) => quejas.close()).catch(() => undefined);
    throw error;
  }
};

const caughtUp = async (session: Session, quejas: Quejas): Promise<void> => {
  try {
    await catchUp(session, quejas);
  } catch (error) {
    await within(systemTimers, mostForClosing, quejas.close()).catch(() => undefined);
    throw error;
  }
};

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** Works with an open store, and tells of it what is missing: of one that is only read first. */
const outcomeOf = async <T>(
  session: Session,
  quejas: Quejas,
  work: (quejas: Quejas) => Promise<T>,
  isToWrite: boolean,
): Promise<Outcome<T>> => {
  if (quejas.health().store.state === 'replaced') await note(session, replaced);
  if (!isToWrite) await tellMissing(session, quejas);
  const outcome = await Promise.resolve(quejas)
    .then(work)
    .then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
  if (isToWrite) await tellMissing(session, quejas, 'error' in outcome ? outcome.error : undefined);
  return outcome;
};

/** Opens the store, works with it, and closes it whatever happened; the first fault is the one that is told. */
export const withOpened = async <T>(
  session: Session,
  access: Place['access'],
  work: (quejas: Quejas) => Promise<T>,
  { provider, readsRows = true, newVault }: HowToOpen = {},
): Promise<T> => {
  checkInterrupt(session);
  const place = placesOf(session, access);
  let behind = 0;
  const quejas = await open(session, {
    ...place,
    provider: place.provider ?? provider,
    newVault,
    onRowsBehind: (events) => (behind = events),
  });
  if (readsRows && isOnServer(place.store)) await caughtUp(session, quejas);
  const isToWrite = access === 'create' || access === 'write';
  const outcome = await outcomeOf(session, quejas, work, isToWrite);
  if ('error' in outcome) {
    await quejas.close().catch(() => undefined);
    throw outcome.error;
  }
  if (isToWrite) await runProcesses(session, quejas);
  await quejas.close();
  if (behind > 0) await note(session, rowsBehind, { events: behind });
  return outcome.value;
};
