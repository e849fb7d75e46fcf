import { isUint8Array } from 'node:util/types';
import type { PolicyGroup, PolicyLog, PolicyWitness, TrustPolicy } from './policy.js';
import { witnessTypes } from './policy.js';
import { wholeNumberOf } from './strict-text.js';
import { parseVerifierKey, signatureTypes, type VerifierKey } from './verifier-key.js';

/** What is wrong with a policy, and in which line, from 1. */
export interface PolicyFault {
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong there. */
  readonly reason:
    | 'unknown-octet'
    | 'unknown-word'
    | 'wrong-count'
    | 'key-invalid'
    | 'key-repeated'
    | 'name-taken'
    | 'name-unknown'
    | 'threshold-invalid'
    | 'quorum-repeated'
    | 'quorum-missing';
}

/** A policy that was read, or the first thing that is wrong with it. */
export type ParsedTrustPolicy =
  { readonly ok: true; readonly policy: TrustPolicy } | { readonly ok: false; readonly fault: PolicyFault };

/** What earlier lines said. */
interface Draft {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  readonly members: Set<string>;
  quorum: string | undefined;
}

type Reason = PolicyFault['reason'] | undefined;

/** Octets are kept one a character; a key's name is UTF-8 within. */
const keyOf = (word: string, types: readonly number[]): VerifierKey | undefined => {
  const key = parseVerifierKey(Buffer.from(word, 'latin1').toString('utf8'));
  return key !== undefined && types.includes(key.type) ? key : undefined;
};

const isRepeated = (known: readonly PolicyLog[], { publicKey }: VerifierKey): boolean =>
  known.some(({ key }) => Buffer.compare(key.publicKey, publicKey) === 0);

const addLog = ({ logs }: Draft, [vkey = '', url, ...rest]: readonly string[]): Reason => {
  if (vkey === '' || rest.length > 0) return 'wrong-count';
  const key = keyOf(vkey, [signatureTypes.ed25519]);
  if (key === undefined) return 'key-invalid';
  if (isRepeated(logs, key)) return 'key-repeated';
  logs.push({ key, ...(url !== undefined && { url }) });
  return undefined;
};

const isNamed = ({ witnesses, groups }: Draft, name: string): boolean =>
  [...witnesses, ...groups].some((each) => each.name === name);

const isTaken = (draft: Draft, name: string): boolean => name === 'none' || isNamed(draft, name);

const addWitness = (draft: Draft, [name = '', vkey = '', url, ...rest]: readonly string[]): Reason => {
  if (vkey === '' || rest.length > 0) return 'wrong-count';
  const key = keyOf(vkey, witnessTypes);
  if (key === undefined) return 'key-invalid';
  if (isRepeated(draft.witnesses, key)) return 'key-repeated';
  if (isTaken(draft, name)) return 'name-taken';
  draft.witnesses.push({ name, key, ...(url !== undefined && { url }) });
  return undefined;
};

const thresholdOf = (word: string, members: number): number | undefined => {
  if (word === 'any') return 1;
  const least = word === 'all' ? members : wholeNumberOf(word);
  return least !== undefined && least >= 1 && least <= members ? least : undefined;
};

const addGroup = (draft: Draft, [name = '', threshold = '', ...members]: readonly string[]): Reason => {
  if (members.length === 0) return 'wrong-count';
  const least = thresholdOf(threshold, members.length);
  if (least === undefined) return 'threshold-invalid';
  if (isTaken(draft, name)) return 'name-taken';
  for (const member of members) {
    if (!isNamed(draft, member)) return 'name-unknown';
    if (draft.members.has(member)) return 'name-taken';
    draft.members.add(member);
  }
  draft.groups.push({ name, least, members });
  return undefined;
};

const setQuorum = (draft: Draft, [name = '', ...rest]: readonly string[]): Reason => {
  if (name === '' || rest.length > 0) return 'wrong-count';
  if (draft.quorum !== undefined) return 'quorum-repeated';
  if (name !== 'none' && !isNamed(draft, name)) return 'name-unknown';
  draft.quorum = name;
  return undefined;
};

const takeLine = (draft: Draft, line: string): Reason => {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(line)) return 'unknown-octet';
  const [word = '', ...rest] = line.split(/[\t ]+/).filter((each) => each !== '');
  if (word === '' || word.startsWith('#')) return undefined;
  switch (word) {
    case 'log':
      return addLog(draft, rest);
    case 'witness':
      return addWitness(draft, rest);
    case 'group':
      return addGroup(draft, rest);
    case 'quorum':
      return setQuorum(draft, rest);
    default:
      return 'unknown-word';
  }
};

/** Reads the bytes of a policy, or says what is wrong with its first wrong line; what is not bytes has no line. */
export const parseTrustPolicy = (given: unknown): ParsedTrustPolicy => {
  const bytes = isUint8Array(given) ? given : new Uint8Array();
  const draft: Draft = { logs: [], witnesses: [], groups: [], members: new Set(), quorum: undefined };
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  for (const [place, line] of lines.entries()) {
    const reason = takeLine(draft, line);
    if (reason !== undefined) return { ok: false, fault: { line: place + 1, reason } };
  }
  const { logs, witnesses, groups, quorum } = draft;
  return quorum === undefined
    ? { ok: false, fault: { line: lines.length, reason: 'quorum-missing' } }
    : { ok: true, policy: { logs, witnesses, groups, quorum } };
};
