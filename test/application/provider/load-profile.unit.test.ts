import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadProfile } from '../../../src/application/provider/load-profile.js';
import { providerProfileSchema } from '../../../src/application/provider/schema.js';
import { conectared, emenet } from '../../../src/domain/provider/index.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isRecord = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null;

/** A profile as its file would hold it. */
const fileOf = (profile: unknown): { [key: string]: Json } => {
  const file: unknown = JSON.parse(JSON.stringify(profile));
  if (!isRecord(file)) throw new Error('a profile is an object');
  return file;
};

/** The profile with the value at a path replaced, or taken away where none is given. */
const changed = (path: string, value?: Json, profile: unknown = emenet): Json => {
  const file = fileOf(profile);
  const names = path.split('/').slice(1);
  const last = names.pop() ?? '';
  const place = names.reduce((at, name) => {
    const next = at[name];
    if (!isRecord(next)) throw new Error(`nothing at ${path}`);
    return next;
  }, file);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return file;
};

const faultsOf = (json: unknown) => {
  const loaded = loadProfile(json);
  return loaded.ok ? [] : loaded.faults.map(({ path, code }) => `${path} ${code}`);
};

describe('a profile is a file', () => {
  it.each([
    ['Conectared', conectared],
    ['Emenet', emenet],
  ])('%s comes back from its file as it is', (_, profile) => {
    expect(loadProfile(fileOf(profile))).toEqual({ ok: true, profile });
  });

  it('keeps everything that a file may leave out, the words of its own among it', () => {
    const whole = {
      ...conectared,
      naturalCalendarVersion: 3,
      vocabulary: { causes: { 'rodent-bite': { es: 'mordedura de roedor', en: 'rodent bite' } } },
    };
    const given = Object.keys(providerProfileSchema.properties).filter((name) => name !== '$schema');
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(given));
    expect(loadProfile(fileOf(whole))).toEqual({ ok: true, profile: whole });
  });

  it('O-13 hours may be written as the procedure says them', () => {
    const prose = 'lunes a viernes de 9:00 a 18:00 h, y sábados de 9:00 a 15:00 h';
    expect(loadProfile(changed('/channels/3/hours', prose))).toEqual({ ok: true, profile: emenet });
  });

  it('what a procedure need not say may be absent', () => {
    expect(loadProfile(changed('/provenance'))).toMatchObject({ ok: true, profile: { provenance: [] } });
    const silent = { ...emenet, provenance: [] };
    expect(loadProfile(changed('/folio/alsoCalled', undefined, silent))).toMatchObject({
      ok: true,
      profile: { folio: { alsoCalled: [] } },
    });
  });

  it('the name of its schema is no part of the profile', () => {
    expect(loadProfile({ ...fileOf(emenet), $schema: '../provider-profile.schema.json' })).toEqual({
      ok: true,
      profile: emenet,
    });
  });
});

describe('a text that is not written in its form', () => {
  it.each([
    ['/id', 'Emenet', 'como mi-red', 'like my-net'],
    ['/provenance/0/at', 'nowhere', 'un puntero JSON', 'a JSON Pointer'],
    ['/folio/prefix', 'em', 'letras mayúsculas', 'capital letters'],
    ['/name', '\u200B', 'un texto que se vea', 'a text that can be seen'],
    ['/policy/contract/from/lookedAt', 'x', 'una fecha como', 'a date like'],
  ])('%s is told in words what it should be, never as a regular expression', (path, value, es, en) => {
    const loaded = loadProfile(changed(path, value));
    if (loaded.ok) throw new Error('was taken');
    const [fault] = loaded.faults;
    expect(fault).toMatchObject({ path, es: expect.stringContaining(es), en: expect.stringContaining(en) });
    expect(`${fault?.es} ${fault?.en}`).not.toMatch(/[\^$\\[\]]/);
  });
});

