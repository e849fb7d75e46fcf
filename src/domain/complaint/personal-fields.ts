import { life } from './life.js';

/** For every event of a complaint the personal values sealed beside it, and whose they are, as its stage says. */
export const personalFields = { ...life.events } as const;
