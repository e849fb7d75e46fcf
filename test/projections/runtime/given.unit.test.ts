import { describe, expect, it } from '@jest/globals';
import { defineProjection, given } from '../../../src/projections/index.js';

const waiting = defineProjection({
  name: 'waiting',
  version: 1,
  columns: { complaint: 'text', area: 'text?', notes: 'integer' },
  key: ['complaint'],
  on: {
    Filed: (_event, rows, { complaint }) => rows.set({ complaint, notes: 0 }),
    RoutedToArea: ({ data }, rows, { complaint }) => rows.patch({ complaint }, { area: data.area }),
    NoteAdded: (_event, rows, { complaint }) =>
      rows.change({ complaint }, (before) => before && { ...before, notes: before.notes + 1 }),
    Closed: (_event, rows, { complaint }) => rows.remove({ complaint }),
  },
});

const id = (complaint: number) => `00000000-0000-7000-8000-${String(complaint).padStart(12, '0')}`;

describe('given events, then the rows of a read model', () => {
  it('set, patch, change and remove leave the rows that they say; events go to the complaint filed last or named', () => {
    given(
      { type: 'Filed' },
      { type: 'NoteAdded' },
      { type: 'Filed' },
      { type: 'RoutedToArea', data: { area: 'billing' } },
      { type: 'NoteAdded', complaint: 1 },
      { type: 'Filed' },
      { type: 'Closed' },
    ).then(waiting, [
      { complaint: id(2), area: 'billing', notes: 0 },
      { complaint: id(1), area: null, notes: 2 },
    ]);
  });

  it('take a cell that is set to undefined as null', () => {
    const places = defineProjection({
      name: 'places',
      version: 1,
      columns: { complaint: 'text', municipality: 'text?' },
      key: ['complaint'],
      on: {
        Filed: ({ data }, rows, { complaint }) => rows.set({ complaint, municipality: data.municipality }),
      },
    });
    given({ type: 'Filed' }).then(places, [{ complaint: id(1), municipality: null }]);
  });

  it('folds a Filed that says nothing, under usual terms: a fold that read them threw', () => {
    given({ type: 'Filed', data: {} }, { type: 'FolioAssigned' }).then(waiting, [
      { complaint: id(1), area: null, notes: 0 },
    ]);
  });

  it('fails with the rows that are missing and those that are too many', () => {
    expect(() => {
      given({ type: 'Filed' }).then(waiting, []);
    }).toThrow(`+ {"area":null,"complaint":"${id(1)}","notes":0}`);
  });

  it.each([
    ['not a number', Number.NaN, 'NaN'],
    ['without end', Number.POSITIVE_INFINITY, 'Infinity'],
    ['a big integer', 0n, '0n'],
    ['undefined', undefined, '(undefined)'],
  ])('fails where a cell is expected that no row can hold: %s', (_what, notes, told) => {
    const expected: unknown = [{ complaint: id(1), area: null, notes }];
    const compared: unknown = Reflect.get(given({ type: 'Filed' }), 'then');
    if (typeof compared !== 'function') throw new Error('no then');
    expect(() => {
      Reflect.apply(compared, undefined, [waiting, expected]);
    }).toThrow(`- {"area":null,"complaint":"${id(1)}","notes":${told}}`);
  });

  it('fails with the event where a handler gives a row that its columns cannot hold', () => {
    const broken = defineProjection({
      name: 'broken',
      version: 1,
      columns: { kind: 'text', count: 'integer' },
      key: ['kind'],
      on: { Filed: (_event, rows) => rows.set({ kind: 'fault', count: 0.5 }) },
    });
    expect(() => {
      given({ type: 'Filed' }).then(broken, []);
    }).toThrow(/broken: Filed: .*count is not integer/);
  });
});

describe('A test of a read model in JavaScript gets a sentence, never a TypeError, for', () => {
  const thrownBy = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown => {
    try {
      return Reflect.apply(call, undefined, given);
    } catch (error) {
      return error instanceof TypeError ? 'TypeError' : String(error);
    }
  };

  it.each([[null], [undefined], [5], [{}], [{ type: 'Fild' }]])(
    'an event that is none: given(%p)',
    (event) => {
      const thrown = thrownBy((...events: never[]) => {
        given(...events).then(waiting, []);
      }, event);
      expect(thrown).toMatch('given: argument 1 is no event');
    },
  );

  it.each<[unknown, string]>([
    [{ type: 'Filed', data: 5 }, 'data is no object'],
    [{ type: 'Filed', data: null }, 'data is no object'],
    [{ type: 'Filed', data: { municipalty: 'Xalapa' } }, 'did you mean data.municipality?'],
    [{ type: 'Filed', data: { municipality: () => 'Xalapa' } }, 'data.municipality is no JSON'],
    [{ type: 'Filed', dat: {} }, 'did you mean data?'],
    [{ type: 'Filed', complaint: 'zz' }, 'complaint is a whole number'],
    [{ type: 'Filed', complaint: Number.NaN }, 'complaint is a whole number'],
    [{ type: 'Filed', occurredAt: 'ayer' }, 'occurredAt is ISO 8601'],
  ])(
    'an event that the catalogue does not have like that, with which the test proved nothing: %j',
    (event, says) => {
      const thrown = thrownBy((...events: never[]) => {
        given(...events).then(waiting, []);
      }, event);
      expect(thrown).toMatch(says);
    },
  );

  it.each([[null], [undefined], [5], [{}]])('a read model that is none: then(%p)', (projection) => {
    expect(thrownBy(given().then, projection, [])).toMatch('no read model of defineProjection');
  });

  it.each([[null], [undefined], [5], [[null]]])('rows that are none: then(projection, %p)', (rows) => {
    expect(thrownBy(given().then, waiting, rows)).toMatch('no list of rows');
  });
});
