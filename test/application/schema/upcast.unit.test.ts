import { describe, expect, it } from '@jest/globals';
import { asFirstReleased, type EventSchema } from '../../../src/application/stages/event-schema.js';
import { upcast, upcastBy, upcastRejections } from '../../../src/application/schema/upcast.js';

const moved: EventSchema = {
  ...asFirstReleased,
  version: 3,
  meaning: { es: 'Algo se movió.', en: 'Something moved.' },
  obligations: [],
  fields: { to: 'always', by: 'always' },
  upcasters: {
    1: ({ place }) => ({ to: place }),
    2: (data) => ({ ...data, by: 'nobody' }),
  },
};
const gappy: EventSchema = { ...moved, upcasters: { 2: (data) => data } };

const read = upcastBy((type) => ({ Moved: moved, Gappy: gappy })[type]);

describe('reading an event that an older release wrote', () => {
  it('brings its data through every version in between', () => {
    expect(read('Moved', 1, { place: 'a' })).toEqual({
      ok: true,
      version: 3,
      data: { to: 'a', by: 'nobody' },
    });
    expect(read('Moved', 2, { to: 'b' })).toEqual({ ok: true, version: 3, data: { to: 'b', by: 'nobody' } });
  });

  it('leaves today’s version as it is', () => {
    const data = { to: 'c', by: 'x' };
    const outcome = read('Moved', 3, data);
    expect(outcome.ok && outcome.data).toBe(data);
  });
});

describe('an event that cannot be read is an outcome with a code, never a guess', () => {
  it('where it is of a newer version', () => {
    expect(read('Moved', 4, {})).toEqual({
      ok: false,
      code: 'event-version-newer',
      details: { type: 'Moved', version: 4, known: 3 },
    });
    expect(upcast('Filed', 2, {})).toMatchObject({ code: 'event-version-newer' });
  });

  it.each([0, -1, 1.5, Number.NaN])('where its version %p never was', (version) => {
    expect(read('Moved', version, {})).toMatchObject({ ok: false, code: 'event-version-invalid' });
  });

  it('where no upcaster reads that version any more', () => {
    expect(read('Gappy', 1, {})).toMatchObject({ ok: false, code: 'event-version-invalid' });
  });

  it.each(['Vanished', 'constructor', ''])('where the catalogue has no event of type %j', (type) => {
    expect(upcast(type, 1, {})).toEqual({ ok: false, code: 'event-type-unknown', details: { type } });
  });

  it('says so in both languages', () => {
    for (const { es, en } of Object.values(upcastRejections)) expect(es).not.toBe(en);
  });
});
