import { randomInt } from 'node:crypto';
import type { EventStore, StoredEvent } from '../../../src/application/ports/event-store.js';

const plain = 'abcdefghijklmnopqrstuvwxyz';
const letters = `${plain}${plain.toUpperCase()}0123456789`;

/** Writes the kind in a stream's name (what is before its first dash) in other letters, and back. */
export interface Disguise {
  readonly on: (name: string) => string;
  readonly off: (name: string) => string;
}

const shuffled = (text: string): string[] => {
  const all = text.split('');
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    const [a, b] = [all[index] ?? '', all[other] ?? ''];
    all[index] = b;
    all[other] = a;
  }
  return all;
};

const kindReplaced = (name: string, table: ReadonlyMap<string, string>): string => {
  const dash = name.indexOf('-');
  if (dash < 0) return name;
  return (
    name
      .slice(0, dash)
      .split('')
      .map((letter) => table.get(letter) ?? letter)
      .join('') + name.slice(dash)
  );
};

/** Letters that no other test on a shared server uses: names keep their length, so that sizes are as they were. */
export const randomDisguise = (): Disguise => {
  const chosen = shuffled(letters);
  const on = new Map(plain.split('').map((letter, index) => [letter, chosen[index] ?? letter]));
  const off = new Map([...on].map(([letter, other]) => [other, letter]));
  return { on: (name) => kindReplaced(name, on), off: (name) => kindReplaced(name, off) };
};

/** A part of a server as a store of its own. The store under it looks at nothing but this part's prefixes. */
export const disguised = (store: EventStore, { on, off }: Disguise): EventStore => {
  const seen = (event: StoredEvent): StoredEvent => ({ ...event, stream: off(event.stream) });
  return {
    ...store,
    append: (request) =>
      store.append(typeof request.stream === 'string' ? { ...request, stream: on(request.stream) } : request),
    read: async (stream, range) => (await store.read(on(stream), range)).map(seen),
    readAll: async ({ prefixes, ...options }) => {
      const page = await store.readAll({
        ...options,
        ...(prefixes === undefined ? undefined : { prefixes: prefixes.map(on) }),
      });
      return { ...page, events: page.events.map(seen) };
    },
  };
};
