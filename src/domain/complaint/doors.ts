import type { Decider } from '../kernel/decider.js';
import { atDoor, deciderAtDoor } from '../kernel/door.js';
import type { ComplaintCommands } from './commands.js';
import type { ComplaintContext } from './context.js';
import type { ComplaintEvent, ComplaintEvents } from './events.js';
import { mayGive as mayGiveInside } from './decide.js';
import { dutiesOf as dutiesOfInside } from './duties.js';
import { evolve as evolveInside, fold as foldInside } from './evolve.js';
import { pausesOf as pausesOfInside } from './pauses.js';
import { rejectionText as rejectionTextInside, type RejectionCode } from './rejections.js';
import { isFiled as isFiledInside, type ComplaintState } from './state.js';
import { publicStatus as publicStatusInside } from './status.js';
import { trackOf as trackOfInside } from './tracks.js';
import { complaint as complaintInside } from './decider.js';

/**
 * Who has what to do. An open complaint is always some side's work; one that has ended still is where something was
 * granted and not credited, where an authority looks into it, and where its ending is contested.
 */
export const dutiesOf = atDoor('dutiesOf', dutiesOfInside, { known: ['facets'] });

/** How an event changes all we know of a complaint. Total, so that a state as of any date can be folded. */
export const evolve = atDoor('evolve', evolveInside, {
  state: 'state',
  event: ['type', 'data'],
  recorded: ['revision', 'occurredAt', 'actor', 'role'],
});

/** The state after a run of events, as `evolve` folds them. */
export const fold = atDoor('fold', foldInside, { events: 'list', from: 'object' });

/** True once it is filed and has its folio; with less than that nothing can be decided about it. */
export const isFiled = atDoor('isFiled', isFiledInside, {
  state: { read: ['filing', 'folio', 'about', 'facets'] },
});

/**
 * Why the caller may not give a command, or `null`: by their role, then by how they stand to the complaint. It is asked
 * before anything else is looked at, what became of an earlier command with the same id included.
 */
export const mayGive = atDoor('mayGive', mayGiveInside, {
  command: ['type', 'data'],
  complaint: 'object',
  context: ['role'],
});

/**
 * The pauses of a complaint, in the order in which they began to be known, from its events in the order of their
 * revisions. Total: a subset of the events gives the pauses that these tell of.
 */
export const pausesOf = atDoor('pausesOf', pausesOfInside, { events: 'list' });

/** The public status in TMF621's words: the first that applies (domain.md 6.2). */
export const publicStatus = atDoor('publicStatus', publicStatusInside, { facets: { read: ['ending'] } });

/** What a refusal says, in both languages, with its details filled in. */
export const rejectionText = atDoor('rejectionText', rejectionTextInside, {
  rejection: ['code', 'details'],
});

/**
 * The track of a request, from what the user brought. A complaint about service or equipment is technical, whether or
 * not it says how much fails (O-01).
 */
export const trackOf = atDoor('trackOf', trackOfInside, { kind: 'text', subject: 'text' });

/** The complaint: the one aggregate that everything here is about. */
export const complaint: Decider<
  ComplaintCommands,
  ComplaintEvents,
  ComplaintState,
  ComplaintContext,
  RejectionCode,
  ComplaintEvent
> = deciderAtDoor(complaintInside, ['role', 'occurredAt', 'now', 'terms']);
