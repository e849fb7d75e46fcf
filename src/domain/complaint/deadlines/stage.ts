import { accept, reject } from '../../kernel/decision.js';
import { ofTheHouse, told } from '../disclosure/disclosed.js';
import { others } from '../asked-relations.js';
import { theReceipt } from '../rests-on.js';
import { defineStage } from '../stage.js';
import type { Recount, Terms } from '../shapes.js';
import type { FiledComplaint } from '../state.js';
import { nowUntold } from '../untold.js';
import { alertKey, breachKey, warningKey } from './keys.js';
import type { DeadlinesCommands, DeadlinesEvents } from './messages.js';

/**
 * The clock of the age at which the user of an open case is told where else to go. Its warning makes that a duty of
 * customer service, so that it can be done in time.
 */
const nextInstanceClock = 'C-24';

/** What deadlines count by now: the terms of the filing, or what replaced them. */
const inForce = ({ recomputed, filing: { terms } }: FiledComplaint) =>
  recomputed ?? { policy: terms.policy, policyVersion: terms.version, calendars: terms.calendars };

/** What a recompute asks to count by: what it does not say is as filings have it today. */
export const countedBy = (
  { policy, policyVersion, calendars }: Omit<DeadlinesCommands['recomputeClocks'], 'reason'>,
  terms: Pick<Terms, 'policy' | 'version' | 'calendars'>,
) => ({
  policy: policy ?? terms.policy,
  policyVersion: policyVersion ?? terms.version,
  calendars: calendars ?? terms.calendars,
});

const nothingLacks: Pick<Recount, 'unpublished' | 'unnamed'> = { unpublished: [], unnamed: [] };

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item) => b.includes(item));

/** Those of which another version is named as well: which of the two counts, nothing says. */
const ofOneCalendar = (calendars: readonly string[]): readonly string[] => {
  const ids = calendars.map((ref) => ref.slice(0, ref.lastIndexOf('@')));
  return calendars.filter(
    (_ref, place) => ids.indexOf(ids[place] ?? '') !== ids.lastIndexOf(ids[place] ?? ''),
  );
};

type CountedBy = ReturnType<typeof countedBy>;

const isSame = (one: CountedBy, other: CountedBy): boolean =>
  one.policy === other.policy &&
  one.policyVersion === other.policyVersion &&
  sameList(one.calendars, other.calendars);

