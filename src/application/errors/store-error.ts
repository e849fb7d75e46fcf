import type { JsonObject } from '../../domain/kernel/json.js';
import { fillIn, type RejectionText } from '../../domain/kernel/rejection-text.js';
import { eventLabels } from '../../domain/texts/labels/events.js';
import { codeTold, codedError, type ErrorWithCode } from './coded-error.js';
import { partInSpanish } from './query-parts.js';
import { ownReason, withReason } from './store-reasons.js';

/** What can be wrong with a store, or with what is asked of it. */
export type StoreErrorCode =
  | 'append-invalid'
  | 'append-too-large'
  | 'copy-corrupt'
  | 'copy-is-store'
  | 'event-damaged'
  | 'event-too-large'
  | 'folio-unaccounted'
  | 'folios-behind'
  | 'mark-damaged'
  | 'marks-missing'
  | 'marks-unavailable'
  | 'node-unsupported'
  | 'projection-failed'
  | 'read-invalid'
  | 'register-differs'
  | 'rows-absent'
  | 'rows-behind'
  | 'rows-corrupt'
  | 'rows-differ'
  | 'rows-foreign'
  | 'rows-invalid'
  | 'rows-locked'
  | 'rows-moved'
  | 'rows-paused'
  | 'rows-unusable'
  | 'store-altered'
  | 'store-closed'
  | 'store-corrupt'
  | 'store-denied'
  | 'store-exists'
  | 'store-failed'
  | 'store-folder-missing'
  | 'store-foreign'
  | 'store-forked'
  | 'store-full'
  | 'store-locked'
  | 'store-missing'
  | 'store-newer'
  | 'store-older'
  | 'store-read-only'
  | 'store-truncated'
  | 'store-unavailable'
  | 'stream-gone';

