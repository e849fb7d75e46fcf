import { attributions, channels } from '../../../domain/complaint/vocabulary.js';
import { flag, needed, type Flag } from '../flags/flag.js';

export const channel = needed(
  'channel',
  channels,
  'Medio por el que se hizo',
  'Channel by which it was done',
);

/** A channel that the library chooses where none is named: the one the user prefers, else the one they came by. */
export const chosenChannel = flag(
  'channel',
  channels,
  'Medio; si falta, el que prefirió el usuario',
  'Channel; where absent, the one the user prefers',
);

/** An instant of the command that is the time of the fact where it is absent. */
export const whenDone = (name: string, es: string, en: string): Flag =>
  flag(name, 'instant', `${es}; si falta, el momento del hecho`, `${en}; where absent, the time of the fact`);

/** What is found of a fault, at first or by a correction. */
export const foundCause: readonly Flag[] = [
  needed(
    'cause',
    'cause',
    'Código de una causa; se puede repetir',
    'Code of a cause; may be repeated',
    'causes',
  ),
  needed('fault-found', 'yes-no', 'Se encontró la falla', 'The fault was found'),
  needed('attribution', attributions, 'A quién es imputable', 'To whom it is attributable'),
  flag(
    'affected-from',
    'instant',
    'Desde cuándo se afectó el servicio',
    'From when the service was affected',
  ),
  flag(
    'evidence',
    'texts',
    'SHA-256 de una prueba; se puede repetir',
    'SHA-256 of evidence; may be repeated',
  ),
];

/** A number that a mail system or another one gave to what the user sent; may be repeated. */
export const externalReference = flag(
  'external-reference',
  { pair: ['system', 'id'] },
  'Número con que otro sistema conoce el caso, SISTEMA=ID',
  'Number by which another system knows the case, SYSTEM=ID',
  'externalReferences',
);

export const explanation = flag('explanation', 'text', 'Explicación (se cifra)', 'Explanation (sealed)');

/** What the user is told beside it: `explanation` is for the house. */
export const forUser = flag(
  'for-user',
  'text',
  'Lo que se dice al usuario (se cifra); la explicación es sólo para el personal',
  'What the user is told (sealed); the explanation stays in the house',
);

/** Whose word it is that staff take down for a user who spoke to them. */
export const saidBy: readonly Flag[] = [
  flag(
    'said-by',
    'text',
    'Qué parte lo dijo, si lo registra el personal',
    'Party who said so, where staff record it',
    'saidBy.party',
  ),
  flag('said-channel', channels, 'Por qué medio lo dijo', 'Channel they said it by', 'saidBy.channel'),
  flag(
    'said-in',
    'text',
    'Llamada o mensaje en que lo dijo',
    'Call or message they said it in',
    'saidBy.contact',
  ),
];
