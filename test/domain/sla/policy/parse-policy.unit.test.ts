import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../../../src/domain/kernel/json.js';
import { parsePolicy } from '../../../../src/domain/sla/policy/parse-policy.js';
import { policyFaultText } from '../../../../src/domain/sla/policy/policy-faults.js';
import { standardPolicy } from '../../../../src/domain/sla/policy/standard-policy.js';
import { asJson, clockOf, fieldsOfEvents, mexican, mexicanTerms } from './policies.js';

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with what lies at a path changed; `undefined` takes it away. */
const changed = (value: JsonValue, path: readonly (string | number)[], to: unknown): JsonValue => {
  const [first, ...rest] = path;
  if (first === undefined) return asJson(to);
  if (Array.isArray(value))
    return value.map((item: JsonValue, index) => (index === first ? changed(item, rest, to) : item));
  if (!isObject(value)) throw new Error(`nothing at ${path.join('/')}`);
  const inner = rest.length === 0 && to === undefined ? undefined : changed(value[first] ?? null, rest, to);
  return asJson({ ...value, [first]: inner });
};

const faultsOf = (value: JsonValue) => {
  const read = parsePolicy(value, fieldsOfEvents);
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`);
};

const faultsWith = (path: string, to: unknown) => {
  const steps = path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return faultsOf(changed(asJson(mexican), steps, to));
};

const indexOf = (id: string) => mexican.clocks.findIndex((each) => each.id === id);
const at = (id: string) => `clocks/${indexOf(id)}`;

describe('a policy', () => {
  it('is read as it was written', () => {
    expect(parsePolicy(asJson(mexican), fieldsOfEvents)).toEqual({ ok: true, policy: mexican });
  });

  it.each([
    ['id', 'Not a name', 'field-invalid /id'],
    ['id', '', 'field-invalid /id'],
    ['id', 'x y', 'field-invalid /id'],
    ['version', 0, 'field-invalid /version'],
    ['version', 1.5, 'field-invalid /version'],
    ['version', '1', 'field-invalid /version'],
    ['version', undefined, 'field-missing /version'],
    ['calendars', 'always', 'field-invalid /calendars'],
    ['calendars/natural', 3, 'field-invalid /calendars/natural'],
    ['clocks', [], 'field-invalid /clocks'],
    ['clocks', {}, 'field-invalid /clocks'],
    ['clocks', undefined, 'field-missing /clocks'],
    ['clocks/0', 7, 'field-invalid /clocks/0'],
    ['clocks/0/id', undefined, 'field-missing /clocks/0/id'],
    ['clocks/0/name/es', ' ', 'field-invalid /clocks/0/name/es'],
    ['clocks/0/name/fr', 'délai', 'field-unknown /clocks/0/name/fr'],
    ['clocks/0/name', undefined, 'field-missing /clocks/0/name'],
    ['clocks/0/owedBy', 'anybody', 'field-invalid /clocks/0/owedBy'],
    ['clocks/0/pausedAs', 'crew', 'field-invalid /clocks/0/pausedAs'],
    ['clocks/0/onReopening', 'later', 'field-invalid /clocks/0/onReopening'],
    ['clocks/0/onPolicyChange', 'later', 'field-invalid /clocks/0/onPolicyChange'],
    ['clocks/0/onReclassification', 'later', 'field-invalid /clocks/0/onReclassification'],
    ['clocks/0/warnings', [0], 'field-invalid /clocks/0/warnings/0'],
    ['clocks/0/warnings', [1001], 'field-invalid /clocks/0/warnings/0'],
    ['clocks/0/inactive', { es: 'no' }, 'field-missing /clocks/0/inactive/en'],
    ['clocks/0/terms/0/term/kind', 'hours', 'field-invalid /clocks/0/terms/0/term/kind'],
    ['clocks/0/terms/0/term', 30, 'field-missing /clocks/0/terms/0/term/kind'],
    ['clocks/0/terms/0/term/minutes', -1, 'field-invalid /clocks/0/terms/0/term/minutes'],
    ['clocks/0/terms/0/term/days', 3, 'field-unknown /clocks/0/terms/0/term/days'],
    ['clocks/0/terms/0/from', undefined, 'field-missing /clocks/0/terms/0/from'],
    ['clocks/0/terms/0/from/basis', 'rumour', 'field-invalid /clocks/0/terms/0/from/basis'],
    ['clocks/0/terms/0/from/lookedAt', 'today', 'field-invalid /clocks/0/terms/0/from/lookedAt'],
    ['clocks/0/terms/0/from/lookedAt', undefined, 'field-missing /clocks/0/terms/0/from/lookedAt'],
    ['clocks/0/terms/0/only', { colour: ['red'] }, 'field-unknown /clocks/0/terms/0/only/colour'],
    ['clocks/0/terms/0/only', { channel: 'phone' }, 'field-invalid /clocks/0/terms/0/only/channel'],
    ['clocks/0/starts/0/event', 'Invented', 'event-unknown /clocks/0/starts/0/event'],
    ['clocks/0/starts/0/event', undefined, 'field-missing /clocks/0/starts/0/event'],
    ['clocks/0/starts/0/at', 'inventedAt', 'event-field-unknown /clocks/0/starts/0'],
    ['clocks/0/starts/0/where', { invented: [1] }, 'event-field-unknown /clocks/0/starts/0'],
    ['clocks/0/starts/0/where', { kind: [null] }, 'field-invalid /clocks/0/starts/0/where/kind/0'],
    ['clocks/0/starts/0/where', { kind: 'fault' }, 'field-invalid /clocks/0/starts/0/where/kind'],
    ['clocks/0/starts/0/again', false, 'field-invalid /clocks/0/starts/0/again'],
    [
      'clocks/0/starts/0/after',
      { event: 'Ruled', where: { colour: [1] } },
      'event-field-unknown /clocks/0/starts/0/after',
    ],
    ['clocks/0/calendar', 'lunar', 'calendar-unknown /clocks/0/calendar'],
    ['clocks/0/starts', [], 'field-missing /clocks/0/starts'],
    ['clocks/0/terms', [], 'field-missing /clocks/0/terms'],
    ['clocks/0/warnings', [80, 80], 'levels-unordered /clocks/0/warnings'],
    ['escalation/levels/0/percent', 120, 'levels-unordered /escalation/levels'],
    ['escalation/levels/0/level', 4, 'field-invalid /escalation/levels/0/level'],
    ['escalation/levels/0/percent', 0, 'field-invalid /escalation/levels/0/percent'],
    ['escalation/clocks/0', 'C-99', 'clock-unknown /escalation/clocks'],
    ['escalation', undefined, 'field-missing /escalation'],
    ['provenance/0/of', undefined, 'field-missing /provenance/0/of'],
    ['provenance/0/basis', 'rumour', 'field-invalid /provenance/0/basis'],
    ['provenance/0/lookedAt', '2026-13-01', 'field-invalid /provenance/0/lookedAt'],
    ['surprise', 1, 'field-unknown /surprise'],
  ])('with %s as %j is refused with one fault: %s', (path, to, fault) => {
    expect(faultsWith(path, to)).toEqual([fault]);
  });

  it('takes any single value in a condition: a text, a number, a truth', () => {
    const where = { level: [4, 'four', true, false] };
    expect(faultsWith(`${at('C-24')}/stops/3/where`, where)).toEqual([]);
  });

  it('may be without what is optional', () => {
    expect(faultsWith(`${at('C-15')}/per`, undefined)).toEqual([]);
    expect(faultsWith(`${at('C-06')}/only`, undefined)).toEqual([]);
  });

  it('is refused with every fault at once, those of a form before those between its parts', () => {
    const twoFaults = changed(changed(asJson(mexican), ['id'], 3), ['version'], 0);
    expect(faultsOf(twoFaults)).toEqual(['field-invalid /id', 'field-invalid /version']);
    expect(faultsOf('policy')[0]).toBe('field-invalid ');
    expect(faultsOf(null)).toContain('field-invalid ');
  });

  it('that has a clock twice is refused', () => {
    const twice = [...mexican.clocks, clockOf(mexican, 'C-13')];
    expect(faultsWith('clocks', twice)).toEqual([`clock-twice /clocks/${mexican.clocks.length}`]);
  });

  it.each(['C-07', 'C-08', 'C-20'])('without the term of %s, which is the contract’s, is refused', (id) => {
    const without = mexican.clocks.filter((each) => each.id !== id);
    const escalation = { ...mexican.escalation, clocks: [] };
    expect(faultsOf(asJson({ ...mexican, clocks: without, escalation }))).toEqual([
      'contract-term-missing /clocks',
    ]);
    const inactive = { ...clockOf(mexican, id), terms: [], inactive: { es: 'no', en: 'no' } };
    expect(faultsOf(asJson({ ...mexican, clocks: [...without, inactive] }))).toEqual([
      'contract-term-missing /clocks',
    ]);
  });

  it('lets a clock that does not run be without start and term', () => {
    expect(faultsWith(`${at('C-27')}/terms`, [])).toEqual([]);
    expect(faultsWith(`${at('C-26')}/starts`, [])).toEqual([]);
  });

  it('says what is wrong in Spanish and in English', () => {
    const read = parsePolicy(asJson({ ...mexican, version: 0, id: undefined }), fieldsOfEvents);
    expect(read.ok ? [] : read.faults.map(policyFaultText)).toEqual([
      { es: 'Falta «id».', en: '"id" is missing.' },
      { es: '«version» debe ser 1…999999999.', en: '"version" must be 1…999999999.' },
    ]);
    const formOf = (path: string, to: unknown) => {
      const steps = path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      const faulty = parsePolicy(changed(asJson(mexican), steps, to), fieldsOfEvents);
      return faulty.ok ? [] : faulty.faults.map((each) => policyFaultText(each).en);
    };
    expect(formOf('id', 3)).toEqual(['"id" must be "conectared".']);
    expect(formOf('clocks', [])).toEqual(['"clocks" must be […] (1+).']);
    expect(formOf('provenance', 1)).toEqual(['"provenance" must be […].']);
    expect(formOf('calendars', 1)[0]).toBe('"calendars" must be {…}.');
    expect(formOf('escalation', 1)[0]).toBe('"escalation" must be {…}.');
    expect(formOf('clocks/0/owedBy', 1)).toEqual(['"owedBy" must be provider, user.']);
    expect(formOf('clocks/0/name/es', 1)).toEqual(['"es" must be "…".']);
    expect(formOf('clocks/0/terms/0/from/lookedAt', 'x')).toEqual(['"lookedAt" must be "2026-11-26".']);
    expect(formOf('clocks/0/starts/0/where', { kind: [null] })).toEqual(['"where" must be "…", 1, true.']);
    expect(formOf('clocks/0/warnings', [90, 80])).toEqual([
      'Percentages must go up and never repeat: 90, 80.',
    ]);
    expect(formOf('clocks/0/calendar', 'lunar')).toEqual([
      'The policy does not say which calendar "lunar" is.',
    ]);
    expect(formOf('clocks/0/starts/0/event', 'Invented')).toEqual([
      'There is no event "Invented" in the catalogue.',
    ]);
    expect(formOf('clocks/0/starts/0/at', 'x')).toEqual(['The event "Filed" has no field "x".']);
    expect(formOf('escalation/clocks/0', 'C-99')).toEqual(['There is no clock "C-99" in the policy.']);
  });
});

describe('the table of clocks', () => {
  const ids = mexican.clocks.map(({ id }) => id);

  it('has every clock from C-01 to C-28, but for C-23: that is the rule of escalation', () => {
    const wanted = Array.from({ length: 28 }, (_, index) => `C-${String(index + 1).padStart(2, '0')}`);
    const isPart = (id: string) => /^C-\d\d-/.test(id);
    expect(ids.filter((id) => !isPart(id))).toEqual(wanted.filter((id) => id !== 'C-23'));
    expect(ids.filter(isPart)).toEqual([
      ...['C-11-cap', 'C-25-execution', 'C-25-execution-extended', 'C-25-extended'],
    ]);
    expect(mexican.escalation.levels.map(({ percent, level }) => [percent, level])).toEqual([
      [80, 1],
      [100, 2],
      [150, 3],
    ]);
  });

  it('keeps C-14, C-26 and C-27 inactive, and of C-25 all but the answer, and says why', () => {
    const inactive = mexican.clocks.filter((each) => each.inactive !== undefined);
    expect(inactive.map(({ id }) => id)).toEqual([
      ...['C-14', 'C-25-execution', 'C-25-execution-extended', 'C-25-extended', 'C-26', 'C-27'],
    ]);
  });

  it('has terms with their number and its source, as a person would check them', () => {
    const told = mexican.clocks.flatMap(({ id, calendar, terms }) =>
      terms.map(({ only, once, term, from }) =>
        [id, calendar, JSON.stringify({ only, once, term }), from.basis, from.lookedAt].join(' '),
      ),
    );
    expect(told).toMatchSnapshot();
  });

  it('has the starts, stops and ends of each, and what changes do to it', () => {
    expect(
      mexican.clocks.map(({ terms: _terms, name: _name, inactive: _inactive, ...rest }) => rest),
    ).toMatchSnapshot();
    expect(mexican.provenance.map(({ of, basis }) => `${of} ${basis}`)).toEqual([
      'escalation design',
      'late-interest press',
      'retention design',
      'warnings design',
    ]);
    expect(mexican.escalation.clocks).toEqual(['C-07', 'C-08', 'C-10', 'C-11', 'C-17']);
  });

  it('takes the terms of the contract, and no window where reopening has no limit', () => {
    const other = standardPolicy({
      ...mexicanTerms,
      reopeningDays: null,
      contract: {
        ...mexicanTerms.contract,
        repairHours: 72,
        physicalRepair: { hours: 96, municipalities: [] },
        reconnection: { hours: 24, physicalHours: 30 },
      },
    });
    expect(other.clocks.map(({ id }) => id)).not.toContain('C-22');
    const termsOf = (id: string) => clockOf(other, id).terms.map(({ term }) => term);
    expect(termsOf('C-07')).toEqual([{ kind: 'minutes', minutes: 72 * 60 }]);
    expect(termsOf('C-08')).toEqual([{ kind: 'minutes', minutes: 96 * 60 }]);
    expect(termsOf('C-20').map((term) => ('minutes' in term ? term.minutes / 60 : 0))).toEqual([30, 30, 24]);
    expect(clockOf(other, 'C-08').only?.municipality).toEqual([]);
  });
});