describe('a fault names its field', () => {
  it.each<[string, Json | undefined, string]>([
    ['/zone', undefined, '/zone field-missing'],
    ['/channels/0/label/en', undefined, '/channels/0/label/en field-missing'],
    ['/colour', 'red', '/colour field-unknown'],
    ['/channels/0/fee', 10, '/channels/0/fee field-unknown'],
    ['/~a', 1, '/~0a field-unknown'],
    ['/name', 7, '/name wrong-type'],
    ['/channels', 'phone', '/channels wrong-type'],
    ['/channels/0/channel', 'pigeon', '/channels/0/channel not-one-of'],
    ['/routedKinds/0', 'quarrel', '/routedKinds/0 not-one-of'],
    ['/id', 'Emenet', '/id wrong-form'],
    ['/folio/prefix', 'em', '/folio/prefix wrong-form'],
    ['/folio/prefix', 'ABCDE', '/folio/prefix wrong-form'],
    ['/name', 'Emenet\u001B[31m', '/name wrong-form'],
    ['/name', 'Emenet\u202Eten', '/name wrong-form'],
    ['/policy/contract', undefined, '/policy/contract field-missing'],
    ['/policy/contract/repairHours', undefined, '/policy/contract/repairHours field-missing'],
    ['/policy/contract/reconnection', undefined, '/policy/contract/reconnection field-missing'],
    ['/policy/contract/physicalRepair/hours', 0, '/policy/contract/physicalRepair/hours out-of-limits'],
    ['/policy/contract/from/basis', 'rumour', '/policy/contract/from/basis not-one-of'],
    ['/businessCalendar', undefined, '/businessCalendar field-missing'],
    ['/businessCalendar', 'weekdays', '/businessCalendar wrong-type'],
    ['/businessCalendar/zone', undefined, '/businessCalendar/zone calendar-invalid'],
    ['/businessCalendar/week', {}, '/businessCalendar calendar-invalid'],
    ['/businessCalendar/week/mon', ['9-5'], '/businessCalendar/week/mon calendar-invalid'],
    ['/name', '', '/name wrong-form'],
    ['/name', ' \u3000', '/name wrong-form'],
    ['/name', '\u3164', '/name wrong-form'],
    ['/policy/bonusPercent', -1, '/policy/bonusPercent out-of-limits'],
    ['/policy/version', 0, '/policy/version out-of-limits'],
    ['/channels', [], '/channels out-of-limits'],
    ['/routedKinds', ['complaint', 'complaint'], '/routedKinds/1 listed-twice'],
    ['/zone', 'America/Tijuna', '/zone zone-unknown'],
    ['/zone', '-06:00', '/zone zone-unknown'],
    ['/zone', 'america/mexico_city', '/zone zone-unknown'],
    ['/zone', 'America/Mexico_city', '/zone zone-unknown'],
    ['/zone', 'us/central', '/zone zone-unknown'],
    ['/zone', '', '/zone zone-unknown'],
    ['/channels/0/hours', 'lunes a viernes de 25:00 a 26:00', '/channels/0/hours hours-time-invalid'],
    ['/channels/0/hours', 'abierto', '/channels/0/hours hours-empty'],
    ['/channels/0/hours', {}, '/channels/0/hours hours-empty'],
    ['/channels/0/hours/mon', ['9-5'], '/channels/0/hours/mon interval-invalid'],
    ['/channels/3/hours/sat', ['09:00-15:00', '14:00-16:00'], '/channels/3/hours/sat interval-overlap'],
    ['/channels/1/channel', 'phone', '/channels/1/channel listed-twice'],
    ['/areas/1/id', 'billing', '/areas/1/id listed-twice'],
    ['/channels/0/contactPoints/0/value', 'call us', '/channels/0/contactPoints/0/value contact-invalid'],
    ['/channels/1/contactPoints/0/value', 'clientes', '/channels/1/contactPoints/0/value contact-invalid'],
    ['/notices/0', undefined, '/notices notice-missing'],
    ['/notices/1/notice', 'final', '/notices/2/notice listed-twice'],
    ['/notices/2/contents/0', undefined, '/notices/2/contents notice-incomplete'],
    ['/notices/2/by', 'technical-lead', '/notices/2/by notice-by-other-role'],
    ['/provenance/0/at', '/nowhere', '/provenance/0/at points-nowhere'],
    ['/provenance/0/from', 'hearsay', '/provenance/0/from not-one-of'],
  ])('%s = %j: %s', (path, value, fault) => {
    // An item taken out of a list by deletion leaves `null`, as JSON has it.
    expect(faultsOf(JSON.parse(JSON.stringify(changed(path, value))))).toContain(fault);
  });

  it.each([null, 7, 'emenet', [], true])('%j is no profile', (json) => {
    expect(faultsOf(json)).toContain(' wrong-type');
  });

  it('all faults come at once, in Spanish and in English', () => {
    const file = { ...fileOf(emenet), zone: 'Mars/Olympus', name: '', colour: 'red' };
    const loaded = loadProfile(file);
    expect(loaded).toMatchObject({ ok: false, code: 'profile-invalid' });
    expect(faultsOf(file).sort()).toEqual([
      '/colour field-unknown',
      '/name wrong-form',
      '/zone zone-unknown',
    ]);
    if (!loaded.ok)
      expect(loaded.faults.find(({ path }) => path === '/zone')).toMatchObject({
        es: '«Mars/Olympus» no sirve de zona horaria: se espera UTC o una zona IANA con su región, como America/Mexico_City.',
        en: '"Mars/Olympus" does not do for a time zone: UTC or an IANA zone with its region is expected, like America/Mexico_City.',
      });
  });

  it('a fault that the schema and a rule both see is told once', () => {
    const faults = faultsOf(changed('/channels/1/channel', 'phone'));
    expect(new Set(faults).size).toBe(faults.length);
  });

  it('O-08 no field for a fee exists, anywhere', () => {
    for (const path of ['/fee', '/channels/0/fee', '/policy/fee', '/areas/0/fee', '/notices/0/fee'])
      expect(faultsOf(changed(path, 0))).toEqual([`${path} field-unknown`]);
  });
});

describe('whatever the file holds, the answer is a profile or at least one fault', () => {
  it('any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const loaded = loadProfile(json);
        if (!loaded.ok) expect(loaded.faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it('a profile with any one value replaced', () => {
    const paths: string[] = [];
    const walk = (value: Json, path: string): void => {
      if (path !== '') paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, each] of Object.entries(value)) walk(each, `${path}/${key}`);
    };
    walk(fileOf(conectared), '');
    const junk = fc.oneof(
      fc.constantFrom<Json>(null, '', 0, -1, 1e308, [], {}, '__proto__', '\uD800', { constructor: {} }),
      fc.string().map((text): Json => text),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), junk, (path, value) => {
        const loaded = loadProfile(changed(path, value, conectared));
        if (!loaded.ok) expect(loaded.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