const texts = {
  'store-locked': {
    es: 'El almacén está ocupado por otro proceso. Intente de nuevo cuando termine.',
    en: 'The store is in use by another process. Try again when it has finished.',
  },
  'store-read-only': {
    es: 'El almacén no se puede escribir: está abierto o protegido como de sólo lectura.',
    en: 'The store cannot be written: it is open or protected as read-only.',
  },
  'store-full': {
    es: 'No hay espacio para escribir en el almacén. Nada de lo pedido se guardó; libere espacio y repita.',
    en: 'There is no room to write to the store. Nothing of this was kept; make room and repeat.',
  },
  'store-corrupt': {
    es: 'El almacén está dañado ({reason}). Restaure una copia de respaldo.',
    en: 'The store is damaged ({reason}). Restore a back-up.',
  },
  'event-damaged': {
    es: 'El evento {revision} de {stream} (posición {position}) está dañado: no es lo que se guardó. No se usó; restaure una copia de respaldo.',
    en: 'Event {revision} of {stream} (position {position}) is damaged: it is not what was stored. It was not used; restore a back-up.',
  },
  'store-altered': {
    es: 'El esquema del almacén {path} no es el de Quejas ({reason}). Alguien lo cambió, o se dañó: no se usó y quedó como estaba. Restaure una copia de respaldo.',
    en: 'The schema of the store {path} is not that of Quejas ({reason}). It was changed, or is damaged: it was not used, and was left as it is. Restore a back-up.',
  },
  'register-differs': {
    es: 'El registro de folios no es el que dan los eventos (folio {folio}). Restaure una copia de respaldo.',
    en: 'The folio register is not the one that the events give (folio {folio}). Restore a back-up.',
  },
  'folio-unaccounted': {
    es: 'El folio {folio} no cuadra: se dio dos veces, nunca se prestó, o podría darse de nuevo.',
    en: 'Folio {folio} does not add up: it was given twice, was never lent, or could be given again.',
  },
  'store-truncated': {
    es: 'Al almacén le faltan eventos: termina en {found}, y consta que se guardó hasta {known}. Se puede leer; no se guarda nada más. Pueden haberse dado folios que aquí no están, hasta el {folios}. Recupere lo que falta o una copia más nueva; si se perdió para siempre: quejas check --accept-loss MOTIVO.',
    en: 'The store lacks events: it ends at {found}, and is known to have been stored up to {known}. It can be read; nothing more is stored. Folios may have been given that are not here, up to {folios}. Recover what is missing, or a newer copy; if it is lost for good: quejas check --accept-loss REASON.',
  },
  'store-forked': {
    es: 'El almacén siguió otro camino que el que consta junto a las llaves: en {known} se guardó otro evento (este termina en {found}). Es una copia que alguien siguió usando, o fue cambiado. Se puede leer; no se guarda nada más. Use el almacén correcto; si es éste: quejas check --accept-loss MOTIVO.',
    en: 'The store went another way than is known beside the keys: another event was stored at {known} (this one ends at {found}). It is a copy that was used on, or was changed. It can be read; nothing more is stored. Use the right store; if this is it: quejas check --accept-loss REASON.',
  },
  'mark-damaged': {
    es: 'Lo que consta del almacén junto a las llaves no se puede leer ({path}: {reason}). Se puede leer el almacén; no se guarda nada más. Compare el almacén con su última copia; si está completo: quejas check --accept-loss MOTIVO.',
    en: 'What is known of the store beside the keys cannot be read ({path}: {reason}). The store can be read; nothing more is stored. Compare it with its last back-up; if it is whole: quejas check --accept-loss REASON.',
  },
  'marks-missing': {
    es: 'Junto a las llaves constaba hasta dónde llega el almacén, y ya no está ({path}): si al almacén le falta algo, no hay cómo saberlo, y se darían otra vez los mismos folios. Se puede leer; no se guarda nada más. Recupere ese archivo de la última copia de las llaves (quejas keys restore) y compare el almacén con la suya; si no hay copia: quejas check --accept-loss MOTIVO.',
    en: 'Beside the keys it was known how far the store goes, and that is gone ({path}): whether the store lacks anything cannot be told, and the same folios would be given again. It can be read; nothing more is stored. Bring that file back from the last copy of the keys (quejas keys restore) and compare the store with its own; where there is no copy: quejas check --accept-loss REASON.',
  },
  'marks-unavailable': {
    es: 'Lo que consta del almacén junto a las llaves no se puede leer ni escribir ({path}: {reason}). Se puede leer el almacén; no se guarda nada más, y nada se da por perdido. Arregle ese lugar (permisos, espacio, enlaces) y repita.',
    en: 'What is known of the store beside the keys cannot be read or written ({path}: {reason}). The store can be read; nothing more is stored, and nothing is taken for lost. Mend that place (rights, room, links) and repeat.',
  },
  'store-foreign': {
    es: '{path} no es un almacén de Quejas: {reason}. Quedó como estaba. Indique otro lugar; si ahí hubo un almacén, restaure una copia de respaldo.',
    en: '{path} is no store of Quejas: {reason}. It was left as it is. Name another place; if there was a store, restore a back-up.',
  },
  'store-newer': {
    es: 'El almacén es de una versión más nueva ({found}; esta lee hasta la {supported}). Actualice Quejas.',
    en: 'The store is from a newer version ({found}; this one reads up to {supported}). Update Quejas.',
  },
  'store-older': {
    es: 'El almacén es de una versión anterior ({found}). Ábralo una vez para escribir y se actualizará.',
    en: 'The store is from an older version ({found}). Open it for writing once and it will be brought up to date.',
  },
  'store-missing': {
    es: 'No hay un almacén en {path}.',
    en: 'There is no store at {path}.',
  },
  'store-folder-missing': {
    es: 'No existe la carpeta {folder}. Créela, o indique otro lugar.',
    en: 'There is no folder {folder}. Make it, or name another place.',
  },
  'copy-corrupt': {
    es: 'La copia {path} está dañada o no es la copia de un almacén de Quejas ({reason}). Nada cambió; use otra copia.',
    en: 'The copy {path} is damaged or is no copy of a store of Quejas ({reason}). Nothing has changed; use another copy.',
  },
  'copy-is-store': {
    es: '{path} es el almacén mismo. Indique otro archivo para la copia.',
    en: '{path} is the store itself. Name another file for the copy.',
  },
  'store-exists': {
    es: 'Ya hay algo en {path}. No se reemplaza si no se pide.',
    en: 'There is something at {path} already. It is not replaced unless asked for.',
  },
  'node-unsupported': {
    es: 'Node {found} no tiene lo que los archivos de SQLite necesitan. Use Node {least} o más nuevo.',
    en: 'Node {found} lacks what files of SQLite need. Use Node {least} or newer.',
  },
  'store-failed': {
    es: 'El almacén no pudo leer o escribir ({reason}).',
    en: 'The store could not read or write ({reason}).',
  },
  'store-unavailable': {
    es: 'El almacén no responde ({reason}). Intente de nuevo. Un comando pudo guardarse o no: repítalo con el mismo identificador.',
    en: 'The store does not answer ({reason}). Try again. A command may or may not have been kept: repeat it with the same id.',
  },
  'store-denied': {
    es: 'El almacén no permite esto a este usuario ({reason}). Revise las credenciales y los derechos.',
    en: 'The store does not allow this user to do this ({reason}). Look at the credentials and the rights.',
  },
  'stream-gone': {
    es: 'El flujo {stream} fue eliminado en el servidor y no puede leerse ni escribirse.',
    en: 'Stream {stream} was deleted on the server: it can be neither read nor written.',
  },
  'store-closed': {
    es: 'El almacén ya está cerrado.',
    en: 'The store is closed already.',
  },
  'event-too-large': {
    es: 'El evento {index} ({type}) mide {bytes} bytes; el máximo es {limit}. Lo grande va aparte, como adjunto.',
    en: 'Event {index} ({type}) takes {bytes} bytes; the most is {limit}. What is large goes outside, as an attachment.',
  },
  'append-too-large': {
    es: 'Lo que se pidió guardar de una vez mide {bytes} bytes; el máximo es {limit}.',
    en: 'What was to be stored at once takes {bytes} bytes; the most is {limit}.',
  },
  'append-invalid': {
    es: 'Lo que se pidió guardar no es válido en {at}: {reason}.',
    en: 'What was to be stored is not valid at {at}: {reason}.',
  },
  'read-invalid': {
    es: 'Lo que se pidió leer no es válido ({at}): {reason}.',
    en: 'What was to be read is not valid at {at}: {reason}.',
  },
  'rows-invalid': {
    es: 'La tabla {table} no admite lo pedido: {reason}.',
    en: 'Table {table} does not take this: {reason}.',
  },
  'rows-behind': {
    es: 'Los renglones van detrás de los eventos ({reason}). Lo guardado está a salvo; repita la consulta.',
    en: 'The rows are behind the events ({reason}). What was stored is safe; repeat the query.',
  },
  'rows-paused': {
    es: 'Los renglones de {projection} están en pausa: el evento {type} en {position} no pudo proyectarse ({reason}). Los eventos están a salvo; corrija la proyección y reanúdela.',
    en: 'The rows of {projection} are paused: event {type} at {position} could not be projected ({reason}). The events are safe; mend the projection and resume it.',
  },
  'rows-absent': {
    es: 'No hay renglones de {projection} en este almacén. Ábralo una vez para escribir con esa proyección y se harán de los eventos.',
    en: 'There are no rows of {projection} in this store. Open it for writing once with that projection and they will be made from the events.',
  },
  'rows-differ': {
    es: 'Los renglones de {projection} no son los que dan los eventos. Los eventos están a salvo: quejas projections rebuild {projection} vuelve a hacerlos.',
    en: 'The rows of {projection} are not those that the events give. The events are safe: quejas projections rebuild {projection} makes them anew.',
  },
  'rows-corrupt': {
    es: 'Los renglones están dañados ({column}). Los eventos están a salvo: los renglones pueden rehacerse con ellos.',
    en: 'The rows are damaged ({column}). The events are safe: the rows can be made anew from them.',
  },
  'rows-unusable': {
    es: '{path} no es un archivo de renglones, o está dañado ({reason}). Los eventos están a salvo. Indique otro lugar para los renglones; si el archivo es de renglones, puede eliminarlo y se hará de nuevo.',
    en: '{path} is no file of rows, or is damaged ({reason}). The events are safe. Give another place for the rows; if the file is one of rows you may remove it, and it will be made anew.',
  },
  'rows-locked': {
    es: 'Los renglones están ocupados por otro proceso. Lo guardado está a salvo; repita la consulta cuando termine.',
    en: 'The rows are in use by another process. What was stored is safe; repeat the query when it has finished.',
  },
  'rows-moved': {
    es: 'Otro proceso rehízo los renglones. Se seguirá desde donde están.',
    en: 'Another process made the rows anew. They will be followed from where they are.',
  },
  'rows-foreign': {
    es: 'Los renglones en {path} siguen a otro almacén. Indique otro lugar para los renglones, o elimine los que hay ahí.',
    en: 'The rows at {path} follow another store. Give another place for the rows, or remove those that are there.',
  },
  'folios-behind': {
    es: 'No se pudo buscar el folio a tiempo ({reason}). Intente de nuevo.',
    en: 'The folio could not be looked up in time ({reason}). Try again.',
  },
  'projection-failed': {
    es: 'Los renglones no pudieron escribirse ({reason}). Nada de este paso se guardó.',
    en: 'The rows could not be written ({reason}). Nothing of this step was kept.',
  },
} as const satisfies Readonly<Record<StoreErrorCode, RejectionText>>;

