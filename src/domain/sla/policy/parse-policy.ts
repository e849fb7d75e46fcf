import { isComplaintEventType } from '../../complaint/evolve.js';
import { pausedClocks } from '../../complaint/pause-reasons.js';
import type { ComplaintEventType } from '../../complaint/events.js';
import type { JsonValue } from '../../kernel/json.js';
import { sourceBases, type Provenance } from '../calendar.js';
import { parseDay } from '../local-date.js';
import {
  attributeNames,
  contractClocks,
  onChanges,
  onReopenings,
  owners,
  type Clock,
  type ClockTerm,
  type EventMatch,
  type FieldValue,
  type Matching,
  type SlaPolicy,
  type TermChoice,
  type Trigger,
} from './policy.js';
import { policyFault, type PolicyFault } from './policy-faults.js';
import { fields, isObject, listOf, mapOf, oneOf, orAbsent, text, whole, type Reader } from './read-fields.js';

/** What came of reading a policy: it, or everything that is wrong with it. */
export type ParsedPolicy =
  | { readonly ok: true; readonly policy: SlaPolicy }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

/** The names of the fields of each event, as the catalogue has them. */
export type FieldsOfEvents = (event: ComplaintEventType) => readonly string[];

const name = text(/^[a-z0-9]+(-[a-z0-9]+)*$/, '"conectared"');
const bilingual = fields((field) => ({ es: field('es', text()), en: field('en', text()) }));
const most = 999_999_999;

const lookedAt: Reader<string> = (value, path, faults) => {
  const date = text()(value, path, faults);
  if (date !== '' && parseDay(date) === undefined)
    faults.push(policyFault(path, 'field-invalid', { field: 'lookedAt', form: '"2026-11-26"' }));
  return date;
};

const from = fields((field) => ({
  basis: field('basis', oneOf(sourceBases)),
  source: field('source', text()),
  lookedAt: field('lookedAt', lookedAt),
}));

const provenance: Reader<Provenance> = fields((field) => ({
  of: field('of', text()),
  basis: field('basis', oneOf(sourceBases)),
  source: field('source', text()),
  lookedAt: field('lookedAt', lookedAt),
}));

const matching: Reader<Matching> = fields((field) =>
  Object.fromEntries(
    attributeNames.flatMap((attribute) => {
      const values = field(attribute, orAbsent(listOf(text())));
      return values === undefined ? [] : [[attribute, values]];
    }),
  ),
);

const value: Reader<FieldValue> = (given, path, faults) => {
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean') return given;
  faults.push(policyFault(path, 'field-invalid', { field: 'where', form: '"…", 1, true' }));
  return '';
};

/** The parts of an event that may be named; the first step of a path is the field. */
const eventReaders = (fieldsOf: FieldsOfEvents) => {
  const type: Reader<ComplaintEventType> = (given, path, faults) => {
    const event = text()(given, path, faults);
    if (isComplaintEventType(event)) return event;
    if (event !== '') faults.push(policyFault(path, 'event-unknown', { event }));
    return 'Filed';
  };
  const known = (event: ComplaintEventType, path: string, names: readonly string[], faults: PolicyFault[]) =>
    faults.push(
      ...names
        .filter((each) => !fieldsOf(event).includes(each.split('.')[0] ?? ''))
        .map((each) => policyFault(path, 'event-field-unknown', { event, field: each })),
    );
  const where = orAbsent(mapOf(listOf(value)));
  const readMatch = fields((field) => ({ event: field('event', type), where: field('where', where) }));
  const match: Reader<EventMatch> = (given, path, faults) => {
    const read = readMatch(given, path, faults);
    known(read.event, path, Object.keys(read.where ?? {}), faults);
    return read;
  };
  const readTrigger = fields((field) => ({
    event: field('event', type),
    where: field('where', where),
    at: field('at', orAbsent(text())),
    after: field('after', orAbsent(match)),
    again: field('again', orAbsent(oneOf([true]))),
  }));
  const trigger: Reader<Trigger> = (given, path, faults) => {
    const read = readTrigger(given, path, faults);
    known(
      read.event,
      path,
      [...Object.keys(read.where ?? {}), ...(read.at === undefined ? [] : [read.at])],
      faults,
    );
    return read;
  };
  return { match, trigger };
};

const termReaders = {
  minutes: fields((field) => ({
    kind: field('kind', oneOf(['minutes'])),
    minutes: field('minutes', whole(0, most)),
  })),
  'business-days': fields((field) => ({
    kind: field('kind', oneOf(['business-days'])),
    days: field('days', whole(0, 100_000)),
  })),
  fixed: fields((field) => ({ kind: field('kind', oneOf(['fixed'])), field: field('field', text()) })),
  before: fields((field) => ({
    kind: field('kind', oneOf(['before'])),
    field: field('field', text()),
    minutes: field('minutes', whole(0, most)),
  })),
  'next-cut-off': fields((field) => ({
    kind: field('kind', oneOf(['next-cut-off'])),
    field: field('field', text()),
    otherwiseDays: field('otherwiseDays', whole(1, 366)),
  })),
} satisfies { readonly [K in ClockTerm['kind']]: Reader<Extract<ClockTerm, { readonly kind: K }>> };

