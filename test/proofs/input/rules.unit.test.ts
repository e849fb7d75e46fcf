import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import * as provider from '../../../src/application/provider/index.js';
import * as domain from '../../../src/domain/index.js';
import * as texts from '../../../src/domain/texts/index.js';
import { isCodedError } from '../../../src/index.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { functionsOf } from './doors.js';
import { hostileObject, withAt } from './hostile-objects.js';
import { hostileValue } from './hostile.js';
import { aggregateDoors, profileDoors, ruleDoors, textDoors, type RuleDoor } from './rule-doors.js';

const all: Readonly<Record<string, RuleDoor>> = {
  ...ruleDoors,
  ...aggregateDoors,
  ...profileDoors,
  ...textDoors,
};

/** Every argument: the function by its name, since a report of a failure would else hold all of its samples. */
const places = Object.entries(all).flatMap(([name, door]) =>
  door.given.map((_argument, place) => ({ name, place, isFree: door.free.includes(place) })),
);

const doorOf = (name: string): RuleDoor => {
  const door = all[name];
  if (door === undefined) throw new Error(name);
  return door;
};

const other = fc.oneof(
  hostileObject,
  hostileValue.map((value) => ({ what: fc.stringify(value), make: () => value })),
);

/** Nothing is waited for: what a function answers may be what a host gave it, and `await` would look at that. */
const thrownBy = ({ call }: RuleDoor, given: readonly unknown[]): unknown => {
  try {
    Reflect.apply(call, undefined, given);
    return undefined;
  } catch (thrown) {
    return thrown;
  }
};

const replacedAt = (given: readonly unknown[], at: number, value: unknown): readonly unknown[] =>
  given.map((each, place) => (place === at ? value : each));

describe('The pure functions that hosts call', () => {
  it('are all in the table of this law: those of the rules, of the texts and of profiles', () => {
    const namesIn = (entry: object) => functionsOf(entry).map(([name]) => name);
    expect(namesIn(domain).toSorted()).toEqual(Object.keys(ruleDoors).toSorted());
    expect(namesIn(texts).toSorted()).toEqual(Object.keys(textDoors).toSorted());
    expect(namesIn(provider).toSorted()).toEqual(Object.keys(profileDoors).toSorted());
    const { complaint, folio, publication } = domain;
    const ofAggregates = [complaint, folio, publication].flatMap((decider) =>
      namesIn(decider).map((name) => `${decider.kind}.${name}`),
    );
    expect(ofAggregates.toSorted()).toEqual(Object.keys(aggregateDoors).toSorted());
  });

  it.each(Object.keys(all))('answer the sample that this law begins with: %s', (name) => {
    const door = doorOf(name);
    expect(thrownBy(door, door.given)).toBeUndefined();
  });

  it.each(places.filter(({ isFree }) => !isFree))(
    'refuse an argument of another sort as option-invalid: $name, argument $place',
    ({ name, place }) => {
      const door = doorOf(name);
      for (const wrong of [null, Number.NaN, 1n, true, Symbol('x')]) {
        const thrown = thrownBy(door, replacedAt(door.given, place, wrong));
        expect(thrown).toMatchObject({ code: 'option-invalid', kind: 'invalid' });
      }
    },
  );

  it(
    'throw nothing but codes of ours, whatever stands anywhere in an argument, and end',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...places),
          fc.array(fc.nat(60), { maxLength: 3 }),
          other,
          ({ name, place }, steps, { what, make }) => {
            const door = doorOf(name);
            const given = replacedAt(door.given, place, withAt(door.given[place], steps, make()));
            const thrown = thrownBy(door, given);
            if (thrown !== undefined && !isCodedError(thrown))
              throw new Error(`${name}: ${what}`, { cause: thrown });
          },
        ),
        proof(4000),
      );
    },
    proofTimeout(4000),
  );
});
