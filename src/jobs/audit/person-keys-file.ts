import type { KeyObject } from 'node:crypto';
import { eitherMarks, marksInStream } from '../../application/keys/marks-in-stream.js';
import { vaultFault } from '../../application/keys/compare-vaults.js';
import { faultyOption } from '../../application/errors/option-faults.js';
import { scopeOf } from '../../application/identity/scope.js';
import type { KeyVault } from '../../application/ports/key-vault.js';
import { systemClock } from '../../infrastructure/shared/system/system-clock.js';
import { parseRecipient, recipientFingerprint, wrapFor } from '../../infrastructure/crypto/recipient-key.js';
import { formatPersonKeys, personKeysName, type PersonKey } from '../bundle/person-keys.js';
import type { BundleFile } from '../export/index.js';
import type { AuditParts } from './audit-parts.js';

/** The public key that a host gives for a full bundle. Throws `option-invalid`; what was given is not told again. */
export const recipientGiven = (pem: string | undefined): KeyObject | undefined => {
  if (pem === undefined) return undefined;
  const recipient = parseRecipient(pem);
  if (recipient !== undefined) return recipient;
  throw faultyOption('recipient', {
    es: 'no es una llave pública X25519 en PEM («openssl pkey -pubout»).',
    en: 'is no public key of X25519 in PEM ("openssl pkey -pubout").',
  });
};

/** The vault with which the store's values were sealed, and no other one. Throws `keys-foreign`, `keys-behind`. */
const vaultOf = async ({ store, provider, namespace, openVault }: AuditParts): Promise<KeyVault> => {
  const vault = await openVault();
  const inStream = marksInStream({
    ...{ store, namespace, provider: provider.id, zone: provider.zone, clock: systemClock },
  });
  const mark = await eitherMarks(store.vaultMarks, inStream).read(scopeOf(namespace, provider.id));
  const fault = vaultFault(mark, await vault.identity?.());
  if (fault === undefined) return vault;
  await vault.close();
  throw fault;
};

/**
 * The keys of these persons, each wrapped to the recipient, as a file of the bundle. No key is made: of one that was
 * destroyed, and of one that the vault does not hold, that is told. Throws `keys-foreign`, `keys-behind`,
 * `keys-unavailable`.
 */
export const personKeysFile = async (
  parts: AuditParts,
  key: KeyObject,
  persons: readonly string[],
): Promise<BundleFile> => {
  const vault = await vaultOf(parts);
  const provider = parts.provider.id;
  const recipient = recipientFingerprint(key);
  const keyOf = async (person: string): Promise<PersonKey> => {
    const found = await vault.existingKey(person, provider);
    if (found !== undefined)
      return { kind: 'wrapped', ...wrapFor(key, { provider, person, recipient }, found.export()) };
    return { kind: (await vault.isDestroyed?.(person, provider)) === true ? 'destroyed' : 'missing' };
  };
  try {
    const wrapped: [string, PersonKey][] = [];
    for (const person of persons) wrapped.push([person, await keyOf(person)]);
    const bytes = Buffer.from(
      formatPersonKeys({ provider, recipient, persons: Object.fromEntries(wrapped) }),
    );
    return { name: personKeysName, bytes: () => bytes };
  } finally {
    await vault.close();
  }
};