const termKind = oneOf(['minutes', 'business-days', 'fixed', 'before', 'next-cut-off']);

const term: Reader<ClockTerm> = (given, path, faults) => {
  const kind = isObject(given) ? given['kind'] : undefined;
  const before = faults.length;
  const read = termKind(kind, `${path}/kind`, faults);
  return faults.length > before ? { kind: 'minutes', minutes: 0 } : termReaders[read](given, path, faults);
};

const clockReader = (fieldsOf: FieldsOfEvents): Reader<Clock> => {
  const { match, trigger } = eventReaders(fieldsOf);
  const choice: Reader<TermChoice> = fields((field) => ({
    only: field('only', orAbsent(matching)),
    once: field('once', orAbsent(match)),
    term: field('term', term),
    from: field('from', from),
  }));
  return fields((field) => ({
    id: field('id', text()),
    name: field('name', bilingual),
    owedBy: field('owedBy', oneOf(owners)),
    calendar: field('calendar', text()),
    only: field('only', orAbsent(matching)),
    unless: field('unless', orAbsent(matching)),
    starts: field('starts', listOf(trigger)),
    stops: field('stops', listOf(trigger)),
    cancels: field('cancels', listOf(trigger)),
    per: field('per', orAbsent(listOf(text()))),
    pausedAs: field('pausedAs', oneOf(['never', ...pausedClocks])),
    terms: field('terms', listOf(choice)),
    warnings: field('warnings', listOf(whole(1, 1000))),
    onReclassification: field('onReclassification', oneOf(onChanges)),
    onPolicyChange: field('onPolicyChange', oneOf(onChanges)),
    onReopening: field('onReopening', oneOf(onReopenings)),
    inactive: field('inactive', orAbsent(bilingual)),
  }));
};

const policyReader = (fieldsOf: FieldsOfEvents): Reader<SlaPolicy> =>
  fields((field) => ({
    id: field('id', name),
    version: field('version', whole(1, most)),
    calendars: field('calendars', mapOf(name)),
    clocks: field('clocks', listOf(clockReader(fieldsOf), 1)),
    escalation: field(
      'escalation',
      fields((within) => ({
        clocks: within('clocks', listOf(text())),
        levels: within(
          'levels',
          listOf(
            fields((level) => ({
              percent: level('percent', whole(1, 1000)),
              level: level('level', oneOf([1, 2, 3])),
            })),
          ),
        ),
      })),
    ),
    provenance: field('provenance', listOf(provenance)),
  }));

const rising = (path: string, percents: readonly number[]): readonly PolicyFault[] =>
  percents.every((percent, index) => index === 0 || percent > (percents[index - 1] ?? percent))
    ? []
    : [policyFault(path, 'levels-unordered', { percents })];

/** What the parts of a policy must be to each other. */
const faultsAcross = ({ clocks, calendars, escalation }: SlaPolicy): readonly PolicyFault[] => {
  const ids = clocks.map(({ id }) => id);
  return [
    ...clocks.flatMap(({ id, calendar, warnings, terms, starts, inactive }, index) => {
      const path = `/clocks/${index}`;
      const runs = inactive === undefined;
      return [
        ...(ids.indexOf(id) === index ? [] : [policyFault(path, 'clock-twice', { clock: id })]),
        ...(Object.hasOwn(calendars, calendar)
          ? []
          : [policyFault(`${path}/calendar`, 'calendar-unknown', { calendar })]),
        ...(runs && starts.length === 0
          ? [policyFault(`${path}/starts`, 'field-missing', { field: 'starts' })]
          : []),
        ...(runs && terms.length === 0
          ? [policyFault(`${path}/terms`, 'field-missing', { field: 'terms' })]
          : []),
        ...rising(`${path}/warnings`, warnings),
      ];
    }),
    ...contractClocks
      .filter((id) => !clocks.some((each) => each.id === id && each.terms.length > 0))
      .map((clock) => policyFault('/clocks', 'contract-term-missing', { clock })),
    ...escalation.clocks
      .filter((clock) => !ids.includes(clock))
      .map((clock) => policyFault('/escalation/clocks', 'clock-unknown', { clock })),
    ...rising(
      '/escalation/levels',
      escalation.levels.map(({ percent }) => percent),
    ),
  ];
};

/**
 * Reads a policy strictly, with every fault at once: unknown fields, clocks, events and their fields, calendars, and the
 * terms of contracts that are missing. `fieldsOf` is the catalogue of events.
 */
export const parsePolicy = (given: JsonValue, fieldsOf: FieldsOfEvents): ParsedPolicy => {
  const faults: PolicyFault[] = [];
  const policy = policyReader(fieldsOf)(given, '', faults);
  const all = faults.length > 0 ? faults : faultsAcross(policy);
  return all.length > 0 ? { ok: false, faults: all } : { ok: true, policy };
};
