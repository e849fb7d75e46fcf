import { reject, type Refused } from '../../kernel/decision.js';
import type { PersonRef } from '../../kernel/message.js';
import type { ComplaintContext } from '../context.js';
import { partyOf } from '../relations.js';
import type { SaidBy } from '../shapes.js';
import type { FiledComplaint } from '../state.js';
import type { Capacity, Representatives } from './messages.js';

/** How a person represents a party of a complaint; `undefined` where they do not. */
export const representationBy = (
  person: PersonRef,
  { representatives }: { readonly representatives: Representatives },
): Representatives[PersonRef] | undefined =>
  Object.hasOwn(representatives, person) ? representatives[person] : undefined;

/** Who says what a command records: the party whom staff name, else the user who acts. */
export const speakerOf = (
  { saidBy }: { readonly saidBy?: SaidBy },
  context: ComplaintContext,
): PersonRef | undefined => saidBy?.party ?? (context.role === 'user' ? partyOf(context) : undefined);

/** The subscriber or the reporter, who speaks for themselves, also where they represent the other one. */
export const isPartyItself = (
  person: PersonRef | undefined,
  { subscriber, reporter }: Pick<FiledComplaint, 'subscriber' | 'reporter'>,
): boolean => person !== undefined && (person === subscriber || person === reporter);

/** A mandate includes no withdrawal unless it says so (Código Civil Federal, 2587). */
export const withoutPowerToWithdraw = (
  said: { readonly saidBy?: SaidBy },
  complaint: FiledComplaint,
  context: ComplaintContext,
): Refused<'no-power-to-withdraw'> | null => {
  const speaker = speakerOf(said, context);
  const representation = speaker === undefined ? undefined : representationBy(speaker, complaint);
  return representation === undefined || representation.mayWithdraw || isPartyItself(speaker, complaint)
    ? null
    : reject('no-power-to-withdraw', { folio: complaint.folio, capacity: representation.capacity });
};

/**
 * Who may exercise the rights over another's personal data: whom the law lets do it, with proven identity and capacity.
 * An heir, an association or a relative without a power may not, though they act in the complaint.
 */
const mayAskForData: ReadonlySet<Capacity> = new Set<Capacity>(['parent-or-guardian', 'attorney-in-fact']);

/** Why a representative may not exercise the party's rights over their data, or `null`. */
export const withoutRightsOverData = (
  said: { readonly saidBy?: SaidBy },
  complaint: FiledComplaint,
  context: ComplaintContext,
): Refused<'capacity-without-data-rights'> | null => {
  const speaker = speakerOf(said, context);
  const representation = speaker === undefined ? undefined : representationBy(speaker, complaint);
  if (representation === undefined || isPartyItself(speaker, complaint)) return null;
  const { capacity, evidence = [] } = representation;
  return mayAskForData.has(capacity) && evidence.length > 0
    ? null
    : reject('capacity-without-data-rights', { folio: complaint.folio, capacity });
};
