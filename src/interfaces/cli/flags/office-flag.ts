import type { By } from '../../../application/commands/actors.js';
import { flag } from './flag.js';
import { textOf } from './option-values.js';
import type { Options } from './read-flags.js';

/** The authority that the actor works for, where that is not the actor. */
export const office = flag(
  'office',
  'text',
  'Autoridad para la que trabaja (con --role autoridad; si falta, la de --actor)',
  'Authority that the actor works for (with --role authority; default: that of --actor)',
);

/** The office of an actor, where it is named. */
export const officeOf = (options: Options): Pick<By, 'office'> => {
  const named = textOf(options, 'office');
  return named === undefined ? {} : { office: named };
};