/** What is learned late is recorded like the rest: also of an earlier cycle, also after the end (I-23). */
export const deadlines = defineStage<DeadlinesEvents, DeadlinesCommands>()({
  events: {
    SlaWarned: {},
    SlaBreached: {},
    StaffAlerted: {},
    ClocksRecomputed: {},
  },
  disclosed: {
    SlaWarned: ofTheHouse,
    SlaBreached: told,
    StaffAlerted: ofTheHouse,
    ClocksRecomputed: told,
  },
  restsOn: {
    SlaWarned: theReceipt,
    SlaBreached: theReceipt,
    StaffAlerted: theReceipt,
    ClocksRecomputed: theReceipt,
  },
  commands: {
    warnOfDeadline: ['system'],
    recordBreach: ['system'],
    recordAlert: ['system'],
    recomputeClocks: ['system', 'legal', 'customer-service'],
  },
  relations: {
    warnOfDeadline: others,
    recordBreach: others,
    recordAlert: others,
    recomputeClocks: others,
  },
  decide: {
    warnOfDeadline: (data, { warnings, facets, folio }) => {
      if (data.cycle > facets.cycle)
        return reject('no-such-cycle', { cycle: data.cycle, current: facets.cycle });
      return warnings.includes(warningKey(data))
        ? reject('no-new-fact', { folio })
        : accept({ type: 'SlaWarned', data });
    },

    recordBreach: (data, { breaches, facets, folio }, { now }) => {
      const { clock, cycle, dueAt } = data;
      if (cycle > facets.cycle) return reject('no-such-cycle', { cycle, current: facets.cycle });
      if (now < dueAt) return reject('not-yet-due', { clock, dueAt, now });
      return breaches.includes(breachKey(data))
        ? reject('no-new-fact', { folio })
        : accept({ type: 'SlaBreached', data });
    },

    recordAlert: (data, { alerts, facets, folio }) => {
      if (data.cycle > facets.cycle)
        return reject('no-such-cycle', { cycle: data.cycle, current: facets.cycle });
      return alerts.includes(alertKey(data))
        ? reject('no-new-fact', { folio })
        : accept({ type: 'StaffAlerted', data });
    },

    /** Unchanged versions give unchanged deadlines, unless a fact was learned late. */
    recomputeClocks: (asked, complaint, { terms, recount }) => {
      const counted = countedBy({ ...asked, calendars: recount?.calendars ?? asked.calendars }, terms);
      const twice = ofOneCalendar(counted.calendars);
      if (twice.length > 0) return reject('calendar-named-twice', { calendars: twice });
      const { unpublished, unnamed } = recount ?? nothingLacks;
      if (unpublished.length > 0) return reject('version-not-published', { versions: unpublished });
      if (unnamed.length > 0)
        return reject('calendars-not-named', {
          calendars: unnamed,
          policy: `${counted.policy}@${counted.policyVersion}`,
        });
      const data = { ...counted, reason: asked.reason };
      return isSame(data, inForce(complaint)) && data.reason !== 'late-fact'
        ? reject('no-new-fact', { folio: complaint.folio })
        : accept({ type: 'ClocksRecomputed', data });
    },
  },
  evolve: {
    SlaWarned: {
      beforeWork: true,
      card: ({ clock }, { facets }) =>
        clock === nextInstanceClock && facets.ending === 'open' && facets.final === 'none'
          ? { facets: nowUntold(facets, 'next-instance') }
          : {},
      details: (data, { warnings }) => ({ warnings: [...warnings, warningKey(data)] }),
    },
    SlaBreached: {
      beforeWork: true,
      details: (data, { breaches }) => ({ breaches: [...breaches, breachKey(data)] }),
    },
    StaffAlerted: {
      beforeWork: true,
      details: (data, { alerts }) => ({ alerts: [...alerts, alertKey(data)] }),
    },
    ClocksRecomputed: {
      beforeWork: true,
      details: ({ policy, policyVersion, calendars }) => ({
        recomputed: { policy, policyVersion, calendars },
      }),
    },
  },
  refusals: {
    'no-such-cycle': {
      kind: 'not-found',
      es: 'La solicitud va en su ciclo {current}; el ciclo {cycle} no existe.',
      en: 'The request is in cycle {current}; there is no cycle {cycle}.',
    },
    'not-yet-due': {
      kind: 'rule',
      es: 'El plazo «{clock}» vence el {dueAt}; al {now} todavía no se ha incumplido.',
      en: 'The deadline "{clock}" is due at {dueAt}; at {now} it has not been missed.',
    },
    'version-not-published': {
      kind: 'not-found',
      es: 'No se ha publicado: {versions}. Los plazos sólo se cuentan con versiones publicadas; la primera solicitud o recuento con ese perfil las publica.',
      en: 'Not published: {versions}. Deadlines count by published versions alone; the first filing or recount with that profile publishes them.',
    },
    'calendar-named-twice': {
      kind: 'rule',
      es: 'De un mismo calendario se nombran varias versiones: {calendars}. Los plazos se cuentan con una sola: diga cuál.',
      en: 'Several versions of one calendar are named: {calendars}. Deadlines count by one alone: say which.',
    },
    'calendars-not-named': {
      kind: 'rule',
      es: 'La política {policy} cuenta también con estos calendarios: {calendars}. No son de los que el proveedor tiene hoy: diga su versión, id@versión.',
      en: 'The policy {policy} counts by these calendars too: {calendars}. The provider does not have them today: say their version, id@version.',
    },
  },
});
