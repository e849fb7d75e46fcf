import { reject, type Rejection } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { ComplaintContext } from './context.js';
import type { RejectionCode } from './rejections.js';
import type { FiledComplaint } from './state.js';
import { isTechnical } from './tracks.js';
import type { Defect, Subject } from './vocabulary.js';

export type Refusal = ({ readonly ok: false } & Rejection<RejectionCode>) | null;

/** No fact lies after the clock, whichever field of a command it stands in (I-19). */
export const afterTheClock = (at: Instant | undefined, { now }: ComplaintContext): Refusal =>
  at !== undefined && at > now ? reject('occurred-in-future', { occurredAt: at, now }) : null;

/** Once the user has the final word, the work behind it stands until the complaint is reopened. */
export const afterTheFinalWord = ({ facets, folio }: FiledComplaint): Refusal =>
  facets.final === 'none' ? null : reject('final-word-sent', { folio });

/** What was ruled on stands: only an escalation or a reopening opens it again (I-08). */
export const alreadyRuled = ({ facets: { ruling, rulingAgain }, folio }: FiledComplaint): Refusal =>
  ruling !== 'none' && !rulingAgain ? reject('already-ruled', { folio, ruling }) : null;

/** Only what is technical fails or is deficient (O-01). */
export const defectElsewhere = ({
  subject,
  defect,
}: {
  readonly subject: Subject;
  readonly defect?: Defect;
}): Refusal =>
  defect !== undefined && !isTechnical(subject)
    ? reject('defect-needs-technical-subject', { subject })
    : null;

/** The first refusal of a list, or `null`. */
export const firstOf = (...refusals: readonly Refusal[]): Refusal =>
  refusals.find((refusal) => refusal !== null) ?? null;
