import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { personalFieldsOf, schemaOf, schemas, versionOf } from '../../../src/application/schema/catalogue.js';
import { upcast } from '../../../src/application/schema/upcast.js';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import {
  complaintEventTypes,
  evolve,
  initialState,
  instantOf,
  type Personal,
} from '../../../src/domain/index.js';
import { isComplaintEvent } from '../../../src/domain/complaint/evolve.js';
import { folio as folioNumbers } from '../../../src/domain/folio/index.js';
import { isFolioEvent } from '../../../src/domain/folio/is-folio-event.js';
import { isPublicationEvent } from '../../../src/domain/sla/publication/events.js';
import { walks, type Walk } from '../../domain/complaint/support/walks.js';
import { goldenSamples, placesIn } from './golden-samples.js';

const types = Object.keys(schemas).sort();
const every = Object.entries(schemas);

const ids = [
  ...Array.from({ length: 36 }, (_, index) => `O-${String(index + 1).padStart(2, '0')}`),
  ...Array.from({ length: 25 }, (_, index) => `I-${String(index + 1).padStart(2, '0')}`),
];

describe('the catalogue of events', () => {
  it('holds every event that a complaint, its folio numbers, its deadlines’ sources, its key vault or its store can have', () => {
    const ofFolios = types.filter((type) => isFolioEvent({ type, data: {} }));
    const ofSources = types.filter((type) => isPublicationEvent({ type, data: {} }));
    expect(ofFolios).toHaveLength(3);
    expect(ofSources).toEqual(['CalendarPublished', 'PolicyPublished']);
    expect(types).toEqual(
      [...complaintEventTypes, ...ofFolios, ...ofSources, 'LossAccepted', 'VaultBound'].sort(),
    );
  });

  it.each(every)('says of %s what it means, in both languages, and what it serves', (_type, schema) => {
    expect(schema.meaning.es).toMatch(/^\p{Lu}.+\.$/u);
    expect(schema.meaning.en).toMatch(/^[A-Z].+\.$/);
    expect(schema.meaning.es).not.toBe(schema.meaning.en);
    expect(schema.obligations.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining([...schema.obligations]));
  });

  it.each(every)('can read every version of %s that was ever written', (_type, { version, upcasters }) => {
    const before = Array.from({ length: version - 1 }, (_, index) => String(index + 1));
    expect(Object.keys(upcasters)).toEqual(before);
  });

  it('knows the version of each type, and throws for a type that it does not hold', () => {
    expect(versionOf('Filed')).toBe(1);
    expect(schemaOf('constructor')).toBeUndefined();
    const thrown = ((): unknown => {
      try {
        return versionOf('constructor');
      } catch (error) {
        return error;
      }
    })();
    expect(isCodedError(thrown) && thrown.code).toBe('event-type-unknown');
  });
});

