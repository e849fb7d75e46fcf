import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generateFortnight, type Script } from '../../../src/jobs/simulate/index.js';
import { numbers } from '../../../src/jobs/simulate/numbers.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { actionLabels } from '../../../src/domain/texts/labels/actions.js';
import { causeLabels } from '../../../src/domain/texts/labels/causes.js';
import { conectared, emenet } from '../../../src/domain/provider/index.js';

const from = instantOf(Date.UTC(2026, 1, 2, 18));
const both = [conectared, emenet];
const script = generateFortnight({ seed: 'test', profiles: both, from });
const large = generateFortnight({
  seed: 'large',
  profiles: [conectared],
  from,
  accesses: 100_000,
  withTraps: false,
});

const ofType = (commands: Script, type: string) => commands.filter((command) => command.type === type);
const share = (part: number, whole: number) => part / whole;
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldShares = (commands: Script, field: string) => {
  const counts = new Map<string, number>();
  for (const { input } of commands) {
    const value = textOf(input[field]);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (value: string) => share(counts.get(value) ?? 0, commands.length);
};
const near = (value: number, wanted: number, margin: number) => {
  expect(Math.abs(value - wanted)).toBeLessThan(margin);
};

describe('a fortnight of two providers', () => {
  it('is a function of its seed: the same again, and another one for another seed', () => {
    expect(generateFortnight({ seed: 'test', profiles: both, from })).toEqual(script);
    const ids = (commands: Script) => new Set(commands.map(({ input }) => input.commandId));
    const other = ids(generateFortnight({ seed: 'other', profiles: both, from }));
    expect([...ids(script)].filter((id) => other.has(id))).toEqual([]);
  });

  it('tells each user of an ending that was not the final word, within days', () => {
    const endings = ['withdraw', 'lapse', 'refuse', 'markDuplicate'];
    const ended = large.filter(({ type, refused }) => endings.includes(type) && refused === undefined);
    const late = large.at(-1)?.at ?? '';
    const untold = ended.filter(
      ({ complaint, at }) =>
        !large.some((told) => told.type === 'giveFurtherNotice' && told.complaint === complaint) &&
        Date.parse(late) - Date.parse(at) > 4 * 86_400_000,
    );
    expect(ended.length).toBeGreaterThan(20);
    expect(untold).toEqual([]);
  });

  it('finds causes and takes actions that have a name which a letter can show', () => {
    const told = (type: string, field: string) =>
      new Set(ofType(large, type).flatMap(({ input }) => [fieldOf(input, field)].flat()));
    const unnamed = (codes: ReadonlySet<unknown>, labels: object) =>
      [...codes].filter((code) => !Object.hasOwn(labels, textOf(code)));
    expect(told('verifyCause', 'causes').size).toBeGreaterThan(10);
    expect(unnamed(told('verifyCause', 'causes'), causeLabels)).toEqual([]);
    expect(told('repair', 'action').size).toBeGreaterThan(5);
    expect(unnamed(told('repair', 'action'), actionLabels)).toEqual([]);
  });

  it('is in the order of its times, and ends where it ends', () => {
    const times = script.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(times[0] ?? '').toMatch(/^2026-02-02/);
    expect((times.at(-1) ?? '') < '2026-02-16T06:00:00.000Z').toBe(true);
  });

  it('gives every command an id of its own (I-25) and no fact after its clock (I-19)', () => {
    expect(new Set(script.map(({ input }) => input.commandId)).size).toBe(script.length);
    expect(script.filter(({ at, input }) => textOf(input['occurredAt']) > at)).toEqual([]);
  });

  /** Complaints to which something happens, or which are named, before they are filed. */
  const namedTooEarly = (commands: Script): readonly string[] => {
    const filed = new Set<string>();
    return commands.flatMap(({ complaint, type, folioOf = {} }) => {
      if (type === 'file') filed.add(complaint);
      return [complaint, ...Object.values(folioOf)].filter((name) => !filed.has(name));
    });
  };

  it('files each complaint before anything else happens to it', () => {
    expect(namedTooEarly(script)).toEqual([]);
    expect(namedTooEarly(large)).toEqual([]);
  });

  it('names no complaint as a duplicate of one that waits for the office to open, whatever the seed and the length', () => {
    const longer = { profiles: both, from: instantOf(Date.UTC(2026, 10, 6)), accesses: 40_000, days: 21 };
    expect(namedTooEarly(generateFortnight({ seed: 'quejas', ...longer }))).toEqual([]);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (seed, days) => {
        const told = generateFortnight({ ...longer, profiles: [conectared], accesses: 9_000, seed, days });
        expect(namedTooEarly(told)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('holds nothing that a rule refuses, whatever the seed, but the traps that are there for it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const refused = generateFortnight({ seed, profiles: both, from }).filter(
          (command) => command.refused,
        );
        const what = new Set(
          refused.map(({ complaint, type, refused: code }) => `${complaint} ${type} ${code ?? ''}`),
        );
        for (const each of what)
          expect(each).toMatch(
            /-trap-(ruled-first notifyUser not-reported|arco-during-proceeding close proceeding-open)$/,
          );
      }),
      { numRuns: 6 },
    );
  });

  it('lets no person call, be called or come while people sleep', () => {
    const hourIn = new Map(
      both.map(({ id, zone }) => {
        const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
        return [id, (at: unknown) => Number(hour.format(new Date(textOf(at))))];
      }),
    );
    const odd = script.flatMap(({ provider, complaint, type, at, by, input }) => {
      const hour = hourIn.get(provider) ?? Number;
      // Where the phone is answered day and night, a few do call at night.
      if (type === 'file' || type === 'communicateFolio') return [];
      const people = ['user', 'customer-service', 'billing', 'ruling-officer', 'legal'].includes(by.role);
      const hours = [
        ...(people || type.endsWith('Visit') || input['atHome'] === true ? [hour(at)] : []),
        ...(type === 'scheduleVisit' ? [hour(fieldOf(input['window'], 'from'))] : []),
        ...(type === 'completeVisit' ? [hour(input['startedAt']), hour(input['endedAt'])] : []),
      ];
      return hours.some((each) => each < 8 || each >= 23) ? [`${complaint} ${type} ${at}`] : [];
    });
    expect(odd).toEqual([]);
    const windows = ofType(script, 'scheduleVisit');
    expect(windows.length).toBeGreaterThan(10);
    for (const { provider, input } of windows) {
      const hour = hourIn.get(provider)?.(fieldOf(input['window'], 'from')) ?? 0;
      expect([hour, hour >= 9 && hour < 17]).toEqual([hour, true]);
    }
  });

  it('invents its people: phone numbers that no person has, mail that goes nowhere', () => {
    const text = JSON.stringify(ofType(script, 'file').map(({ input }) => input['subscriber']));
    expect(text).toMatch(/"phone":"55 5555 \d{4}"/);
    expect(text.match(/"email":"[^"]*"/g)?.every((email) => email.endsWith('@example.com"'))).toBe(true);
  });

  it('names no person where references stand in clear (design: Envelope)', () => {
    const clear = JSON.stringify(
      script.map(({ complaint, by, input }) => [complaint, by, input.commandId, input['contract']]),
    );
    expect(clear).not.toMatch(/Zamudio|Escamilla|example\.com|55 5555/);
  });
});

describe('its numbers are those that were published or assumed (domain.md 8.2)', () => {
  const filings = ofType(large, 'file').filter(({ complaint }) => !/-o\d|-again/.test(complaint));

  it('about 34 requests a week for 10,000 lines', () => {
    const expected = (100_000 * numbers.requestsPerAccess * 14) / 365.25;
    near(share(filings.length, expected), 1, 0.2);
  });

  it('kinds and channels in their shares', () => {
    const kinds = fieldShares(filings, 'kind');
    near(kinds('fault'), 0.45, 0.06);
    near(kinds('inquiry'), 0.22, 0.05);
    near(kinds('clarification'), 0.14, 0.04);
    const channels = fieldShares(filings, 'channel');
    near(channels('phone'), 0.62, 0.06);
    near(channels('email'), 0.2, 0.05);
    expect(channels('in-person')).toBe(0);
  });

  it('an office where the provider has one', () => {
    const channels = fieldShares(
      ofType(
        generateFortnight({ seed: 'office', profiles: [emenet], from, accesses: 60_000, withTraps: false }),
        'file',
      ).filter(({ complaint }) => !/-o\d|-again/.test(complaint)),
      'channel',
    );
    near(channels('in-person'), 0.18, 0.06);
  });

  it('causes, rulings and ratings in their shares', () => {
    const faults = ofType(large, 'verifyCause').filter(
      ({ by, complaint }) => by.role === 'technical-lead' && !/-o\d/.test(complaint),
    );
    const attributions = fieldShares(faults, 'attribution');
    near(attributions('provider'), 0.6, 0.08);
    near(attributions('user'), 0.2, 0.07);
    const rulings = ofType(large, 'rule').filter(({ input }) => input['basis'] === 'commercial-standard');
    near(fieldShares(rulings, 'outcome')('upheld'), 0.8, 0.06);
    near(share(ofType(large, 'rate').length, ofType(large, 'close').length), numbers.rated, 0.06);
  });

  it('a fortnight has an outage that links many calls to one cause', () => {
    const linked = fieldShares(ofType(large, 'linkMassOutage'), 'outage');
    expect(ofType(large, 'linkMassOutage').length).toBeGreaterThan(5);
    expect(linked('conectared-outage-1')).toBeGreaterThan(0);
  });
});

describe('the adversarial set is in it', () => {
  const trap = (name: string) => script.filter(({ complaint }) => complaint === `conectared-trap-${name}`);

  it.each([
    ['minute-before-closing', '20:59'],
    ['at-closing', '21:00'],
    ['minute-after-closing', '21:01'],
  ])('%s: filed at %s of the provider', (name, time) => {
    const receivedAt = textOf(trap(name)[0]?.input['receivedAt']);
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: conectared.zone, timeStyle: 'short' });
    expect(local.format(new Date(receivedAt))).toBe(time);
  });

  it('a user who is absent twice, a ruling before the repair, a note dated back, ARCO before PROFECO is done', () => {
    expect(ofType(trap('absent-twice'), 'failVisit')).toHaveLength(2);
    const order = trap('ruled-first').map(({ type }) => type);
    expect(order.indexOf('rule')).toBeLessThan(order.indexOf('repair'));
    const [note] = ofType(trap('back-dated'), 'addNote');
    expect(textOf(note?.input['occurredAt']) < (note?.at ?? '')).toBe(true);
    const arco = trap('arco-during-proceeding').map(({ type, refused }) => `${type} ${refused ?? ''}`);
    expect(arco).toContain('requestArco ');
    expect(arco.at(-1)).toBe('close proceeding-open');
  });
});
