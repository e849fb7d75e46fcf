import { flag, type Flag } from '../flags/flag.js';
import { numberOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';

export const pageFlags: readonly Flag[] = [
  flag('limit', 'integer', 'Cuántas, de 1 a 1000 (si falta: 50)', 'How many, from 1 to 1000 (default: 50)'),
  flag(
    'after',
    'text',
    'Desde dónde seguir: el «next» de la página anterior',
    'Where to go on: "next" of the page before',
  ),
];

/** Throws `number-invalid`. */
export const pageAsked = (options: Options): { limit: number; after?: string } => {
  const after = textOf(options, 'after');
  return {
    limit: numberOption(options, 'limit', [1, 1000]) ?? 50,
    ...(after === undefined ? {} : { after }),
  };
};
