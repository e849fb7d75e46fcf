import { bytesOf, latin1Of, textOf, wholeNumber, type Hashing } from './bytes.js';
import { parseKey, type Key } from './note.js';

interface Group {
  readonly least: number;
  readonly members: readonly string[];
}

/** What is trusted (C2SP tlog-policy): logs, and by name witnesses and groups of them. */
export interface Policy {
  readonly logs: readonly Key[];
  readonly witnesses: ReadonlyMap<string, Key>;
  /** Each after those it names. */
  readonly groups: ReadonlyMap<string, Group>;
  readonly quorum: string;
}

interface Draft {
  readonly logs: Key[];
  readonly witnesses: Map<string, Key>;
  readonly groups: Map<string, Group>;
  readonly used: Set<string>;
  quorum: string | undefined;
}

const keyIn = (hashing: Hashing, octets: string, types: readonly number[]): Key | undefined => {
  // A line is read octet by octet; the name of a key is UTF-8 within.
  const text = textOf(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
  const key = text === undefined ? undefined : parseKey(hashing, text);
  return key !== undefined && types.includes(key.type) ? key : undefined;
};

const isKnown = (keys: Iterable<Key>, { publicKey }: Key): boolean =>
  [...keys].some((each) => String(each.publicKey) === String(publicKey));

const isTaken = ({ witnesses, groups }: Draft, name: string): boolean =>
  name === 'none' || witnesses.has(name) || groups.has(name);

const thresholdOf = (word: string, members: number): number | undefined => {
  const least = { any: 1, all: members }[word] ?? wholeNumber(word);
  return least !== undefined && least >= 1 && least <= members ? least : undefined;
};

type TakeLine = (hashing: Hashing, draft: Draft, words: readonly string[]) => boolean;

const takeLog: TakeLine = (hashing, { logs }, [vkey = '', , ...rest]) => {
  const key = keyIn(hashing, vkey, [1]);
  if (key === undefined || rest.length > 0 || isKnown(logs, key)) return false;
  logs.push(key);
  return true;
};

const takeWitness: TakeLine = (hashing, draft, [name = '', vkey = '', , ...rest]) => {
  const key = keyIn(hashing, vkey, [4, 6]);
  if (key === undefined || rest.length > 0 || isKnown(draft.witnesses.values(), key)) return false;
  if (isTaken(draft, name)) return false;
  draft.witnesses.set(name, key);
  return true;
};

const takeGroup: TakeLine = (_hashing, draft, [name = '', threshold = '', ...members]) => {
  const least = thresholdOf(threshold, members.length);
  if (least === undefined || isTaken(draft, name)) return false;
  for (const member of members) {
    if (member === 'none' || !isTaken(draft, member) || draft.used.has(member)) return false;
    draft.used.add(member);
  }
  draft.groups.set(name, { least, members });
  return true;
};

const takeQuorum: TakeLine = (_hashing, draft, [name = '', ...rest]) => {
  if (rest.length > 0 || draft.quorum !== undefined || !isTaken(draft, name)) return false;
  draft.quorum = name;
  return true;
};

const takers: ReadonlyMap<string, TakeLine> = new Map([
  ['log', takeLog],
  ['witness', takeWitness],
  ['group', takeGroup],
  ['quorum', takeQuorum],
]);

const takeLine = (hashing: Hashing, draft: Draft, line: string): boolean => {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(line)) return false;
  const [word = '', ...rest] = line.split(/[\t ]+/).filter((each) => each !== '');
  if (word === '' || word.startsWith('#')) return true;
  return takers.get(word)?.(hashing, draft, rest) ?? false;
};

/** Reads a policy; where it is none, the number of its first wrong line, from 1. */
export const parsePolicy = (hashing: Hashing, bytes: Uint8Array): Policy | number => {
  const draft: Draft = {
    ...{ logs: [], witnesses: new Map(), groups: new Map(), used: new Set() },
    quorum: undefined,
  };
  const lines = latin1Of(bytes).split('\n');
  const wrong = lines.findIndex((line) => !takeLine(hashing, draft, line));
  if (wrong !== -1) return wrong + 1;
  const { quorum } = draft;
  return quorum === undefined ? lines.length : { ...draft, quorum };
};

/** A policy, or a key alone: what an inspector was given. */
export const parseTrust = (hashing: Hashing, bytes: Uint8Array): Policy | number => {
  const line = textOf(bytes)?.trim() ?? ' ';
  return parsePolicy(hashing, /\s/.test(line) ? bytes : bytesOf(`log ${line}\nquorum none\n`));
};

/** True where the quorum is met by the witnesses that cosigned. */
export const meets = ({ witnesses, groups, quorum }: Policy, signedBy: readonly Key[]): boolean => {
  const met = new Set([...witnesses].filter(([, key]) => signedBy.includes(key)).map(([name]) => name));
  for (const [name, { least, members }] of groups)
    if (members.filter((member) => met.has(member)).length >= least) met.add(name);
  return quorum === 'none' || met.has(quorum);
};
