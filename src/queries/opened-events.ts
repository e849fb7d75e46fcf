import type { By } from '../application/commands/actors.js';
import type {
  ComplaintEvent,
  ComplaintEvents,
  ComplaintEventType,
  PersonalField,
} from '../domain/complaint/events.js';
import { isComplaintEvent } from '../domain/complaint/evolve.js';
import type { Opened } from '../domain/texts/letters/setting.js';
import type { Parties } from './case-file.js';
import type { StoredEvent } from '../application/ports/event-store.js';
import type { Codec } from '../application/schema/codec.js';
import { mayOpen } from './viewer.js';

/** An event of a complaint with what this viewer may read of it. */
export type OpenedEvent<T extends ComplaintEventType = ComplaintEventType> = {
  [K in T]: ComplaintEvent<K> & {
    readonly revision: number;
    readonly occurredAt: StoredEvent['occurredAt'];
    /** A personal value: `undefined` where none was given, `null` where it cannot be read any more or by this viewer. */
    readonly said: (field: PersonalField<K>) => Opened | undefined;
    /** What was said in free words, as its history tells it; `undefined` and `null` as above. */
    readonly words: Opened | undefined;
  };
}[T];

/** In which field the free words of an event are, where its history tells them. */
const wordsIn: { readonly [T in ComplaintEventType]?: PersonalField<T> } = {
  NotAccepted: 'explanation',
  Reclassified: 'explanation',
  InformationRequested: 'question',
  InformationReceived: 'answer',
  PutOnHold: 'explanation',
  NoteAdded: 'note',
  EvidenceAttached: 'caption',
  VisitCompleted: 'report',
  VisitFailed: 'report',
  CauseVerified: 'explanation',
  Repaired: 'explanation',
  RepairReported: 'explanation',
  RestorationDisputed: 'explanation',
  Ruled: 'reasons',
  AnswerProvided: 'answer',
  Escalated: 'explanation',
  Withdrawn: 'explanation',
  Reopened: 'explanation',
  RulingCorrected: 'reasons',
  CauseCorrected: 'explanation',
  RestorationCorrected: 'explanation',
  CompensationCorrected: 'explanation',
  CancellationCorrected: 'explanation',
  TechnicianCorrected: 'explanation',
  DuplicateCorrected: 'explanation',
};

export const openEvents = async (
  events: readonly StoredEvent[],
  viewer: By,
  parties: Parties,
  codec: Codec,
): Promise<readonly OpenedEvent[]> => {
  const opened: OpenedEvent[] = [];
  for (const event of events) {
    if (!isComplaintEvent(event)) continue;
    const all = event.sealed === undefined ? {} : await codec.open(event);
    const fields = Object.fromEntries(
      Object.entries(all).flatMap(([person, values]) =>
        mayOpen(viewer, parties, person) ? Object.entries(values) : [],
      ),
    );
    const unreadable = Object.keys(event.sealed ?? {}).some(
      (person) => all[person] === undefined || !mayOpen(viewer, parties, person),
    );
    const said = (field: string): Opened | undefined => {
      const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (typeof value === 'string') return value;
      return unreadable ? null : undefined;
    };
    const spoken = wordsIn[event.type];
    opened.push({
      ...event,
      said,
      words: spoken === undefined && !unreadable ? undefined : said(spoken ?? ''),
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

/** What was recorded, or the correction that takes its place. */
export const standing = <A extends { readonly revision: number }, B extends { readonly revision: number }>(
  recorded: A | undefined,
  corrected: B | undefined,
): A | B | undefined =>
  corrected !== undefined && corrected.revision > (recorded?.revision ?? -1) ? corrected : recorded;
