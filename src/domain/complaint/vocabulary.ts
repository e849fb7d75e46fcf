/** The kinds of request a user may bring (O-01..O-07). The user's word decides; staff may reclassify. */
export const kinds = [
  'fault',
  'complaint',
  'clarification',
  'inquiry',
  'suggestion',
  'cancellation',
  'procedure',
] as const;
export type Kind = (typeof kinds)[number];

/** What the request is about (O-01: service and equipment; the rest is what operators meet besides). */
export const subjects = ['service', 'equipment', 'billing', 'contract', 'attention', 'other'] as const;
export type Subject = (typeof subjects)[number];

/** `failure`: nothing works. `deficiency`: partial, slow or intermittent (O-01). */
export const defects = ['failure', 'deficiency'] as const;
export type Defect = (typeof defects)[number];

/** The ways in which a request reaches the provider, and an answer the user (O-09..O-13). None is ever refused. */
export const channels = [
  'phone',
  'email',
  'web',
  'in-person',
  'messaging',
  'post',
  'authority',
  'other',
] as const;
export type Channel = (typeof channels)[number];

/** Who acts. The role matrix (`role-matrix.ts`) says who may do what. */
export const roles = [
  'user',
  'customer-service',
  'technical-lead',
  'competent-area',
  'ruling-officer',
  'billing',
  'legal',
  'privacy-officer',
  'authority',
  'auditor',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** How grave a request is, the lightest first. */
export const severities = ['low', 'normal', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Why a request is routed to an area (O-32, *aclaración, conciliación, reparaciones*). */
export const routingPurposes = ['clarification', 'conciliation', 'repair'] as const;
export type RoutingPurpose = (typeof routingPurposes)[number];

/** To whom a verified cause is attributed; decides compensation (I-16). */
export const attributions = ['provider', 'user', 'third-party', 'force-majeure', 'none'] as const;
export type Attribution = (typeof attributions)[number];

/** *Procedente* / *improcedente* (O-25). */
export const rulings = ['upheld', 'dismissed'] as const;
export type RulingOutcome = (typeof rulings)[number];

/** What the final notice says of the service (O-26). `impossible` needs a reason and an offer (I-09). */
export const restorations = ['confirmed', 'impossible', 'not-needed', 'not-applicable'] as const;
export type Restoration = (typeof restorations)[number];

/** Level of escalation: 0 front line, 1 supervisor, 2 competent area, 3 management, 4 external authority. */
export const escalationLevels = [0, 1, 2, 3, 4] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

/** Why a complaint goes up. `deadlock`: the user does not accept the ruling. `repeat`: the same fault came back. */
export const escalationTriggers = [
  'user',
  'deadlock',
  'time',
  'authority',
  'repeat',
  'vulnerable-user',
] as const;
export type EscalationTrigger = (typeof escalationTriggers)[number];

/** How a complaint ended. `open` is none of the ends; the rest but `closed` are ends of their own (I-12). */
export const endings = ['open', 'closed', 'withdrawn', 'lapsed', 'duplicate', 'not-accepted'] as const;
export type Ending = (typeof endings)[number];

/** Why a visit failed. Only `user-absent` and `no-access` are the user's and pause the repair clock (I-15). */
export const visitFailures = ['user-absent', 'no-access', 'provider-missed', 'weather', 'safety'] as const;
export type VisitFailure = (typeof visitFailures)[number];

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** The public status in the words of TMF621. */
export const statuses = [
  'acknowledged',
  'inProgress',
  'pending',
  'held',
  'resolved',
  'closed',
  'cancelled',
  'rejected',
] as const;
export type Status = (typeof statuses)[number];