describe('a golden sample', () => {
  it('is kept of every version of every event, and of nothing else', () => {
    const wanted = every.flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`),
    );
    expect(goldenSamples.map(({ file }) => file)).toEqual(wanted.sort());
    expect(goldenSamples.map(({ type, version }) => `${type}.v${version}.json`)).toEqual(wanted.sort());
  });

  it.each(goldenSamples)('$file is read as today’s version, with every field of it', (sample) => {
    const read = upcast(sample.type, sample.version, sample.data);
    const schema = schemaOf(sample.type);
    expect(read).toMatchObject({ ok: true, version: schema?.version });
    expect(read.ok && Object.keys(read.data).sort()).toEqual(Object.keys(schema?.fields ?? {}).sort());
  });

  it.each(goldenSamples)('$file has each personal value with the person it belongs to', (sample) => {
    const owners = Object.entries(sample.personal ?? {}).flatMap(([whose, fields]) =>
      Object.keys(fields).map((field) => [field, whose]),
    );
    expect(Object.fromEntries(owners)).toEqual(personalFieldsOf(sample.type));
  });

  it('is something that today’s code can live on, in any order', () => {
    const recorded = { occurredAt: instantOf(0), revision: 0, actor: 'cs-1', role: 'customer-service' };
    const complaints = goldenSamples.filter(isComplaintEvent);
    const states = [complaints, [...complaints].reverse()].map((samples) =>
      samples.reduce((state, sample) => evolve(state, sample, recorded), initialState),
    );
    for (const { folio, filing } of states) {
      expect(folio).toBe('CR-000124-8');
      expect(filing?.subscriber).toBe('s-1');
    }
    const numbers = goldenSamples
      .filter(isFolioEvent)
      .reduce((state, sample) => folioNumbers.evolve(state, sample, recorded), folioNumbers.initial);
    expect(numbers.blocks).toBe(1);
  });
});

/**
 * Lives, drawn until each of these types was recorded in one: what is said of them hangs on no seed. Types that so many
 * lives do not record are told by the first test below.
 */
const livesWith = (wanted: readonly string[]): readonly Walk[] => {
  const lives: Walk[] = [];
  const missing = new Set(wanted);
  for (let seed = 1; seed <= 10 && missing.size > 0; seed += 1) {
    const drawn = fc.sample(walks(60), { numRuns: 400, seed });
    for (const { events } of drawn) for (const { type } of events) missing.delete(type);
    lives.push(...drawn);
  }
  return lives;
};

describe('what a complaint writes, wherever it goes', () => {
  const sealed = types.filter((type) => Object.keys(personalFieldsOf(type)).length > 0);
  const lived = livesWith(sealed);
  const events = lived.flatMap((walk) => walk.events);
  const filingOf = new Map(lived.flatMap((walk) => walk.events.map((event) => [event, walk.state.filing])));
  const goldenPlaces = new Map(
    goldenSamples.map(({ type, data }) => [type, new Set(placesIn(data).map((place) => place))]),
  );

  it('are events of nearly every type, so that what follows says something', () => {
    const seen = new Set(events.map(({ type }) => type));
    expect(sealed.filter((type) => !seen.has(schemaType(type)))).toEqual([]);
    expect(seen.size).toBeGreaterThan(50);
  });

  it('has the fields that the catalogue names: all that are always there, and no other (I-19)', () => {
    for (const { type, data } of events) {
      const { fields } = schemas[type];
      const there = Object.entries(data).flatMap(([field, value]) => (value === undefined ? [] : [field]));
      const always = Object.keys(fields).filter((field) => fields[field] === 'always');
      expect([type, there.filter((field) => !Object.hasOwn(fields, field))]).toEqual([type, []]);
      expect([type, always.filter((field) => !there.includes(field))]).toEqual([type, []]);
    }
  });

  it('has the shape of its golden sample down to the last key', () => {
    for (const { type, data } of events) {
      const stored: unknown = JSON.parse(JSON.stringify(data));
      const unknown = placesIn(stored).filter((place) => goldenPlaces.get(type)?.has(place) === false);
      expect([type, unknown]).toEqual([type, []]);
    }
  });

  it('seals no value that the catalogue does not declare, and each with the key of its owner', () => {
    for (const event of events) {
      const { type } = event;
      const personal: Personal = event.personal ?? {};
      const filing = filingOf.get(event);
      for (const [ref, fields] of Object.entries(personal))
        for (const [field, value] of Object.entries(fields)) {
          const whose = personalFieldsOf(type)[field];
          expect([type, field, whose]).toEqual([type, field, expect.any(String)]);
          if (value !== undefined)
            expect([type, field, ref]).toEqual([type, field, ownerOf(filing, event.data, whose)]);
        }
    }
  });
});

const schemaType = (type: string) => complaintEventTypes.find((each) => each === type) ?? 'Filed';

const ownerOf = (
  filing: Walk['state']['filing'] | undefined,
  data: object,
  whose: string | undefined,
): unknown => {
  if (whose === 'representative') return 'representative' in data ? data.representative : undefined;
  return whose === 'reporter' ? (filing?.reporter ?? filing?.subscriber) : filing?.subscriber;
};
