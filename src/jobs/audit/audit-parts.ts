import {
  faultyOption,
  mustBeFunction,
  mustBeText,
  mustHave,
  mustKnow,
  namesOf,
} from '../../application/errors/option-faults.js';
import { isKeyName } from '../../application/audit/notes/verifier-key.js';
import type { AuditSigner } from '../../application/ports/audit-signer.js';
import type { EventStore } from '../../application/ports/event-store.js';
import type { KeptLog } from '../../application/ports/kept-log.js';
import type { KeyVault } from '../../application/ports/key-vault.js';
import { silentLogger } from '../../application/ports/logger.js';
import type { Stamp } from '../../application/ports/time-stamp.js';
import { openStore, openVault } from '../../composition/open-parts.js';
import { parseKeysUrl, type KeysUrl, type StoreUrl } from '../../composition/part-urls.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { fileAuditSigner } from '../../infrastructure/crypto/file-audit-signer.js';
import { signedLogsIn } from '../../infrastructure/crypto/signed-logs.js';
import { fileKeptLog } from '../../infrastructure/crypto/file-kept-log.js';
import { memoryAuditSigner } from '../../infrastructure/crypto/memory-audit-signer.js';
import type { MasterKey } from '../../infrastructure/crypto/master-key.js';
import { memoryKeptLog } from '../../infrastructure/crypto/memory-kept-log.js';

/** What an audit log is opened over. */
export interface AuditOptions {
  /** A URL, or a store that was opened as `quejas/sqlite` and others give it; it is only read. */
  readonly store: StoreUrl | EventStore;
  /**
   * Where the keys of persons lie: the log's key with its memory, and what was logged, lie beside them, in files of their
   * own for each provider (`K.PROVIDER.signer`, `K.PROVIDER.log`). In their place `signer` and `log` may be given.
   */
  readonly keys: KeysUrl;
  /** Whose log it is. */
  readonly provider: ProviderProfile;
  /** As `openQuejas` has it. */
  readonly namespace?: string;
  /**
   * Name of the log, once and for all: a host name and a path, without a scheme (`isp.example/complaints`). Default:
   * `PROVIDER/complaints`. A key that was made before keeps its name.
   */
  readonly origin?: string;
  /** Key and memory of the host's own, such as an HSM's. */
  readonly signer?: AuditSigner;
  /** What was logged, where the host keeps it elsewhere. */
  readonly log?: KeptLog;
  /**
   * Has a third party stamp the signed head of each bundle; what it gives goes with the bundle as `checkpoint.tsr`. Where
   * it fails, so does the export.
   */
  readonly stamp?: Stamp;
  /** As `openQuejas` has it; only a full bundle needs it. */
  readonly masterKey?: MasterKey;
  /** The vault with the keys of persons, where it is the host's own; only a full bundle reads it, and makes no key. */
  readonly vault?: KeyVault;
}

export interface AuditParts {
  readonly store: EventStore;
  readonly signer: AuditSigner;
  readonly kept: KeptLog;
  readonly origin: string;
  /** Whether a log of this name was ever signed beside these keys, as far as the vault knows. */
  readonly signedBefore: () => boolean;
  /** Has the vault note that it was. */
  readonly noteSigned: (origin: string) => void;
  readonly provider: ProviderProfile;
  readonly namespace: string;
  readonly stamp: Stamp | undefined;
  /** The keys of persons, to be closed after use; the host's own stays open. */
  readonly openVault: () => Promise<KeyVault>;
  readonly close: () => Promise<void>;
}

const optionNames = namesOf<AuditOptions>({
  ...{ store: true, keys: true, provider: true, namespace: true, origin: true, signer: true, log: true },
  ...{ stamp: true, masterKey: true, vault: true },
});

