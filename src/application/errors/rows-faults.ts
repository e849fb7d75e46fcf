import { fillInBoth } from '../../domain/kernel/rejection-text.js';
import { codedError } from './coded-error.js';
import type { StoreError } from './store-error.js';
import { withReason } from './store-reasons.js';

const otherColumnsText = {
  es: 'Los renglones de {projection} se hicieron con otras columnas bajo la misma versión. Los eventos están a salvo; suba la versión de la proyección, o rehaga sus renglones.',
  en: 'The rows of {projection} were made with other columns under the same version. The events are safe; raise the version of the projection, or rebuild its rows.',
} as const;

/** `rows-paused` for a projection whose columns are not those that its rows were made with. */
export const rowsOfOtherColumns = (projection: string): StoreError => {
  const details = { projection, reason: 'projection-changed' };
  const text = fillInBoth(otherColumnsText, details);
  return codedError('rows-paused', text, details);
};

const damagedTableText = {
  es: 'Los renglones de {projection} están dañados: {reason}. Los eventos están a salvo: quejas projections rebuild {projection} vuelve a hacer los renglones.',
  en: 'The rows of {projection} are damaged: {reason}. The events are safe: quejas projections rebuild {projection} makes the rows anew.',
} as const;

/** `rows-corrupt` for a projection whose table is not the one that was made for its rows. */
export const rowsOfDamagedTable = (projection: string, reason: string): StoreError => {
  const details = { projection, reason };
  const text = {
    es: withReason(damagedTableText.es, 'es', details),
    en: withReason(damagedTableText.en, 'en', details),
  };
  return codedError('rows-corrupt', text, details);
};

const byOperatorText = {
  es: 'Los renglones de {projection} están en pausa: así lo pidió un operador. Los eventos están a salvo; reanúdela para que sigan.',
  en: 'The rows of {projection} are paused: an operator asked for it. The events are safe; resume it and they go on.',
} as const;

/** `rows-paused` for a projection that an operator paused. */
export const rowsPausedByOperator = (projection: string): StoreError => {
  const details = { projection, reason: 'paused-by-operator' };
  const text = fillInBoth(byOperatorText, details);
  return codedError('rows-paused', text, details);
};
