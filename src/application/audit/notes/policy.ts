import { formatVerifierKey, signatureTypes, type VerifierKey } from './verifier-key.js';

/** A name in a policy, with its key; the URL plays no part offline. */
export interface PolicyLog {
  /** Verifies the lines of that name. */
  readonly key: VerifierKey;
  /** Where it would be asked. */
  readonly url?: string;
}

/** A third party whose cosignature a policy may ask for. */
export interface PolicyWitness extends PolicyLog {
  /** What the quorum and groups call it. */
  readonly name: string;
}

/** Counts as having witnessed a checkpoint where at least `least` of its members have. */
export interface PolicyGroup {
  /** What the quorum and later groups call it. */
  readonly name: string;
  /** How many of the members are enough. */
  readonly least: number;
  /** Names of witnesses and groups. */
  readonly members: readonly string[];
}

/** What is trusted: a checkpoint of one of these logs, cosigned as the quorum asks (C2SP tlog-policy). */
export interface TrustPolicy {
  /** A checkpoint of any of them is taken. */
  readonly logs: readonly PolicyLog[];
  /** Those whose cosignatures count. */
  readonly witnesses: readonly PolicyWitness[];
  /** Each after those it names. */
  readonly groups: readonly PolicyGroup[];
  /** A witness, a group, or `none`. */
  readonly quorum: string;
}

/** A policy that trusts exactly this key, and asks for no witness. */
export const policyOfKey = (key: VerifierKey): TrustPolicy => ({
  logs: [{ key }],
  witnesses: [],
  groups: [],
  quorum: 'none',
});

/** A policy as a file. */
export const formatPolicy = ({ logs, witnesses, groups, quorum }: TrustPolicy): string => {
  const lines = [
    ...logs.map(({ key, url }) => ['log', formatVerifierKey(key), url]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, formatVerifierKey(key), url]),
    ...groups.map(({ name, least, members }) => ['group', name, least, ...members]),
    ['quorum', quorum],
  ];
  return lines.map((words) => `${words.filter((word) => word !== undefined).join(' ')}\n`).join('');
};

/** True where the quorum is met by witnesses whose cosignatures were verified. */
export const meetsQuorum = (
  { witnesses, groups, quorum }: TrustPolicy,
  cosigned: ReadonlySet<VerifierKey>,
): boolean => {
  const met = new Set(witnesses.filter(({ key }) => cosigned.has(key)).map(({ name }) => name));
  for (const { name, least, members } of groups)
    if (members.filter((member) => met.has(member)).length >= least) met.add(name);
  return quorum === 'none' || met.has(quorum);
};

/** Types that a key of a witness may have; ML-DSA-44 (0x06) may be named, and is never verified here. */
export const witnessTypes: readonly number[] = [signatureTypes.cosignature, 0x06];
