import type { ComplaintEvents, ComplaintEventType, PersonalField } from '../events.js';
import type { Fact } from '../evolve.js';

/**
 * What a personal value is to those who may read it: the name of a party; how a person is reached; where they live;
 * words said by or to the user; words that are the user's where a user said them, and the house's where staff did; and
 * words for the house.
 */
export type Words = 'name' | 'contact' | 'address' | 'user' | 'speaker' | 'house';

/** Who is told of an event, and of what in it. */
interface Disclosure<T extends ComplaintEventType> {
  /** The parties are told of it, or the house alone. */
  readonly to: 'parties' | 'house';
  /** What each personal value of it is. */
  readonly words: Readonly<Record<PersonalField<T>, Words>>;
  /** Fields of its data that the house alone is told, because the event that changes them is hidden. */
  readonly houseFields?: readonly (keyof ComplaintEvents[T])[];
}

const told = { to: 'parties', words: {} } as const;
const explainedToTheHouse = { to: 'parties', words: { explanation: 'house' } } as const;
const ofTheHouse = { to: 'house', words: {} } as const;

/**
 * Of every event whether a party is told of it, and of every personal value whose words they are. Free text of staff is
 * for the house unless it is said in a field for the user (`forUser`). An event or a field without its line does not
 * compile.
 */
const disclosures: { readonly [T in ComplaintEventType]: Disclosure<T> } = {
  Filed: {
    to: 'parties',
    words: {
      'subscriber.name': 'name',
      'subscriber.phone': 'contact',
      'subscriber.email': 'contact',
      'reporter.name': 'name',
      'reporter.phone': 'contact',
      'reporter.email': 'contact',
      description: 'user',
      remedySought: 'user',
    },
    houseFields: ['severity', 'relationships'],
  },
  FolioAssigned: told,
  FolioCommunicated: told,
  AcknowledgementSent: told,
  NotAccepted: { to: 'parties', words: { explanation: 'user' } },
  CertificateIssued: told,
  Classified: ofTheHouse,
  Reclassified: { to: 'parties', words: { explanation: 'house' } },
  RoutedToArea: told,
  ReroutedToArea: told,
  LinkedTo: ofTheHouse,
  MassOutageLinked: told,
  TechnicianAssigned: { to: 'parties', words: {}, houseFields: ['owner'] },
  CaseReassigned: ofTheHouse,
  CaseTaken: ofTheHouse,
  CaseGivenBack: ofTheHouse,
  ContactMade: told,
  InformationRequested: { to: 'parties', words: { question: 'user' } },
  InformationReceived: { to: 'parties', words: { answer: 'user' } },
  StatementReceived: { to: 'parties', words: { statement: 'user' } },
  PutOnHold: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
  Resumed: told,
  NoteAdded: { to: 'parties', words: { note: 'user' } },
  EvidenceAttached: { to: 'parties', words: { caption: 'speaker', forUser: 'user' } },
  WorkOrderOpened: told,
  VisitRequested: told,
  VisitScheduled: { to: 'parties', words: { address: 'address' } },
  VisitNotified: told,
  VisitRescheduled: told,
  VisitCompleted: { to: 'parties', words: { report: 'house' } },
  VisitFailed: { to: 'parties', words: { report: 'house' } },
  VisitCancelled: told,
  CauseVerified: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
  Repaired: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
  RepairReported: { to: 'parties', words: { explanation: 'house' } },
  RestorationConfirmationRequested: told,
  RestorationConfirmed: told,
  RestorationDisputed: { to: 'parties', words: { explanation: 'user' } },
  Ruled: { to: 'parties', words: { reasons: 'user' } },
  ConciliationRecorded: { to: 'parties', words: { agreement: 'user' } },
  CompensationAssessed: told,
  CompensationGranted: told,
  NothingDue: explainedToTheHouse,
  CompensationCredited: told,
  UserNotified: { to: 'parties', words: { reason: 'user' } },
  NotificationDelivered: told,
  NotificationFailed: told,
  AnswerProvided: { to: 'parties', words: { answer: 'user' } },
  CancellationExecuted: told,
  SatisfactionRated: { to: 'parties', words: { comment: 'user' } },
  SuspensionCured: told,
  Reconnected: told,
  Escalated: { to: 'parties', words: { explanation: 'speaker', forUser: 'user' } },
  AuthorityProceedingOpened: told,
  AuthorityRequirementReceived: { to: 'parties', words: { requirement: 'house' } },
  AuthorityRequirementAnswered: { to: 'parties', words: { answer: 'house' } },
  AuthorityHearingSet: told,
  AuthorityHearingHeld: told,
  AuthorityResolved: { to: 'parties', words: { agreement: 'user' } },
  LegalHoldPlaced: ofTheHouse,
  LegalHoldLifted: ofTheHouse,
  ArcoRequested: { to: 'parties', words: { request: 'user' } },
  SlaWarned: ofTheHouse,
  SlaBreached: told,
  ClocksRecomputed: told,
  RulingCorrected: { to: 'parties', words: { reasons: 'user', explanation: 'house' } },
  CauseCorrected: explainedToTheHouse,
  RestorationCorrected: explainedToTheHouse,
  CompensationCorrected: explainedToTheHouse,
  CancellationCorrected: explainedToTheHouse,
  TechnicianCorrected: explainedToTheHouse,
  DuplicateCorrected: explainedToTheHouse,
  Withdrawn: { to: 'parties', words: { explanation: 'user' } },
  Lapsed: told,
  MarkedDuplicate: told,
  Closed: told,
  Reopened: { to: 'parties', words: { explanation: 'speaker' } },
};

/** True for what a party is told of their own request: everything but the house's own notes and signals. */
export const isForParties = (event: Fact<ComplaintEventType>): boolean =>
  event.type === 'NoteAdded' ? event.data.visibility === 'user' : disclosures[event.type].to === 'parties';

/** The names of the fields of an event's data that the house alone is told. */
export const houseFieldsOf = (type: ComplaintEventType): readonly string[] =>
  disclosures[type].houseFields ?? [];

const wordsOf = (type: ComplaintEventType): Readonly<Record<string, Words>> => disclosures[type].words;

/**
 * What a personal value of an event is, by who said it. Whatever is said in an event that a party is not told of is the
 * house's, and so is a field that is not known.
 */
export const wordsIn = (
  event: Fact<ComplaintEventType>,
  field: string,
  role: string,
): Exclude<Words, 'speaker'> => {
  if (!isForParties(event)) return 'house';
  const all = wordsOf(event.type);
  const words = Object.hasOwn(all, field) ? all[field] : undefined;
  if (words === 'speaker') return role === 'user' ? 'user' : 'house';
  return words ?? 'house';
};

/** True where an event has a field of its own for what the user is told. */
export const hasWordsForUser = (type: ComplaintEventType): boolean => Object.hasOwn(wordsOf(type), 'forUser');
