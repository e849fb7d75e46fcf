import { codedError, type CodedError } from '../application/errors/coded-error.js';
import { isReference } from '../application/identity/reference.js';
import { canonicalId } from '../application/identity/uuid.js';
import type { Clock } from '../application/ports/clock.js';
import type { Ids } from '../application/ports/ids.js';
import type { Bilingual } from '../domain/texts/language.js';
import { readInstant, type Moment } from '../domain/kernel/instant.js';

type Invalid = (cause?: unknown) => CodedError;

const invalid =
  (option: 'clock' | 'ids', text: Bilingual): Invalid =>
  (cause) =>
    codedError('option-invalid', text, { option }, cause);

const invalidClock = invalid('clock', {
  es: 'clock no dio una hora: debe ser una función que dé una Date, o ISO 8601 con zona.',
  en: 'clock gave no time: it must be a function that gives a Date, or ISO 8601 with an offset.',
});

const invalidIds = invalid('ids', {
  es: 'ids no dio un identificador: debe ser una función que dé un UUID nuevo cada vez.',
  en: 'ids gave no id: it must be a function that gives a new UUID each time.',
});

/** What a function of the host's gives; throws what is said of it where it throws. */
const givenBy = (ask: () => unknown, invalidSource: Invalid): unknown => {
  try {
    const given = ask();
    // A promise is not waited for. Unheard, its rejection would end the process.
    if (given instanceof Promise) given.catch(() => undefined);
    return given;
  } catch (error) {
    throw invalidSource(error);
  }
};

/** The host's clock, read as an instant. Throws `option-invalid` whenever it gives anything else. */
export const checkedClock =
  (clock: () => Moment): Clock =>
  () => {
    const now = readInstant(givenBy(clock, invalidClock));
    if (now === undefined) throw invalidClock();
    return now;
  };

/** The host's ids, in their one form. Throws `option-invalid` for what cannot stand in clear as a reference. */
export const checkedIds =
  (ids: Ids): Ids =>
  () => {
    const id = givenBy(ids, invalidIds);
    if (typeof id !== 'string' || !isReference(id)) throw invalidIds();
    return canonicalId(id);
  };