/** A fault of the store, or of what was asked of it: thrown, and told by its code. */
export type StoreError = ErrorWithCode<StoreErrorCode>;

const namesOfEvents: Readonly<Record<string, RejectionText>> = eventLabels;

const eventInSpanish = (type: string): string => {
  const name = Object.hasOwn(namesOfEvents, type) ? namesOfEvents[type] : undefined;
  return name === undefined ? type : `«${name.es}»`;
};

/** What a fault is about, as its Spanish text names it. */
const inSpanish = (code: StoreErrorCode, details: JsonObject): JsonObject => {
  const { at, type } = details;
  return {
    ...details,
    ...(code === 'read-invalid' && typeof at === 'string' && { at: partInSpanish(at) }),
    ...(typeof type === 'string' && { type: eventInSpanish(type) }),
  };
};

/** A fault of the store itself, with what it says to a person in Spanish and English. */
export const storeError = (code: StoreErrorCode, details: JsonObject = {}, cause?: unknown): StoreError => {
  const { es, en } = texts[code];
  const text = { es: withReason(es, 'es', inSpanish(code, details)), en: withReason(en, 'en', details) };
  return codedError(code, text, details, cause);
};

/** The same, where the reason is told in words that it has for this once; `details.reason` has the English ones, unless given. */
export const storeErrorSaying = (
  code: StoreErrorCode,
  details: JsonObject,
  { es, en }: RejectionText,
  cause?: unknown,
): StoreError => {
  const text = {
    es: fillIn(texts[code].es, { ...inSpanish(code, details), reason: es }),
    en: fillIn(texts[code].en, { ...details, reason: en }),
  };
  return codedError(code, text, { ...details, reason: details['reason'] ?? en }, cause);
};

