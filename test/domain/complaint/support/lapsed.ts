import * as ask from '../../../../src/testing/builders-commands.js';
import { people } from '../../../../src/testing/index.js';
import { nowOf, start, step, type Walk } from './walks.js';

const cs = people.customerService;

/** A request that lapsed for want of an answer: one walk in five hundred gets here by itself. */
export const lapsed = [
  () => ({ command: ask.file(), by: people.user }),
  (walk: Walk) => ({ command: ask.communicateFolio({ communicatedAt: nowOf(walk) }), by: cs }),
  () => ({ command: ask.requestInformation(), by: cs }),
  // A walk rests after six paces, for longer than the user has to answer.
  ...['1', '2', '3'].map((note) => () => ({ command: ask.addNote({ note }), by: cs })),
  () => ({ command: ask.lapse(), by: people.system }),
].reduce<Walk>((walk, asked) => step(walk, asked(walk)), start);
