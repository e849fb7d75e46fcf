import type { Relation } from './relations.js';

/**
 * The relation that a command asks of those whose relation decides; `null` where a technical lead or an area's clerk has
 * no such command.
 */
export interface Asked {
  /** Of a technical lead: one of these. */
  readonly 'technical-lead': readonly Relation[] | null;
  /** Of an area's clerk: one of these. */
  readonly 'competent-area': readonly Relation[] | null;
  /** Of an authority: one of these. */
  readonly authority: readonly Relation[];
}

export const asks = (lead: Asked['technical-lead'], area: Asked['competent-area'] = null): Asked => ({
  'technical-lead': lead,
  'competent-area': area,
  authority: ['has-proceeding'],
});

export const others = asks(null);
/** An authority may take up what is not before it yet; the decision looks at whose matter it becomes. */
export const othersAndAnyAuthority: Asked = { ...others, authority: ['anybody'] };
export const inCharge = ['in-charge'] as const;
export const atWork = ['in-charge', 'visitor'] as const;
/** What was seen on a visit may be added once it is over. */
export const atWorkOrAfter = ['in-charge', 'visitor', 'has-visited'] as const;
/** A suspended service is connected again on tracks that put no technical lead in charge, too. */
export const reconnecting = ['in-charge', 'unassigned'] as const;
export const inArea = ['of-the-area'] as const;
export const ofNoOtherArea = ['of-the-area', 'in-no-area'] as const;
