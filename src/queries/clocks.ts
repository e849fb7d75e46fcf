import { clockEvents } from '../application/schema/clock-events.js';
import type { By } from '../application/commands/actors.js';
import type { FolioIndex } from '../application/commands/folio-index.js';
import { streamName } from '../application/identity/stream-name.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore } from '../application/ports/event-store.js';
import { audienceOf } from '../domain/complaint/disclosure/audience.js';
import type { Language } from '../domain/complaint/vocabulary.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PublishedVersions } from '../application/calendars/published-versions.js';
import { namedIn, readClocks, type Published } from '../domain/sla/clocks/read-clocks.js';
import type {
  ClockReading,
  ClockStanding,
  NotStartedClock,
  UnansweredClock,
} from '../domain/sla/clocks/reading.js';
import { clockExplanation } from '../domain/texts/deadlines/clock-text.js';
import { stateOf } from './case-from-events.js';
import { toldOf } from './told-of.js';
import type { AsOf, AsOfInstants } from './case-view.js';

/** How a clock was counted, in words, a sentence a step. */
export interface ExplainedClock {
  /** Enough for an inspector to count it again by hand. */
  readonly explanation: readonly string[];
}

/** A clock of a complaint as it is shown: `state` tells which of the readings it is. */
export type ClockView =
  (NotStartedClock & ExplainedClock) | (ClockStanding & ExplainedClock) | (UnansweredClock & ExplainedClock);

/** The clocks of a complaint at an instant. */
export interface ClocksFull {
  /** Tells the two views apart. */
  readonly view: 'full';
  /** The number the user was given. */
  readonly folio: string;
  /** The instant of the answer. */
  readonly at: Instant;
  /** By clock, cycle and run. */
  readonly clocks: readonly ClockView[];
  /** `id@version` of policies that the complaint names and that are not known here: their clocks are not told. */
  readonly missing: readonly string[];
}

/** What anybody is told of the clocks of a folio: nothing (I-20). */
export interface ClocksBrief {
  /** Tells the two views apart: this one is all that an actor may see who is not verified, or no party. */
  readonly view: 'brief';
  /** The number the user was given. */
  readonly folio: string;
}

/** The clocks of a complaint as they are shown: `view` says how much of them. */
export type ClocksView = ClocksFull | ClocksBrief;

/** As of when clocks are asked for, and in which language they are explained. */
export interface ClocksOptions extends AsOf {
  /** Default: the language that the provider serves its users in. */
  readonly language?: Language;
}

interface ClockParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly namespace: string;
  readonly index: FolioIndex;
  readonly versions: PublishedVersions;
}

/** The clocks of one complaint, from its events alone. Warnings are a signal of the house, as `SlaWarned` is. */
export const createClocks = ({ store, clock, namespace, index, versions }: ClockParts) => {
  const viewOf = (
    reading: ClockReading,
    published: Published,
    language: Language,
    isForHouse: boolean,
  ): ClockView => {
    if (reading.state === 'not-started')
      return { ...reading, explanation: clockExplanation(reading, undefined, language) };
    const calendar = reading.calendar === null ? undefined : published.calendarOf(reading.calendar);
    const explanation = clockExplanation(reading, calendar, language);
    if (reading.state === 'unanswered') return { ...reading, explanation };
    const { question: _question, term: _term, ...told } = reading;
    return { ...told, warnings: isForHouse ? told.warnings : [], explanation };
  };

  return async (
    folio: string,
    viewer: By,
    asOf: AsOfInstants,
    language: Language,
  ): Promise<ClocksView | undefined> => {
    const found = await index.find(folio);
    if (!found.ok) return undefined;
    const stream = streamName(namespace, 'complaint', found.complaint);
    const all = await store.read(stream);
    const today = stateOf(all);
    const isNow = asOf.at === undefined && asOf.knownAt === undefined;
    const events = isNow ? all : await store.read(stream, asOf);
    // It had not been received then, or was not known: `show` tells of no such case either.
    if (!isNow && stateOf(events).filing === null) return undefined;
    const audience = audienceOf(viewer, today);
    if (audience === 'nobody') return { view: 'brief', folio: found.folio };
    const at = asOf.at ?? asOf.knownAt ?? clock();
    const asked = clockEvents(events.filter(toldOf(viewer, today)));
    const published = await versions.load(namedIn(asked));
    const { clocks, missing } = readClocks(asked, published, at);
    const isForHouse = audience !== 'party' && audience !== 'authority';
    const views = clocks.map((reading) => viewOf(reading, published, language, isForHouse));
    return { view: 'full', folio: found.folio, at, clocks: views, missing };
  };
};
