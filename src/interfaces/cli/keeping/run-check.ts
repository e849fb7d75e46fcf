import { codeOf } from '../../../application/errors/code-of.js';
import { tellsItsKind } from '../../../application/errors/coded-error.js';
import type { EventStore } from '../../../application/ports/event-store.js';
import { silentLogger } from '../../../application/ports/logger.js';
import { standingOf } from '../../../application/store-mark/standing.js';
import { openStore, openVault } from '../../../composition/open-parts.js';
import { marksBeside } from '../../../composition/store-mark.js';
import type { JsonObject, JsonValue } from '../../../domain/kernel/json.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { checkEvents, checkRows, type CheckedEvents } from '../../../jobs/check/check-store.js';
import { textOf } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { done, type ExitStatus } from '../exit-status.js';
import type { Place } from '../session/opener.js';
import { isOnServer, placesOf } from '../session/places.js';
import { profileNamed, providersIn, providersWithFolios } from '../session/profiles.js';
import { note, printJson, say, type Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { withQuejas } from '../session/with-quejas.js';
import { printText } from '../session/print-text.js';
import { progressOn } from '../terminal/progress.js';

/** What a check finds; anything else is a part that cannot be used. */
const findings: ReadonlySet<string | undefined> = new Set([
  'event-damaged',
  'mark-damaged',
  'marks-missing',
  'marks-unavailable',
  'folio-unaccounted',
  'register-differs',
  'rows-corrupt',
  'rows-differ',
  'rows-unusable',
  'store-altered',
  'store-corrupt',
  'store-forked',
  'store-truncated',
  'stream-gone',
]);

interface Checked extends CheckedEvents {
  readonly rows: number;
  /** Id of the key vault; null where there is none, or it cannot be asked. */
  readonly vault: string | null;
}

const isWhole = {
  es: 'El almacén está completo: {events} {events:evento|eventos}; {rows} {rows:renglón, igual al que dan|renglones, iguales a los que dan} los eventos. Folios: {assigned} {assigned:asignado|asignados}, {free} {free:libre|libres}, {void} {void:anulado|anulados}.',
  en: 'The store is whole: {events} {events:event|events}; {rows} {rows:row, equal to the one|rows, equal to those} that the events give. Folios: {assigned} assigned, {free} free, {void} void.',
} as const;

/** Looks at the events, with progress; ends where the user wants to stop. */
const eventsOf = async (session: Session, store: EventStore): Promise<CheckedEvents> => {
  const progress = await progressOn(session, say(session, { es: 'Eventos', en: 'Events' }));
  return checkEvents(store, {
    onProgress: (events, of) => {
      checkInterrupt(session);
      progress.advance(events, of);
    },
  }).finally(progress.end);
};

/** Looks at the rows, which are the same under every provider of the store. */
const rowsOf = async (session: Session, found: readonly string[]): Promise<number> => {
  const place = placesOf(session, 'look');
  const [first] = found;
  const provider = place.provider ?? (first === undefined ? undefined : profileNamed(first));
  // Nothing was filed yet: there is no row.
  if (provider === undefined) return 0;
  const quejas = await session.opener.open({ ...place, provider });
  const progress = await progressOn(session, say(session, { es: 'Renglones', en: 'Rows' }));
  try {
    return await checkRows(quejas, { signal: session.signal, onProgress: progress.advance });
  } catch (error) {
    checkInterrupt(session);
    throw error;
  } finally {
    progress.end();
    await quejas.close();
  }
};

/** Throws what is missing of what is known beside the keys. */
const mustHoldWhatIsKnown = async (store: EventStore, keys: string): Promise<void> => {
  const identity = await store.identity?.();
  const marks = marksBeside(keys);
  if (identity === undefined || marks === undefined) return;
  try {
    const standing = await standingOf(store, marks, identity);
    if (standing.kind === 'behind') throw standing.fault;
  } finally {
    await marks.close();
  }
};

/** What was given up, by what had been found. */
const givenUp: Readonly<Record<string, Bilingual>> = {
  'store-truncated': {
    es: 'Se dieron por perdidos los eventos que faltaban.',
    en: 'The events that were missing were given up.',
  },
  'store-forked': {
    es: 'Se sigue con este almacén, y se dio por perdido el otro que constaba junto a las llaves.',
    en: 'This store goes on, and the other one that was known beside the keys was given up.',
  },
  'mark-damaged': {
    es: 'Se dio por perdido lo que constaba junto a las llaves, que no se podía leer.',
    en: 'What was known beside the keys, and could not be read, was given up.',
  },
  'marks-missing': {
    es: 'Se dio por perdido lo que constaba junto a las llaves, que ya no estaba.',
    en: 'What was known beside the keys, and was gone, was given up.',
  },
};

const whatWasMissing = { es: 'Se dio por perdido lo que faltaba.', en: 'What was missing was given up.' };

const notGiven = {
  es: 'Folios que no se darán: {numbers}.',
  en: 'Folios that will not be given: {numbers}.',
} as const;

/** Gives up what is missing; the check that follows tells how the store is then. */
const acceptLoss = async (session: Session, reason: string): Promise<void> => {
  const { fault, voided } = await withQuejas(session, 'write', (quejas) => quejas.acceptLoss(reason), {
    readsRows: false,
  });
  const numbers = voided
    .map(({ provider, from, to }) => `${provider} ${String(from)}–${String(to - 1)}`)
    .join(', ');
  await note(session, givenUp[fault] ?? whatWasMissing);
  if (numbers !== '') await note(session, notGiven, { numbers });
};

/** The id of the vault; whether its keys are whole is `quejas keys check`’s to say. */
const vaultAt = async ({ keys, masterKey }: Pick<Place, 'keys' | 'masterKey'>): Promise<string | null> => {
  const vault = await openVault(keys, masterKey);
  try {
    return (await vault.identity?.())?.id ?? null;
  } catch {
    return null;
  } finally {
    await vault.close();
  }
};

const checkAll = async (session: Session): Promise<Checked> => {
  // Marks lie beside the place of the vault, though the vault itself is lost.
  const place = placesOf(session, 'write');
  const { store: url, keys } = place;
  const store = await openStore(url, {
    ...{ namespace: '', logger: silentLogger, mustExist: true, readOnly: true },
  });
  try {
    const checked = await eventsOf(session, store);
    await mustHoldWhatIsKnown(store, keys);
    const found = await (isOnServer(url) ? providersWithFolios(store) : providersIn(store));
    return { ...checked, rows: await rowsOf(session, found), vault: await vaultAt(place) };
  } finally {
    await store.close();
  }
};

/** Where a fault lies: an event's position, a folio, a read model; null where it is the file itself. */
const placeOf = ({ position, folio, projection }: JsonObject): JsonValue =>
  position ?? folio ?? projection ?? null;

const tellFault = async (session: Session, error: unknown): Promise<ExitStatus> => {
  if (!tellsItsKind(error) || !findings.has(codeOf(error))) throw error;
  const { code, text, details } = error;
  const message = inline(text[session.language]);
  if (session.json) await printJson(session, { ok: false, code, at: placeOf(details), message });
  else await session.err.write(`${message} [${code}]\n`);
  return 1;
};

export const runCheck = async (session: Session, { options }: Given): Promise<ExitStatus> => {
  checkInterrupt(session);
  const reason = textOf(options, 'acceptLoss');
  if (reason !== undefined) await acceptLoss(session, reason);
  let checked: Checked;
  try {
    checked = await checkAll(session);
  } catch (error) {
    return tellFault(session, error);
  }
  const { events, rows, folios, vault } = checked;
  if (session.json) await printJson(session, { ok: true, events, rows, folios, vault });
  else await printText(session, `${say(session, isWhole, { events, rows, ...folios })}\n`);
  return done;
};
