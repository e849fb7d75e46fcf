import { grantReasons, type GrantPart, type GrantReason } from './messages.js';

/** Which part of what is granted a ground belongs to. */
export const partOf = (reason: GrantReason): GrantPart =>
  reason === 'undue-charge' || reason === 'goodwill' ? reason : 'compensation';

/** Grants that no statement shows yet, by their ground. */
export type Uncredited = Readonly<Record<GrantReason, number>>;

export const nothingUncredited: Uncredited = {
  'attributable-to-provider': 0,
  'force-majeure': 0,
  'undue-charge': 0,
  goodwill: 0,
};

interface Known {
  readonly uncredited: Uncredited;
}

/** The grounds of the grants that no statement shows yet, in the order in which statements show them. */
export const toCredit = ({ uncredited }: Known): readonly GrantReason[] =>
  grantReasons.filter((reason) => uncredited[reason] > 0);

/** One more grant is to be credited. */
export const oneMore = ({ uncredited }: Known, reason: GrantReason): Uncredited => ({
  ...uncredited,
  [reason]: uncredited[reason] + 1,
});

/** One of them was credited. */
export const oneLess = ({ uncredited }: Known, reason: GrantReason): Uncredited => ({
  ...uncredited,
  [reason]: Math.max(0, uncredited[reason] - 1),
});

/** Whether a grant of a part is still to be credited. */
export const isToCredit = (known: Known, part: GrantPart): boolean =>
  toCredit(known).some((reason) => partOf(reason) === part);
