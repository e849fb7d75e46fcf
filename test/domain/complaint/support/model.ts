import type { ComplaintCommand, Kind, Status } from '../../../../src/domain/index.js';
import * as ask from '../../../../src/testing/builders-commands.js';
import { asRulingOfficer, asTechnicalLead, type By, people } from '../../../../src/testing/index.js';

/**
 * The procedure once more, in the fewest words: what a person would keep on a card. It knows nothing of events, facets
 * or tracks, so that the two can be compared. Compensation and visits have tests of their own.
 */
export interface Card {
  readonly way: 'fault' | 'technical complaint' | 'area' | 'answer' | 'procedure' | 'cancellation';
  readonly started: boolean;
  readonly toldFolio: boolean;
  readonly area: boolean;
  readonly technician: boolean;
  readonly found: 'nothing yet' | 'a fault' | 'no fault';
  /** Counts verifications, so that a ruling can be seen to rest on an older one. */
  readonly verifications: number;
  readonly mended: 'no' | 'yes' | 'cannot be';
  readonly works: 'unknown' | 'asked' | 'yes' | 'no';
  readonly reported: boolean;
  readonly ruling: { readonly on: number; readonly stands: boolean } | null;
  /** Who ruled in this cycle. */
  readonly ruledBy: readonly string[];
  /** Whose ruling the user does not accept: none of them rules on the appeal. */
  readonly appealedFrom: readonly string[];
  readonly word: 'none' | 'sent' | 'lost';
  /** The user contests an answer: another one is due. */
  readonly contested: boolean;
  readonly questions: number;
  readonly onHold: boolean;
  readonly authority: 'none' | 'open' | 'over';
  readonly level: number;
  readonly end: 'open' | 'closed' | 'withdrawn' | 'lapsed' | 'duplicate' | 'refused';
}

const ways: Readonly<Record<Kind, Card['way']>> = {
  fault: 'fault',
  complaint: 'area',
  clarification: 'area',
  inquiry: 'answer',
  suggestion: 'answer',
  cancellation: 'cancellation',
  procedure: 'procedure',
};

export const newCard = (way: Card['way']): Card => ({
  way,
  started: false,
  toldFolio: false,
  area: false,
  technician: false,
  found: 'nothing yet',
  verifications: 0,
  mended: 'no',
  works: 'unknown',
  reported: false,
  ruling: null,
  ruledBy: [],
  appealedFrom: [],
  word: 'none',
  contested: false,
  questions: 0,
  onHold: false,
  authority: 'none',
  level: 0,
  end: 'open',
});

export const wayOf = (kind: Kind): Card['way'] => ways[kind];

export const statusOf = (card: Card): Status => {
  if (card.end === 'refused') return 'rejected';
  if (card.end === 'closed') return 'closed';
  if (card.end !== 'open') return 'cancelled';
  if (card.questions > 0) return 'pending';
  if (card.onHold || card.authority === 'open') return 'held';
  if (card.word !== 'none') return 'resolved';
  return card.started ? 'inProgress' : 'acknowledged';
};

/** Something that may be asked: whether it is in order, and what it does to the card. */
export interface Move {
  readonly command: ComplaintCommand;
  readonly by: By;
  readonly inOrder: (card: Card) => boolean;
  readonly then: (card: Card) => Partial<Card>;
  /** Said of a complaint before anybody works on it, and of one that has ended. */
  readonly aside?: true;
  readonly evenAfterTheEnd?: true;
}

const technical = ({ way }: Card) => way === 'fault' || way === 'technical complaint';
const ruledOn = (card: Card) => technical(card) || card.way === 'area';
const rulingStands = ({ ruling }: Card) => ruling?.stands === true;
const silent = ({ word }: Card) => word === 'none';
const unheard = ({ word }: Card) => word !== 'sent';
const always = () => true;
const nothing = () => ({});

const mayVerify = (card: Card): boolean => !rulingStands(card) && (silent(card) || card.ruling !== null);

const verified = (found: Card['found']) => (card: Card) => ({
  found,
  verifications: card.verifications + 1,
  reported: false,
});

const tellable = (card: Card): boolean => {
  if (!ruledOn(card) || !unheard(card) || card.ruling?.on !== card.verifications) return false;
  if (card.way === 'area') return true;
  if (!card.reported) return false;
  return card.found === 'no fault' || (card.mended === 'yes' && card.works === 'yes');
};

/** Of what has no ruling, the answer may be contested. */
const contestable = (card: Card): boolean => !ruledOn(card) && card.word !== 'none' && card.end === 'open';

