import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandTypes, parseCommand } from '../../../../src/application/commands/parse-command.js';
import { catalogue } from '../../../../src/application/schema/catalogue.js';
import { couldBeSame, type Fingerprint } from '../../../../src/application/identity/fingerprint.js';
import { stages } from '../../../../src/application/stages/stages.js';
import { life } from '../../../../src/domain/complaint/life.js';
import { instantOf } from '../../../../src/domain/kernel/instant.js';
import { sampleInputs } from '../sample-inputs.js';

const now = instantOf(Date.UTC(2026, 2, 2, 18));

type Type = (typeof commandTypes)[number];

const fingerprintOf = (type: Type, input: unknown): Fingerprint => {
  const parsed = parseCommand(type, input, now);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.details));
  return parsed.fingerprint;
};

const framed = ['commandId', 'occurredAt', 'expectedRevision', 'receivedAt'];

/** Every field that may be left out of the sample, by command. */
const leftOut = commandTypes.flatMap((type) =>
  Object.keys(sampleInputs[type])
    .filter((field) => !framed.includes(field))
    .map((field) => ({ type, input: { ...sampleInputs[type], [field]: undefined } }))
    .filter(({ input }) => parseCommand(type, input, now).ok),
);

describe('the fingerprint of a command', () => {
  it('does not change with its id, its times, the revision it was decided on or the order of its fields', () => {
    for (const type of commandTypes) {
      const entries = Object.entries(sampleInputs[type]);
      const others = { commandId: 'other', occurredAt: '2026-03-02T17:00:00Z' };
      const received = type === 'file' ? { receivedAt: '2026-03-02T16:59:59.999Z' } : {};
      fc.assert(
        fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
          const input = { ...Object.fromEntries(shuffled), ...others, ...received, expectedRevision: 7 };
          expect(fingerprintOf(type, input)).toEqual(fingerprintOf(type, sampleInputs[type]));
        }),
        { numRuns: 5 },
      );
    }
  });

  it('does not change with how an instant is written', () => {
    const at = new Date('2026-03-02T15:00:00Z');
    const input = { commandId: 'c', channel: 'phone', sentAt: at };
    expect(fingerprintOf('acknowledge', { ...input, sentAt: '2026-03-02T09:00:00-06:00' })).toEqual(
      fingerprintOf('acknowledge', input),
    );
  });

  it('is another one for every other command, and wherever a field is left out', () => {
    const seen = new Set(commandTypes.map((type) => JSON.stringify(fingerprintOf(type, sampleInputs[type]))));
    expect(seen.size).toBe(commandTypes.length);
    for (const { type, input } of leftOut)
      expect(fingerprintOf(type, input).open).not.toBe(fingerprintOf(type, sampleInputs[type]).open);
  });

  it('tells an input that says nothing of a field from one that says its default', () => {
    const least = {
      commandId: 'c',
      kind: 'fault',
      channel: 'phone',
      subscriber: { ref: 's-1' },
      description: 'x',
    };
    expect(fingerprintOf('file', { ...least, severity: 'normal' }).open).not.toBe(
      fingerprintOf('file', least).open,
    );
  });

  it('holds no personal value in clear: other words change nothing but what is sealed (promise 9)', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, two) => {
        const filing = (word: string) => ({
          ...sampleInputs.file,
          description: word,
          subscriber: { ref: 's-1', name: word },
        });
        const [a, b] = [fingerprintOf('file', filing(one)), fingerprintOf('file', filing(two))];
        expect(a.open).toBe(b.open);
        expect(couldBeSame(a.personal, b.personal ?? {})).toBe(one === two);
      }),
    );
  });

  it('keeps the digest of each person’s values apart, so that no key tells of another person', () => {
    const both = { reporter: { ref: 's-2', name: 'Luis' }, subscriber: { ref: 's-1', name: 'Ana' } };
    const one = fingerprintOf('file', { ...sampleInputs.file, ...both });
    const two = fingerprintOf('file', {
      ...sampleInputs.file,
      ...both,
      reporter: { ref: 's-2', name: 'Eva' },
    });
    expect(Object.keys(one.personal ?? {}).sort()).toEqual(['', 's-1', 's-2']);
    expect(two.personal?.['s-1']).toBe(one.personal?.['s-1']);
    expect(two.personal?.['s-2']).not.toBe(one.personal?.['s-2']);
  });

  it('takes for personal whatever an event keeps sealed', () => {
    const sealed = new Set(
      Object.values(life.events).flatMap((fields) =>
        Object.keys(fields).map((name) => name.split('.').at(-1)),
      ),
    );
    const declared = commandTypes.flatMap((type) =>
      [...stages.intakes[type].fields].flatMap(([name, rule]) =>
        rule.fields === undefined
          ? [{ name, rule }]
          : [...rule.fields].map(([inner, of]) => ({ name: inner, rule: of })),
      ),
    );
    const inClear = new Set(Object.values(catalogue).flatMap(({ fields }) => Object.keys(fields)));
    const open = declared.filter(
      ({ name, rule }) => sealed.has(name) && !inClear.has(name) && rule.personal !== true,
    );
    expect(declared.filter(({ rule }) => rule.personal === true).length).toBeGreaterThan(25);
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});
