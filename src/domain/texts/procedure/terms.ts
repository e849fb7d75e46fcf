import { pauseKinds } from '../../complaint/pause-reasons.js';
import type { Language } from '../../complaint/vocabulary.js';
import { calendarsOf } from '../../provider/deadlines.js';
import type { ProviderProfile } from '../../provider/profile.js';
import {
  attributeNames,
  type Attribute,
  type Clock,
  type ClockTerm,
  type Matching,
  type Owner,
  type SlaPolicy,
  type TermChoice,
} from '../../sla/policy/policy.js';
import { isAroundTheClock } from '../../sla/week.js';
import { counted } from '../counted.js';
import { eventLabels } from '../labels/events.js';
import { channelLabels, kindLabels, severityLabels, subjectLabels } from '../labels/requests.js';
import { pauseLabels } from '../labels/work.js';
import type { Bilingual } from '../language.js';
import { inline, uncapitalised } from '../plain-text.js';
import { fitsNothing, onceWords, requestNames, runsForSome, subkindWords, words } from './words.js';
import { placeTold } from '../words/place-words.js';

/** A term that a clock of the policy counts, in words. */
export interface ProcedureTerm {
  /** Name of the clock in the policy. */
  readonly clock: string;
  /** What is to be done in it. */
  readonly name: string;
  /** Who has to act before it is over. */
  readonly owedBy: Owner;
  /** How long it is, for whom. */
  readonly term: string;
  /** What it counts from. */
  readonly since: string;
  /** Which requests it holds for. */
  readonly appliesTo: string;
  /** What does not count in it; `null` where nothing holds it up. */
  readonly pauses: string | null;
}

const dayMinutes = 24 * 60;
const hourMinutes = 60;
/** Contracts say their terms in hours up to here; longer ones are read in days or weeks. */
const longestInHours = 3 * dayMinutes;

interface TermWords {
  readonly minutes: (count: number, open: boolean) => string;
  readonly hours: (count: number, open: boolean) => string;
  readonly days: (count: number, always: boolean) => string;
  readonly weeks: (count: number) => string;
  readonly fixed: string;
  readonly before: (length: string) => string;
  readonly cutOff: (days: number) => string;
  readonly otherwise: string;
  readonly except: string;
  readonly attribute: Readonly<Record<Attribute, (values: string) => string>>;
}

const termWords: Bilingual<TermWords> = {
  es: {
    minutes: (count, open) => counted(count, 'minuto', 'minutos') + (open ? ' de horario hábil' : ''),
    hours: (count, open) => counted(count, 'hora', 'horas') + (open ? ' de horario hábil' : ''),
    days: (count, always) =>
      always ? counted(count, 'día natural', 'días naturales') : counted(count, 'día hábil', 'días hábiles'),
    weeks: (count) => counted(count, 'semana', 'semanas'),
    fixed: 'la fecha que fije la autoridad',
    before: (length) => `al menos ${length} antes de la hora acordada`,
    cutOff: (days) =>
      `a más tardar en la siguiente fecha de corte, o en ${counted(days, 'día natural', 'días naturales')} si no se conoce`,
    otherwise: 'en los demás casos',
    except: 'excepto',
    attribute: {
      kind: (values) => values,
      track: (values) => values,
      subject: (values) => `sobre ${values}`,
      subkind: (values) => `para ${values}`,
      channel: (values) => `si llega por ${values}`,
      severity: (values) => `de gravedad ${values}`,
      municipality: (values) => `en ${values}`,
    },
  },
  en: {
    minutes: (count, open) => counted(count, 'minute', 'minutes') + (open ? ' of business time' : ''),
    hours: (count, open) => counted(count, 'hour', 'hours') + (open ? ' of business time' : ''),
    days: (count, always) =>
      always
        ? counted(count, 'calendar day', 'calendar days')
        : counted(count, 'business day', 'business days'),
    weeks: (count) => counted(count, 'week', 'weeks'),
    fixed: 'the date that the authority sets',
    before: (length) => `at least ${length} before the time agreed`,
    cutOff: (days) =>
      `by the next billing cut-off, or within ${counted(days, 'calendar day', 'calendar days')} where that is not known`,
    otherwise: 'otherwise',
    except: 'except',
    attribute: {
      kind: (values) => values,
      track: (values) => values,
      subject: (values) => `about ${values}`,
      subkind: (values) => `for ${values}`,
      channel: (values) => `where it comes by ${values}`,
      severity: (values) => `of ${values} severity`,
      municipality: (values) => `in ${values}`,
    },
  },
};

const labelsOf: { readonly [A in Attribute]?: Readonly<Record<string, Bilingual>> } = {
  kind: kindLabels,
  track: requestNames,
  subject: subjectLabels,
  subkind: subkindWords,
  channel: channelLabels,
  severity: severityLabels,
};

