import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { canonicalize } from 'json-canonicalize';
import type { Contender } from '../entry.js';

/** Entries of a file. */
const width = 256;

const hash = (prefix: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const hashing = createHash('sha256').update(Uint8Array.of(prefix));
  for (const part of parts) hashing.update(part);
  return hashing.digest();
};

/** Hashes leaves, and every pair of neighbours above them. */
const tree = () => {
  const waiting: (Uint8Array | undefined)[] = [];
  return (entry: Uint8Array): void => {
    let node = hash(0, entry);
    let level = 0;
    for (;;) {
      const left = waiting[level];
      if (left === undefined) break;
      waiting[level] = undefined;
      node = hash(1, left, node);
      level += 1;
    }
    waiting[level] = node;
  };
};

/** Reads a store, and writes each event in its canonical form behind its length, hashed. */
const writeEntries = ({ history }: Contender, folder: string): number => {
  const database = new DatabaseSync(history, { readOnly: true });
  const select = database.prepare(
    `SELECT streams.name, events.revision, events.type, events.body
     FROM events CROSS JOIN streams ON streams.id = events.stream ORDER BY events.position`,
  );
  const add = tree();
  mkdirSync(join(folder, 'entries'));
  let file = openSync(join(folder, 'entries', '0'), 'w');
  let entries = 0;
  for (const { name, revision, type, body } of select.iterate()) {
    const read: unknown = JSON.parse(String(body));
    const event = { stream: name, revision, type, ...(typeof read === 'object' && read) };
    const entry = Buffer.from(canonicalize(event));
    add(entry);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    writeSync(file, Buffer.concat([length, entry]));
    entries += 1;
    if (entries % width !== 0) continue;
    closeSync(file);
    file = openSync(join(folder, 'entries', String(entries / width)), 'w');
  }
  closeSync(file);
  database.close();
  return entries;
};

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();

/** Reads the entries of a bundle, parses them, writes them again in their canonical form and hashes them. */
const readEntries = ({ history }: Contender): number => {
  const add = tree();
  let entries = 0;
  for (const path of filesUnder(join(history, 'tile', 'entries'))) {
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length;) {
      const end = at + 2 + bytes.readUInt16BE(at);
      const text = bytes.toString('utf8', at + 2, end);
      const again = canonicalize(JSON.parse(text));
      if (again !== text) throw new Error(`not canonical: ${text}`);
      add(Buffer.from(again));
      entries += 1;
      at = end;
    }
  }
  return entries;
};

/** The bare limit: the same events read, parsed, encoded and hashed, by one function after the other. */
export const run = (contender: Contender, folder: string): Promise<number> => {
  const began = performance.now();
  const entries =
    contender.module === 'reference-audit-verify' ? readEntries(contender) : writeEntries(contender, folder);
  if (entries < contender.count) throw new Error(`${String(entries)} entries`);
  return Promise.resolve(contender.count / ((performance.now() - began) / 1_000));
};
