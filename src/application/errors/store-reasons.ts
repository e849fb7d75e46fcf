import { fillIn, type RejectionText } from '../../domain/kernel/rejection-text.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { isSystemReason, systemReason } from './system-reasons.js';
import { inline } from '../../domain/texts/plain-text.js';

/** Reasons of our own within the text of a fault. What a server, a client, the system or a host says is quoted. */
const reasons = {
  unreachable: { es: 'no se pudo llegar al servidor', en: 'the server could not be reached' },
  'no-answer': { es: 'no hubo respuesta a tiempo', en: 'there was no answer in time' },
  'client-given-up': {
    es: 'la conexión se abandonó porque otras llamadas no tenían respuesta',
    en: 'the connection was given up because other calls had no answer',
  },
  'append-unplaced': {
    es: 'el servidor dice que ya lo tiene, y no está en el flujo',
    en: 'the server says that it has this already, and the stream lacks it',
  },
  'consumer-too-slow': {
    es: 'el servidor envía más rápido de lo que aquí se lee',
    en: 'the server sends faster than this process reads',
  },
  'server-too-old': {
    es: 'el servidor es anterior a la versión 22.6 y no da posiciones: actualícelo',
    en: 'the server is older than 22.6 and gives no positions: update it',
  },
  'subscription-unconfirmed': {
    es: 'el servidor nunca confirmó la suscripción',
    en: 'the server never confirmed the subscription',
  },
  'subscription-silent': {
    es: 'ni la suscripción ni una consulta al final del almacén trajeron nada',
    en: 'neither the subscription nor a look at the end of the store brought anything',
  },
  'subscription-incomplete': {
    es: 'el almacén tiene eventos que la suscripción no trajo',
    en: 'the store has events that the subscription did not bring',
  },
  'subscription-ended': {
    es: 'la suscripción terminó sin decir por qué',
    en: 'the subscription ended without saying why',
  },
  'rows-remade': {
    es: 'otra versión los rehízo; abra Quejas de nuevo',
    en: 'another version has made them anew; open Quejas again',
  },
  'access-denied': { es: 'acceso denegado', en: 'access denied' },
  stopped: { es: 'dejaron de seguirlos', en: 'they follow them no longer' },
  'position-foreign': { es: 'no es una posición de este almacén', en: 'it is no position of this store' },
  'file-not-opened': { es: 'el archivo no se puede abrir', en: 'the file cannot be opened' },
  'is-a-folder': { es: 'es una carpeta, no un archivo', en: 'it is a folder, not a file' },
  'is-no-file': {
    es: 'no es un archivo, sino una tubería o un dispositivo',
    en: 'it is no file, but a pipe or a device',
  },
  'file-not-made': { es: 'ahí no se puede crear un archivo', en: 'no file can be made there' },
  'file-of-another-program': { es: 'el archivo es de otro programa', en: 'the file is another program’s' },
  'no-database': { es: 'el archivo no es una base de datos', en: 'the file is no database' },
  'not-readable': { es: 'no se puede leer', en: 'it cannot be read' },
  'identity-altered': { es: 'su identificador cambió', en: 'its id was changed' },
  'mark-altered': { es: 'cambió', en: 'it was changed' },
  'positions-missing': {
    es: 'faltan eventos entre las posiciones',
    en: 'events are missing among the positions',
  },
  'stream-out-of-order': {
    es: 'los eventos de un flujo están fuera de orden',
    en: 'the events of a stream are out of order',
  },
  'event-without-stream': { es: 'un evento no está en ningún flujo', en: 'an event is in no stream' },
  'stream-without-event': { es: 'un flujo no tiene eventos', en: 'a stream has no event' },
  'ledger-differs': {
    es: 'el libro de comandos no coincide con los eventos',
    en: 'the ledger of commands does not match the events',
  },
  'revisions-missing': {
    es: 'a un flujo le faltan eventos',
    en: 'a stream lacks events',
  },
  'file-empty': { es: 'el archivo está vacío', en: 'the file is empty' },
  'no-vault': { es: 'ahí no hay un llavero', en: 'there is no vault there' },
  'vault-locked': {
    es: 'otro proceso lo ocupa; intente de nuevo',
    en: 'another process holds it; try again',
  },
  'vault-without-identity': {
    es: 'al llavero le falta lo que dice cuál es',
    en: 'the vault lacks what says which one it is',
  },
  'master-missing': { es: 'falta su llave maestra', en: 'its master key is missing' },
  'master-other': { es: 'la llave maestra es de otro llavero', en: 'the master key is another vault’s' },
  'master-length': { es: 'la llave maestra no tiene 32 bytes', en: 'the master key has not 32 bytes' },
  'key-damaged': { es: 'una llave está dañada', en: 'a key is damaged' },
  'no-file': { es: 'no hay un archivo que copiar', en: 'there is no file to copy' },
  closed: { es: 'ya se cerró', en: 'it is closed already' },
  'no-key': { es: 'no dio una llave', en: 'it gave no key' },
  'a key that is none': { es: 'lo que guarda no es una llave', en: 'what it keeps is no key' },
  'the key is wrapped, and there is no master key': {
    es: 'la llave está envuelta y falta la llave maestra',
    en: 'the key is wrapped, and there is no master key',
  },
  'too-busy': { es: 'hay demasiados comandos a la vez', en: 'there are too many commands at once' },
  conflict: { es: 'otro proceso escribió antes', en: 'another process wrote before' },
  'no-stream': { es: 'falta el flujo', en: 'the stream is missing' },
  // What is not right in a file.
  'a row without columns': { es: 'un renglón no tiene columnas', en: 'a row has no columns' },
  'a number is missing': { es: 'falta un número', en: 'a number is missing' },
  'a text is missing': { es: 'falta un texto', en: 'a text is missing' },
  'a projection in no slot': {
    es: 'una proyección no está en su lugar',
    en: 'a projection is in no place of its own',
  },
  'a fault that is none': {
    es: 'no se lee por qué se detuvo una proyección',
    en: 'why a projection was paused cannot be read',
  },
  'a projection without a table': {
    es: 'una proyección no tiene tabla',
    en: 'a projection has no table',
  },
  'an append without outcome': {
    es: 'no se sabe si algo se guardó',
    en: 'it is not known whether something was stored',
  },
  'a row holds what no row may': {
    es: 'un renglón tiene lo que ningún renglón puede tener',
    en: 'a row holds what no row may',
  },
  'an event lacks part of its envelope': {
    es: 'a un evento le falta una parte de su envoltura',
    en: 'an event lacks part of its envelope',
  },
  'an event is not JSON': { es: 'un evento no es JSON', en: 'an event is not JSON' },
  // Why rows stand still, as their checkpoint says it.
  'their table is missing': { es: 'falta su tabla', en: 'their table is missing' },
  'their table has other columns': {
    es: 'su tabla tiene otras columnas',
    en: 'their table has other columns',
  },
  'their table lacks an index': { es: 'a su tabla le falta un índice', en: 'their table lacks an index' },
  'their table has a unique index that is not ours': {
    es: 'su tabla tiene un índice ajeno que no admite repetidos',
    en: 'their table has a unique index that is not ours',
  },
  // What is not right in an append, as its check says it.
  'not the name of a stream': { es: 'no es el nombre de un flujo', en: 'not the name of a stream' },
  'not an expectation': { es: 'no es lo que se puede esperar de un flujo', en: 'not an expectation' },
  'no events': { es: 'no hay eventos', en: 'no events' },
  'not an event': { es: 'no es un evento', en: 'not an event' },
  'not JSON': { es: 'no es JSON', en: 'not JSON' },
  'missing or malformed': { es: 'falta, o no tiene su forma', en: 'missing or malformed' },
  'no value': { es: 'no tiene valor', en: 'no value' },
  'an object of a class': { es: 'es un objeto de una clase', en: 'an object of a class' },
  'a name with half a character': { es: 'un nombre con medio carácter', en: 'a name with half a character' },
  'a text with half a character': { es: 'un texto con medio carácter', en: 'a text with half a character' },
  'not a finite number': { es: 'no es un número finito', en: 'not a finite number' },
  'nested too deep': { es: 'está anidado a demasiada profundidad', en: 'nested too deep' },
  'a bigint': { es: 'es un entero que JSON no tiene', en: 'a bigint' },
  'a function': { es: 'es una función', en: 'a function' },
  'a symbol': { es: 'es un símbolo', en: 'a symbol' },
  'a undefined': { es: 'no está definido', en: 'undefined' },
} as const;

/** A reason that has words in both languages. */
export type StoreReason = keyof typeof reasons;

/** Whether a reason has words in both languages. */
export const isOurs = (reason: unknown): reason is StoreReason =>
  typeof reason === 'string' && Object.hasOwn(reasons, reason);

/** A reason that has words in both languages: the words of a client or a server are left out. */
export const ownReason = (reason: string): string => (isOurs(reason) ? reason : 'unreachable');

/** A reason in both languages, also one of the file system; one that is neither is quoted, since it is in the language of the part that gave it. */
export const toldReason = (reason: string): RejectionText => {
  if (isOurs(reason)) return reasons[reason];
  if (isSystemReason(reason)) return systemReason(reason);
  const words = inline(reason);
  return words === ''
    ? { es: 'sin más detalle', en: 'no further detail' }
    : { es: `mensaje original: «${words}»`, en: `original message: “${words}”` };
};

/** A text with its details filled in; their reason is told in the language of the text. */
export const withReason = (text: string, language: 'es' | 'en', details: JsonObject): string => {
  const { reason } = details;
  return fillIn(
    text,
    typeof reason === 'string' ? { ...details, reason: toldReason(reason)[language] } : details,
  );
};
