/** The queues of roles, of the supervisors that escalations reach, and of all together. */
export const namedQueues = [
  'customer-service',
  'technical-lead',
  'ruling-officer',
  'billing',
  'legal',
  'supervisor',
  'all',
] as const;
/** A queue that is no area's. */
export type NamedQueue = (typeof namedQueues)[number];

/** Whose work is asked for: a role's, the supervisors', everybody's, or that of one of the provider's areas. */
export type Queue =
  | NamedQueue
  | {
      /** Id of the area, as the profile names it. */
      readonly area: string;
    };
