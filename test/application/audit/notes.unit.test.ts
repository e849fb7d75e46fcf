import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  formatCheckpoint,
  parseCheckpoint,
  parseSignedCheckpoint,
} from '../../../src/application/audit/notes/checkpoint.js';
import {
  generateSigningKey,
  importSigningKey,
  signNote,
} from '../../../src/application/audit/notes/signing-key.js';
import { formatNote, parseNote, verifyNote } from '../../../src/application/audit/notes/signed-note.js';
import {
  fingerprintOf,
  formatVerifierKey,
  parseVerifierKey,
} from '../../../src/application/audit/notes/verifier-key.js';
import { formatTlogProof, parseTlogProof } from '../../../src/application/audit/notes/tlog-proof.js';

const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

const origin = 'isp.example/complaints';
const root = Buffer.alloc(32, 7);
const signed = (size = 5) => {
  const key = generateSigningKey(origin);
  return { key, note: signNote(formatCheckpoint({ origin, size, root }), [key]) };
};
const read = (text: string) => parseNote(Buffer.from(text));

describe('a signed note of C2SP', () => {
  it('of the specification’s example verifies with the example’s key', () => {
    const key = parseVerifierKey(exampleKey);
    const note = read(exampleNote);
    if (key === undefined || note === undefined) throw new Error('the example is not read');
    expect(verifyNote(note, [key])).toEqual({ ok: true, signedBy: [key] });
    expect(formatVerifierKey(key)).toBe(exampleKey);
    expect(formatNote(note)).toBe(exampleNote);
    expect(fingerprintOf(key).startsWith('530d903a')).toBe(true);
  });

  it('is refused where any one bit of it changes', () => {
    const key = parseVerifierKey(exampleKey);
    const bytes = Buffer.from(exampleNote);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (place, bit) => {
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        const note = parseNote(changed);
        expect(note !== undefined && key !== undefined && verifyNote(note, [key]).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps lines of unknown keys as they are, and passes them over', () => {
    const { key, note } = signed();
    const text = `${formatNote(note)}— witness.example/w1 jWbPPwAAAABkGFDLEZMHwSRa\n`;
    const again = read(text);
    expect(again && formatNote(again)).toBe(text);
    expect(again && verifyNote(again, [key.verifier]).ok).toBe(true);
    const lookAlike = { ...key.verifier, id: '00000000' };
    expect(again && verifyNote(again, [lookAlike])).toEqual({ ok: false, code: 'signature-missing' });
  });

  it('is refused where a known key’s line fails, though another one’s holds', () => {
    const { key, note } = signed();
    const other = generateSigningKey('other.example');
    const wrong = { ...other.signText('another text\n') };
    const both = { ...note, signatures: [...note.signatures, wrong] };
    expect(verifyNote(both, [key.verifier, other.verifier])).toEqual({
      ok: false,
      code: 'signature-invalid',
    });
    expect(verifyNote(both, [key.verifier]).ok).toBe(true);
  });

  it('has no second spelling: another base64, another ending, a carriage return are no note', () => {
    const text = formatNote(signed().note);
    expect(read(text)).toBeDefined();
    const loose = text.replace(/.(=*)\n$/, (_all, pad: string) => `/${pad}\n`);
    for (const changed of [
      text.slice(0, -1),
      `${text}\n`,
      text.replace('—', '-'),
      text.replace('— ', '—  '),
      text.replace(/\n$/, ' \n'),
      text.replaceAll('\n', '\r\n'),
      text.replace(/=+\n$/, '\n'),
      `\ufeff${text}`,
      ...(loose === text ? [] : [loose]),
    ])
      expect([
        changed,
        read(changed) === undefined || formatNote(read(changed) ?? signed().note) === changed,
      ]).toEqual([changed, true]);
    expect(read(text.replace(/=+\n$/, '\n'))).toBeUndefined();
    expect(parseNote(Buffer.concat([Buffer.from(text), Buffer.of(0xff)]))).toBeUndefined();
  });

  it('is signed by two keys while they change, and verifies with either', () => {
    const [older, newer] = [generateSigningKey(origin), generateSigningKey(origin)];
    const note = signNote(formatCheckpoint({ origin, size: 1, root }), [newer, older]);
    for (const { verifier } of [older, newer]) expect(verifyNote(note, [verifier]).ok).toBe(true);
    expect(older.verifier.id).not.toBe(newer.verifier.id);
  });

  it('is signed the same by a key that was kept and read again', () => {
    const key = generateSigningKey(origin);
    const again = importSigningKey(origin, key.exported);
    expect(again.signText('a\n')).toEqual(key.signText('a\n'));
    expect(formatVerifierKey(again.verifier)).toBe(formatVerifierKey(key.verifier));
  });
});

describe('a verifier key', () => {
  it('is refused with another id, name, length or spelling', () => {
    const [name = '', id = '', material = ''] = exampleKey.split('+');
    expect(parseVerifierKey(`${name}x+${id}+${material}`)).toBeUndefined();
    expect(parseVerifierKey(`${name}+530d903b+${material}`)).toBeUndefined();
    expect(parseVerifierKey(`${name}+530D903A+${material}`)).toBeUndefined();
    expect(parseVerifierKey(`${name}+${id}+${material.slice(0, -4)}`)).toBeUndefined();
    expect(parseVerifierKey(`${exampleKey}\n`)).toBeUndefined();
    expect(() => generateSigningKey('a b')).toThrow(RangeError);
    expect(() => generateSigningKey('a+b')).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  it('reads back as it was written', () => {
    const { note } = signed(20_852_163);
    expect(parseSignedCheckpoint(Buffer.from(formatNote(note)))).toEqual({
      origin,
      size: 20_852_163,
      root,
      note,
    });
  });

  it('is refused with a leading zero, a size that is not exact, a root of another length or a line more', () => {
    const encoded = root.toString('base64');
    expect(parseCheckpoint(`${origin}\n5\n${encoded}\n`)).toBeDefined();
    for (const text of [
      `${origin}\n05\n${encoded}\n`,
      `${origin}\n+5\n${encoded}\n`,
      `${origin}\n9007199254740993\n${encoded}\n`,
      `${origin}\n5\n${root.subarray(1).toString('base64')}\n`,
      `${origin}\n5\n${encoded}\nmore\n`,
      `\n5\n${encoded}\n`,
      `${origin}\n5\n${encoded}`,
    ])
      expect([text, parseCheckpoint(text)]).toEqual([text, undefined]);
  });
});

describe('a .tlog-proof', () => {
  const checkpoint = { origin, size: 5, root, note: signed().note };
  const hashes = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

  it('reads back as it was written, with and without extra data', () => {
    for (const extra of [undefined, Buffer.from('x')]) {
      const proof = { index: 3, hashes, checkpoint, ...(extra !== undefined && { extra }) };
      expect(parseTlogProof(Buffer.from(formatTlogProof(proof)))).toEqual(proof);
    }
    const alone = { index: 0, hashes: [], checkpoint };
    expect(parseTlogProof(Buffer.from(formatTlogProof(alone)))).toEqual(alone);
  });

  it('is refused with another header, an index spelled otherwise, or a line that is no hash', () => {
    const text = formatTlogProof({ index: 3, hashes, checkpoint });
    for (const changed of [
      text.replace('@v1', '@v2'),
      text.replace('index 3', 'index 03'),
      text.replace('index 3', 'index  3'),
      text.replace('index 3', 'Index 3'),
      text.replace('AQEB', 'AQE'),
      text.replace('\n\n', '\n'),
      `${text}\n`,
    ])
      expect([changed, parseTlogProof(Buffer.from(changed))]).toEqual([changed, undefined]);
  });
});
