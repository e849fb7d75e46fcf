import type { JsonObject } from '../../domain/kernel/json.js';
import { codedError } from './coded-error.js';
import { toldReason } from './store-reasons.js';

/** The reason of a vault that another process holds for a moment: which keys it has is not known until then. */
export const vaultLocked = 'vault-locked';

/** Why a vault as a whole is refused, whichever key is asked for. */
export type KeyFaultCode = 'keys-behind' | 'keys-foreign' | 'keys-unavailable';

/** Whether a code tells that a vault as a whole is refused. */
export const isKeyFaultCode = (code: string): code is KeyFaultCode =>
  code === 'keys-behind' || code === 'keys-foreign' || code === 'keys-unavailable';

/** Which vault a store knows, and which one was given. */
export interface VaultsCompared {
  /** Id of the vault that the values in the store were sealed with. */
  readonly expected: string;
  /** Id of the vault that was given; null where there is none in that place. */
  readonly found: string | null;
}

/** `keys-foreign`: the store's values are sealed with another vault than the one that was given. */
export const keysForeign = ({ expected, found }: VaultsCompared) =>
  codedError(
    'keys-foreign',
    found === null
      ? {
          es: `Los datos personales de este almacén están sellados con el llavero ${expected}, y en el lugar indicado no hay ninguno. No se hizo uno nuevo ni se selló nada. Revise el lugar (--keys, keys) o restaure el respaldo (quejas keys restore); si se perdió, siga con uno nuevo: quejas keys adopt (newVault).`,
          en: `The personal values of this store are sealed with the key vault ${expected}, and there is none in the place given. No new one was made and nothing was sealed. Check the place (--keys, keys) or restore its back-up (quejas keys restore); if it is lost, go on with a new one: quejas keys adopt (newVault).`,
        }
      : {
          es: `Los datos personales de este almacén están sellados con el llavero ${expected}; el indicado es ${found}. No se selló nada. Indique el llavero del almacén (--keys, keys) o restaure su respaldo (quejas keys restore); si se perdió, siga con éste: quejas keys adopt (newVault).`,
          en: `The personal values of this store are sealed with the key vault ${expected}; the one given is ${found}. Nothing was sealed. Give the vault of the store (--keys, keys) or restore its back-up (quejas keys restore); if it is lost, go on with this one: quejas keys adopt (newVault).`,
        },
    { expected, found },
  );

/** `keys-behind`: the vault is the right one, as it was earlier, or keys of it are gone. */
export const keysBehind = (details: JsonObject) =>
  codedError(
    'keys-behind',
    {
      es: 'Al llavero le faltan llaves o contactos: es una copia anterior a lo que ya se selló o anotó, o se borraron de él. No se selló nada. Restaure un respaldo más nuevo (quejas keys restore); si se perdieron, siga con lo que hay: quejas keys adopt (newVault).',
      en: 'The key vault lacks keys or contacts: it is a copy older than what was sealed or noted since, or they were taken out of it. Nothing was sealed. Restore a newer back-up (quejas keys restore); if they are lost, go on with what is there: quejas keys adopt (newVault).',
    },
    details,
  );

/** `contacts-damaged`: entries of the index of phones and addresses are gone, or are not as they were written. */
export const contactsDamaged = (details: JsonObject) =>
  codedError(
    'contacts-damaged',
    {
      es: 'El índice de teléfonos y correos del llavero está dañado o incompleto: una búsqueda puede pasar por alto casos. No se respondió. Busque por folio, cuenta o usuario, y rehágalo con lo presentado: quejas keys reindex (rebuildContacts).',
      en: 'The index of phones and addresses in the key vault is damaged or incomplete: a search may miss cases. It was not answered. Search by folio, contract or subscriber, and make it anew from the filings: quejas keys reindex (rebuildContacts).',
    },
    details,
  );

/** `copy-is-vault`: a copy would take the place of the keys. */
export const copyIsVault = (path: string) =>
  codedError(
    'copy-is-vault',
    {
      es: `${path} es el llavero, o su llave maestra. Indique otro archivo para la copia.`,
      en: `${path} is the key vault, or its master key. Name another file for the copy.`,
    },
    { path },
  );

/** `key-destroyed`: a person who was forgotten gets no key again. */
export const keyDestroyed = (details: { readonly person: string; readonly provider: string }) =>
  codedError(
    'key-destroyed',
    {
      es: `La llave de ${details.person} se destruyó y no se hace otra: nada personal suyo se puede guardar. Si vuelve a tratarse con esta persona, use otro seudónimo.`,
      en: `The key of ${details.person} was destroyed and none is made again: nothing personal of theirs can be kept. If this person is dealt with again, use another pseudonym.`,
    },
    details,
  );

/** `copy-unwritable`: a copy of a store or of keys cannot be written where it is to be. What was copied is as it was. */
export const copyUnwritable = (path: string, reason: string, cause: unknown) => {
  const why = toldReason(reason);
  return codedError(
    'copy-unwritable',
    {
      es: `La copia no se puede escribir en ${path}: ${why.es}. Lo que se iba a copiar está como estaba. Revise ese lugar, o indique otro.`,
      en: `The copy cannot be written to ${path}: ${why.en}. What was to be copied is as it was. Check that place, or name another one.`,
    },
    { path, reason },
    cause,
  );
};
