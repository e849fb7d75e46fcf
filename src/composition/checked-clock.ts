import { codedError } from '../application/errors/coded-error.js';
import type { Clock } from '../application/ports/clock.js';
import { readInstant, type Moment } from '../domain/kernel/instant.js';

const invalidClock = (cause?: unknown) =>
  codedError(
    'option-invalid',
    {
      es: 'clock no dio una hora: debe ser una función que dé una Date, o ISO 8601 con zona.',
      en: 'clock gave no time: it must be a function that gives a Date, or ISO 8601 with an offset.',
    },
    { option: 'clock' },
    cause,
  );

const timeOf = (clock: () => Moment): unknown => {
  try {
    return clock();
  } catch (error) {
    throw invalidClock(error);
  }
};

/** The host's clock, read as an instant. Throws `option-invalid` whenever it gives anything else. */
export const checkedClock =
  (clock: () => Moment): Clock =>
  () => {
    const now = readInstant(timeOf(clock));
    if (now === undefined) throw invalidClock();
    return now;
  };