/** A condition on a request in words: `reportes de falla sobre facturación, en Xalapa`; nothing where it has none. */
const matchingWords = (matching: Matching, language: Language): string =>
  attributeNames
    .flatMap((attribute) => {
      const values = matching[attribute];
      if (values === undefined || values.length === 0) return [];
      const names = values.map((value) =>
        attribute === 'municipality'
          ? placeTold(value)
          : inline(labelsOf[attribute]?.[value]?.[language] ?? value),
      );
      const { list, either } = words[language];
      return [
        termWords[language].attribute[attribute](attribute === 'channel' ? either(names) : list(names)),
      ];
    })
    .join(' ');

const minutesText = (minutes: number, always: boolean, language: Language): string => {
  const said = termWords[language];
  if (minutes % hourMinutes !== 0) return said.minutes(minutes, !always);
  if (!always || minutes <= longestInHours || minutes % dayMinutes !== 0)
    return said.hours(minutes / hourMinutes, !always);
  const days = minutes / dayMinutes;
  return days % 7 === 0 ? said.weeks(days / 7) : said.days(days, true);
};

const termText = (term: ClockTerm, always: boolean, language: Language): string => {
  const said = termWords[language];
  switch (term.kind) {
    case 'minutes':
      return minutesText(term.minutes, always, language);
    case 'business-days':
      return said.days(term.days, always);
    case 'fixed':
      return said.fixed;
    case 'before':
      return said.before(minutesText(term.minutes, true, language));
    case 'next-cut-off':
      return said.cutOff(term.otherwiseDays);
  }
};

const conditionOf = ({ only, once }: TermChoice, language: Language): string => {
  const toWhom =
    only?.kind !== undefined || only?.track !== undefined ? [{ es: 'para', en: 'for' }[language]] : [];
  const happened =
    once &&
    (onceWords[once.event]?.[language] ??
      `${{ es: 'si', en: 'once' }[language]} ${uncapitalised(eventLabels[once.event][language])}`);
  return [...toWhom, only === undefined ? '' : matchingWords(only, language), happened ?? '']
    .filter((part) => part !== '')
    .join(' ');
};

/** The terms of a clock, those of the same length together, in the order in which they are tried. */
const choicesText = (clock: Clock, always: boolean, language: Language): string => {
  const conditions = new Map<string, string[]>();
  for (const choice of clock.terms.filter(({ only }) => !fitsNothing(only))) {
    const length = termText(choice.term, always, language);
    const condition = conditionOf(choice, language);
    conditions.set(length, [...(conditions.get(length) ?? []), condition]);
  }
  if (conditions.size < 2) return [...conditions.keys()].join();
  const { otherwise } = termWords[language];
  const { either } = words[language];
  return [...conditions]
    .map(([length, found]) => `${length} ${found.includes('') ? otherwise : either(found)}`)
    .join('; ');
};

const sinceText = ({ starts }: Clock, language: Language): string => {
  const begun = starts.map(({ event, where }) => {
    const by = where?.['channel']?.map((value) => labelsOf.channel?.[String(value)]?.[language] ?? '') ?? [];
    return [uncapitalised(eventLabels[event][language]), ...by].join(' ');
  });
  return words[language].since(words[language].either([...new Set(begun)]));
};

const appliesTo = ({ only = {}, unless = {} }: Clock, language: Language): string => {
  const said = termWords[language];
  const fits = matchingWords(only, language);
  const not = fitsNothing(unless) ? '' : matchingWords(unless, language);
  const found = fits === '' ? words[language].forAll : fits;
  return words[language].appliesTo(not === '' ? found : `${found}, ${said.except} ${not}`);
};

const kindsOfPause: Readonly<Record<string, { readonly clocks: readonly string[] }>> = pauseKinds;

const pausesText = ({ pausedAs }: Clock, language: Language): string | null => {
  const reasons = Object.entries(pauseLabels).flatMap(([reason, label]) =>
    kindsOfPause[reason]?.clocks.includes(pausedAs) === true ? [label[language]] : [],
  );
  return reasons.length === 0 ? null : words[language].pauses(words[language].either(reasons));
};

/** The clocks of a policy that run for some request, as users read their terms. */
export const termsInWords = (
  profile: ProviderProfile,
  policy: SlaPolicy,
  language: Language,
): readonly ProcedureTerm[] => {
  const alwaysOpen = new Set(
    calendarsOf(profile)
      .filter(
        ({ week, holidays, overrides }) =>
          isAroundTheClock(week) && holidays.length === 0 && Object.keys(overrides).length === 0,
      )
      .map(({ id }) => id),
  );
  return policy.clocks.filter(runsForSome).map((clock) => {
    const always = alwaysOpen.has(policy.calendars[clock.calendar] ?? '');
    return {
      clock: clock.id,
      name: inline(clock.name[language]),
      owedBy: clock.owedBy,
      term: choicesText(clock, always, language),
      since: sinceText(clock, language),
      appliesTo: appliesTo(clock, language),
      pauses: pausesText(clock, language),
    };
  });
};
