import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a caller was told of the command of this number. */
export type Told =
  | { readonly number: number; readonly kind: 'accepted'; readonly revision: number }
  | { readonly number: number; readonly kind: 'refused'; readonly code: string };

/** The answers, each a line that is written before anything else happens. */
export const openJournal = (path: string) => {
  const file = openSync(path, 'w');
  return {
    note: (told: Told): void => {
      const rest = told.kind === 'accepted' ? told.revision : told.code;
      writeSync(file, `${told.number} ${told.kind} ${rest}\n`);
    },
    close: (): void => closeSync(file),
  };
};

/** The answers of a journal, in the order in which they came. */
export const readJournal = async function* (path: string): AsyncGenerator<Told> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const [number = '', kind, rest = ''] = line.split(' ');
    yield kind === 'accepted'
      ? { number: Number(number), kind, revision: Number(rest) }
      : { number: Number(number), kind: 'refused', code: rest };
  }
};
