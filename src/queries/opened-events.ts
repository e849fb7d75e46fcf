import type { By } from '../application/commands/actors.js';
import type {
  ComplaintEvent,
  ComplaintEvents,
  ComplaintEventType,
  PersonalField,
} from '../domain/complaint/events.js';
import {
  audienceOf,
  opensAny,
  reads,
  type Audience,
  type Viewed,
} from '../domain/complaint/disclosure/audience.js';
import { fieldsHiddenFrom, hasWordsForUser, wordsIn } from '../domain/complaint/disclosure/table.js';
import { isComplaintEvent } from '../domain/complaint/evolve.js';
import { partyOf } from '../domain/complaint/relations.js';
import type { Opened } from '../domain/texts/letters/setting.js';
import type { StoredEvent } from '../application/ports/event-store.js';
import type { Codec, SealedReading } from '../application/schema/codec.js';

/** An event of a complaint with what this viewer may read of it. */
export type OpenedEvent<T extends ComplaintEventType = ComplaintEventType> = {
  [K in T]: ComplaintEvent<K> & {
    readonly revision: number;
    readonly occurredAt: StoredEvent['occurredAt'];
    readonly recordedAt: StoredEvent['recordedAt'];
    /** Who gave the command, or the party whom they act for. */
    readonly party: string;
    /** A personal value: `undefined` where none was given, `null` where it was erased, withheld where this viewer may not read it, else why it cannot be read. */
    readonly said: (field: PersonalField<K>) => Opened | undefined;
    /** What was said in free words, as its history tells it; `undefined` and `null` as above. */
    readonly words: Opened | undefined;
  };
}[T];

/** In which field the words of an event are that a letter may tell; `forUser` comes before it. */
const spokenIn: { readonly [T in ComplaintEventType]?: PersonalField<T> } = {
  RepresentativeRevoked: 'explanation',
  ReportConcluded: 'found',
  PenaltyDisputed: 'statement',
  PenaltyRuled: 'reasons',
  InformationRequested: 'question',
  InformationReceived: 'answer',
  StatementReceived: 'statement',
  NoteAdded: 'note',
  EvidenceAttached: 'caption',
  RestorationDisputed: 'explanation',
  Ruled: 'reasons',
  AnswerProvided: 'answer',
  Escalated: 'explanation',
  ReopeningDeclined: 'reasons',
  Withdrawn: 'explanation',
  Reopened: 'explanation',
  RulingCorrected: 'reasons',
};

const withheld = { withheld: true } as const;

type Readings = Readonly<Record<string, SealedReading>>;

/** Why a value that no person's values have may be missing; `undefined` where all of them could be read. */
const unreadIn = (readings: Readings): Opened | undefined => {
  const kinds = new Set(Object.values(readings).map(({ kind }) => kind));
  if (kinds.has('ciphertext-invalid')) return { unreadable: 'ciphertext-invalid' };
  if (kinds.has('key-missing')) return { unreadable: 'key-missing' };
  return kinds.has('destroyed') ? null : undefined;
};

/** The values of an event that was opened for a viewer: what a letter to the user may tell. */
const sayerOf = (event: StoredEvent & ComplaintEvent, readings: Readings, audience: Audience, viewer: By) => {
  const isSealed = Object.keys(event.sealed ?? {}).length > 0;
  return (field: string): Opened | undefined => {
    const words = wordsIn(event, field, event.metadata.role);
    if (words === 'house') return undefined;
    for (const [person, reading] of Object.entries(readings)) {
      const value =
        reading.kind === 'opened' && Object.hasOwn(reading.fields, field) ? reading.fields[field] : undefined;
      if (typeof value === 'string') return reads(audience, words, person, viewer) ? value : withheld;
    }
    if (!opensAny(audience)) return isSealed ? withheld : undefined;
    return unreadIn(readings);
  };
};

/** Who reads a letter: the subscriber it is written to, and the party it is rendered for. */
const readersOf = (viewer: By, audience: Audience, { subscriber }: Viewed): readonly string[] => [
  ...(subscriber === null ? [] : [subscriber]),
  ...(audience === 'party' ? [partyOf(viewer)] : []),
];

const partyBehind = ({ metadata: { actor, party = actor } }: StoredEvent): string => party;

/** The folio that goes on stands in a letter only where all who read it are told of it. */
const withoutUntold = (event: StoredEvent & ComplaintEvent, readers: readonly string[]) => {
  if (!readers.some((reader) => fieldsHiddenFrom(event, reader).includes('of'))) return event;
  if (event.type === 'MarkedDuplicate') return { ...event, data: { ...event.data, of: '' } };
  return event.type === 'DuplicateCorrected' ? { ...event, data: { ...event.data, of: '' } } : event;
};

/**
 * The events of a complaint with what letters to the user may tell of them: the user's words and those for the user,
 * as far as this viewer reads them. Words for the house stand in no letter, for any reader.
 */
export const openEvents = async (
  events: readonly StoredEvent[],
  viewer: By,
  complaint: Viewed,
  codec: Codec,
): Promise<readonly OpenedEvent[]> => {
  const audience = audienceOf(viewer, complaint);
  const readers = readersOf(viewer, audience, complaint);
  const opened: OpenedEvent[] = [];
  for (const event of events) {
    if (!isComplaintEvent(event)) continue;
    const isOpen = opensAny(audience) && event.sealed !== undefined;
    const said = sayerOf(event, isOpen ? await codec.read(event) : {}, audience, viewer);
    const spoken = spokenIn[event.type];
    const told = withoutUntold(event, readers);
    const forUser = hasWordsForUser(event.type) ? said('forUser') : undefined;
    opened.push({
      ...told,
      party: partyBehind(event),
      said,
      words: forUser ?? (spoken === undefined ? undefined : said(spoken)),
    });
  }
  return opened;
};

/** The last event of a type, up to a revision where one is given. */
export const lastOf = <T extends ComplaintEventType>(
  events: readonly OpenedEvent[],
  type: T,
  upTo = Number.MAX_SAFE_INTEGER,
): (OpenedEvent & { readonly type: T; readonly data: ComplaintEvents[T] }) | undefined => {
  const isOne = (
    event: OpenedEvent,
  ): event is OpenedEvent & { readonly type: T; readonly data: ComplaintEvents[T] } =>
    event.type === type && event.revision <= upTo;
  return events.filter(isOne).at(-1);
};

/** The event at a revision, where it is of this type. */
export const eventAt = <T extends ComplaintEventType>(
  events: readonly OpenedEvent[],
  revision: number,
  type: T,
): (OpenedEvent & { readonly type: T; readonly data: ComplaintEvents[T] }) | undefined => {
  const found = lastOf(events, type, revision);
  return found?.revision === revision ? found : undefined;
};

/** What was recorded, or the correction that takes its place. */
export const asCorrected = <A extends { readonly revision: number }, B extends { readonly revision: number }>(
  recorded: A | undefined,
  corrected: B | undefined,
): A | B | undefined =>
  corrected !== undefined && corrected.revision > (recorded?.revision ?? -1) ? corrected : recorded;