/** What a log is opened over, as a host without a compiler may give it. Throws `option-invalid`. */
const optionsGiven = (given: AuditOptions): AuditOptions => {
  const asked = mustKnow('openAudit', given, optionNames);
  const { store, keys, provider, namespace, origin, stamp, signer, log, vault } = asked;
  if (typeof store !== 'string') mustHave('store', store, { readAll: 'function', read: 'function' });
  mustBeText('keys', keys, 'memory:, file:PATH');
  mustHave('provider', provider, { id: 'string', zone: 'string' });
  if (namespace !== undefined && namespace !== '') mustBeText('namespace', namespace, 'TEXT');
  if (origin !== undefined) mustBeText('origin', origin, 'isp.example/complaints');
  mustBeFunction('stamp', stamp);
  if (signer !== undefined) mustHave('signer', signer, { state: 'function', signCheckpoint: 'function' });
  if (log !== undefined) mustHave('log', log, { size: 'function', keepHead: 'function' });
  if (vault !== undefined) mustHave('vault', vault, { close: 'function' });
  return asked;
};

const originOf = ({ origin, provider, namespace = '' }: AuditOptions): string => {
  const name =
    origin ??
    [provider.id, 'complaints', ...(namespace === '' ? [] : [encodeURIComponent(namespace)])].join('/');
  if (!isKeyName(name))
    throw faultyOption('origin', {
      es: `ninguna bitácora puede llamarse «${name}»; indique un nombre como isp.example/complaints.`,
      en: `no log may be called "${name}"; give a name like isp.example/complaints.`,
    });
  return name;
};

/** Whose log it is, among those that are kept beside the same keys. */
const scopeIn = ({ provider, namespace = '' }: AuditOptions): string =>
  [provider.id, ...(namespace === '' ? [] : [encodeURIComponent(namespace)])].join('.');

type PartsBeside = Pick<AuditParts, 'signer' | 'kept' | 'signedBefore' | 'noteSigned'>;

/** Without a vault nothing is known of the past but what key and log remember. */
const unnoted = { signedBefore: () => false, noteSigned: () => undefined };

/** Key, memory and what was logged, where the host gives none of its own. */
const partsBeside = (options: AuditOptions): PartsBeside => {
  const keys = parseKeysUrl(options.keys);
  if (keys === 'memory:') return { signer: memoryAuditSigner(), kept: memoryKeptLog(), ...unnoted };
  const vault = keys.slice('file:'.length);
  const scope = scopeIn(options);
  const logs = signedLogsIn(vault);
  const { origin } = options;
  return {
    signer: fileAuditSigner(`${vault}.${scope}.signer`),
    kept: fileKeptLog(`${vault}.${scope}.log`),
    // A name that is asked for and was never signed is another log's.
    signedBefore: () => logs.has(origin === undefined ? { scope } : { origin }),
    noteSigned: (signed) => logs.note({ origin: signed, scope }),
  };
};

const vaultOpener =
  ({ keys, masterKey, vault }: AuditOptions) =>
  (): Promise<KeyVault> =>
    vault === undefined
      ? openVault(keys, masterKey)
      : Promise.resolve({ ...vault, close: () => Promise.resolve() });

/** Opens what an audit log is made of; what was given as an object stays the caller's. */
export const openAuditParts = async (given: AuditOptions): Promise<AuditParts> => {
  const options = optionsGiven(given);
  const { provider, namespace = '', store: storeGiven, signer: ownSigner, log: ownLog, stamp } = options;
  const origin = originOf(options);
  const beside = partsBeside(options);
  const store =
    typeof storeGiven === 'string'
      ? await openStore(storeGiven, { namespace, logger: silentLogger, mustExist: true, readOnly: true })
      : storeGiven;
  const own = [beside.signer, beside.kept, ...(typeof storeGiven === 'string' ? [store] : [])];
  return {
    ...{ store, origin, provider, namespace, stamp },
    openVault: vaultOpener(options),
    ...(ownSigner === undefined ? beside : { signer: ownSigner, ...unnoted }),
    kept: ownLog ?? beside.kept,
    close: async () => {
      for (const part of own) await part.close();
    },
  };
};
