import type { Facets } from '../facets.js';
import type { ComplaintState } from '../state.js';
import type { GrantPart } from './messages.js';

/** What becomes of a part once something of it is granted; goodwill stands beside what is due. */
export const oncePartGranted = {
  compensation: { compensation: 'granted' },
  'undue-charge': { charge: 'refunded' },
  goodwill: {},
} as const satisfies Record<GrantPart, Partial<Facets>>;

/** What was granted in a cycle no longer has to be the least that was worked out: that rested on another cause or time. */
export const withoutLeast = ({ grants }: Pick<ComplaintState, 'grants'>): Pick<ComplaintState, 'grants'> => {
  const { compensation, ...others } = grants;
  if (compensation === undefined) return { grants };
  const { least: _rested, ...grant } = compensation;
  return { grants: { ...others, compensation: grant } };
};