/**
 * A fault of what was asked of a store, or of its rows, with a reason that is said in words of its own. `details.reason` has
 * the English ones; a part of a query is told in Spanish by what it is called.
 */
export const invalidStoreInput = (
  code: 'read-invalid' | 'rows-invalid',
  details: { readonly at: string } | { readonly table: string },
  reason: RejectionText,
): StoreError => storeErrorSaying(code, details, reason);

const unreadText = {
  es: 'El almacén no responde ({reason}). Sólo se leía y nada cambió: intente de nuevo.',
  en: 'The store does not answer ({reason}). This was only a read, and nothing has changed: try again.',
} as const;

/**
 * `store-unavailable` for a read, of which nothing can have been kept. The text is in one language; `details.reason` has
 * the words of the client or the server.
 */
export const readUnavailable = (reason: string, cause?: unknown): StoreError => {
  const told = { reason: ownReason(reason) };
  const text = { es: withReason(unreadText.es, 'es', told), en: withReason(unreadText.en, 'en', told) };
  return codedError('store-unavailable', text, { reason }, cause);
};

/** Whether a store's errors have this code. */
export const isStoreErrorCode = (code: string): code is StoreErrorCode => Object.hasOwn(texts, code);

/** True for a store's error, of whatever copy of the package threw it. */
export const isStoreError = (error: unknown): error is StoreError => isStoreErrorCode(codeTold(error) ?? '');