const afresh = {
  found: 'nothing yet',
  mended: 'no',
  works: 'unknown',
  reported: false,
  ruling: null,
  ruledBy: [],
  word: 'none',
  contested: false,
  questions: 0,
  onHold: false,
  level: 0,
  end: 'open',
} as const;

const cs = people.customerService;
const lead = asTechnicalLead('rt-1');
const area = people.competentArea;
const user = people.user;
const fault = ask.verifyCause();
const noFault = ask.verifyCause({ causes: ['none'], faultFound: false, attribution: 'none' });

/** Verifying the same again is no fact; a card does not keep what was said, so it is asked but once in a row. */
const otherThanBefore = (found: Card['found'], card: Card) => card.found !== found;

export const moves: readonly Move[] = [
  {
    command: ask.communicateFolio(),
    by: cs,
    inOrder: (card) => !card.toldFolio,
    then: () => ({ toldFolio: true }),
    aside: true,
    evenAfterTheEnd: true,
  },
  { command: ask.routeToArea(), by: cs, inOrder: (card) => !card.area, then: () => ({ area: true }) },
  {
    command: ask.assignTechnician({ technician: 'rt-1' }),
    by: cs,
    inOrder: (card) => (technical(card) || card.way === 'procedure') && !card.technician,
    then: () => ({ technician: true }),
  },
  {
    command: fault,
    by: lead,
    inOrder: (card) =>
      technical(card) && card.technician && mayVerify(card) && otherThanBefore('a fault', card),
    then: verified('a fault'),
  },
  {
    command: noFault,
    by: lead,
    inOrder: (card) =>
      technical(card) &&
      card.technician &&
      mayVerify(card) &&
      card.mended !== 'yes' &&
      otherThanBefore('no fault', card),
    then: verified('no fault'),
  },
  {
    command: fault,
    by: area,
    inOrder: (card) =>
      card.way === 'area' && card.area && mayVerify(card) && otherThanBefore('a fault', card),
    then: verified('a fault'),
  },
  {
    command: ask.repair(),
    by: lead,
    inOrder: (card) =>
      technical(card) &&
      silent(card) &&
      card.found === 'a fault' &&
      (card.mended !== 'yes' || card.works === 'no'),
    then: () => ({ mended: 'yes', works: 'unknown', reported: false }),
  },
  {
    command: ask.reportRepair(),
    by: lead,
    inOrder: (card) =>
      technical(card) &&
      silent(card) &&
      card.found !== 'nothing yet' &&
      card.mended === 'yes' &&
      card.works !== 'no' &&
      !card.reported,
    then: () => ({ reported: true }),
  },
  {
    command: ask.reportRepair({ outcome: 'no-repair-needed' }),
    by: lead,
    inOrder: (card) =>
      silent(card) &&
      !card.reported &&
      ((technical(card) && card.found === 'no fault') || (card.way === 'procedure' && card.technician)),
    then: () => ({ reported: true }),
  },
  {
    command: ask.reportRepair({ outcome: 'repair-impossible' }),
    by: lead,
    inOrder: (card) =>
      technical(card) &&
      silent(card) &&
      card.found === 'a fault' &&
      (card.mended !== 'yes' || card.works === 'no') &&
      (!card.reported || (card.mended === 'yes' && card.works === 'no')),
    then: () => ({ reported: true, mended: 'cannot be' }),
  },
  {
    command: ask.requestRestorationConfirmation(),
    by: cs,
    inOrder: (card) => card.mended === 'yes' && card.works !== 'yes' && card.works !== 'asked',
    then: () => ({ works: 'asked' }),
  },
  {
    command: ask.confirmRestoration(),
    by: user,
    inOrder: (card) => card.mended === 'yes' && card.works !== 'yes',
    then: () => ({ works: 'yes' }),
  },
  {
    command: ask.disputeRestoration(),
    by: user,
    inOrder: (card) => card.mended === 'yes' && card.works !== 'no' && silent(card),
    then: () => ({ works: 'no' }),
  },
  ...[area, asRulingOfficer('ro-2')].map((by): Move => ({
    command: ask.rule({ outcome: 'dismissed' }),
    by,
    inOrder: (card) =>
      ruledOn(card) &&
      (card.way === 'fault' || card.area) &&
      card.found !== 'nothing yet' &&
      !rulingStands(card) &&
      !card.appealedFrom.includes(by.actor),
    then: (card) => ({
      ruling: { on: card.verifications, stands: true },
      ruledBy: [...card.ruledBy, by.actor],
      word: 'none',
    }),
  })),
  { command: ask.notifyUser(), by: cs, inOrder: tellable, then: () => ({ word: 'sent', questions: 0 }) },
  {
    command: ask.notifyUser({ restorationImpossible: { reason: 'No hay red.', offer: 'cancellation' } }),
    by: cs,
    inOrder: (card) =>
      technical(card) &&
      unheard(card) &&
      card.reported &&
      card.ruling?.on === card.verifications &&
      card.found === 'a fault' &&
      card.mended === 'cannot be',
    then: () => ({ word: 'sent', questions: 0 }),
  },
  {
    command: ask.provideAnswer(),
    by: cs,
    inOrder: (card) =>
      card.contested || ((card.way === 'answer' || card.way === 'procedure') && unheard(card)),
    then: () => ({ word: 'sent', questions: 0, contested: false }),
  },
  {
    command: ask.executeCancellation(),
    by: cs,
    inOrder: (card) => card.way === 'cancellation' && unheard(card),
    then: () => ({ word: 'sent', questions: 0 }),
  },
  {
    command: ask.requestInformation(),
    by: cs,
    inOrder: always,
    then: ({ questions }) => ({ questions: questions + 1 }),
  },
  {
    command: ask.receiveInformation(),
    by: user,
    inOrder: ({ questions }) => questions > 0,
    then: () => ({ questions: 0 }),
  },
  { command: ask.putOnHold(), by: cs, inOrder: ({ onHold }) => !onHold, then: () => ({ onHold: true }) },
  { command: ask.resume(), by: cs, inOrder: ({ onHold }) => onHold, then: () => ({ onHold: false }) },
  { command: ask.addNote(), by: cs, inOrder: always, then: nothing, aside: true, evenAfterTheEnd: true },
  {
    command: ask.issueCertificate(),
    by: cs,
    inOrder: always,
    then: nothing,
    aside: true,
    evenAfterTheEnd: true,
  },
  ...([1, 2, 3] as const).map((level): Move => ({
    command: ask.escalate({ level }),
    by: user,
    inOrder: (card) => card.level < level,
    then: ({ ruling, ruledBy, appealedFrom, ...card }) => ({
      level,
      contested: card.contested || (contestable({ ...card, ruling, ruledBy, appealedFrom }) && level < 4),
      ruling: ruling === null ? null : { ...ruling, stands: false },
      appealedFrom: ruling === null ? appealedFrom : [...appealedFrom, ...ruledBy],
    }),
    evenAfterTheEnd: true,
  })),
  {
    command: ask.openAuthorityProceeding(),
    by: people.legal,
    inOrder: ({ authority }) => authority === 'none',
    then: () => ({ authority: 'open' }),
    evenAfterTheEnd: true,
  },
  {
    command: ask.resolveAuthorityProceeding({ outcome: 'for-provider' }),
    by: people.authority,
    inOrder: ({ authority }) => authority === 'open',
    then: () => ({ authority: 'over' }),
    evenAfterTheEnd: true,
  },
  {
    command: ask.close(),
    by: people.system,
    inOrder: ({ toldFolio, word, authority }) => toldFolio && word === 'sent' && authority !== 'open',
    then: () => ({ end: 'closed' }),
  },
  {
    command: ask.withdraw(),
    by: user,
    inOrder: ({ authority }) => authority !== 'open',
    then: () => ({ end: 'withdrawn' }),
  },
  {
    command: ask.lapse(),
    by: people.system,
    inOrder: ({ questions, works, authority }) =>
      (questions > 0 || works === 'asked') && authority !== 'open',
    then: () => ({ end: 'lapsed' }),
  },
  {
    command: ask.markDuplicate(),
    by: cs,
    inOrder: ({ authority }) => authority !== 'open',
    then: () => ({ end: 'duplicate' }),
  },
  {
    command: ask.refuse(),
    by: cs,
    inOrder: (card) => silent(card) && !rulingStands(card) && card.authority !== 'open',
    then: () => ({ end: 'refused' }),
  },
  {
    command: ask.reopen(),
    by: user,
    inOrder: ({ end, word, ruling }) =>
      end === 'open' ? word !== 'none' || ruling !== null : end !== 'duplicate' && end !== 'refused',
    then: () => afresh,
    evenAfterTheEnd: true,
  },
  {
    command: ask.reopen({ reason: 'closed-by-mistake' }),
    by: cs,
    inOrder: ({ end, word, ruling }) => end !== 'open' || word !== 'none' || ruling !== null,
    then: () => afresh,
    evenAfterTheEnd: true,
  },
];

/** What a card says of a move: refused (`undefined`), or the card after it. */
export const played = (card: Card, { inOrder, then, aside, evenAfterTheEnd }: Move): Card | undefined => {
  if (card.end !== 'open' && evenAfterTheEnd !== true) return undefined;
  return inOrder(card) ? { ...card, started: card.started || aside !== true, ...then(card) } : undefined;
};
