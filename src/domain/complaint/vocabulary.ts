/** The sorts of words that a provider's profile adds to, each word with its label (O-21, O-24, O-25). */
export const wordSorts = ['causes', 'actions', 'grounds', 'procedures'] as const;
/** A sort of words that users read by their labels: causes, actions, grounds of a ruling, names of procedures. */
export type WordSort = (typeof wordSorts)[number];

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
/** What a user's request is: fault, complaint, clarification, inquiry, suggestion, cancellation or procedure. */
export type Kind = (typeof kinds)[number];

/** What the request is about (O-01: service and equipment; the rest is what operators meet besides). */
export const subjects = ['service', 'equipment', 'billing', 'contract', 'attention', 'other'] as const;
/** What a request is about. */
export type Subject = (typeof subjects)[number];

/** `failure`: nothing works. `deficiency`: partial, slow or intermittent (O-01). */
export const defects = ['failure', 'deficiency'] as const;
/** How much of the service or equipment fails (O-01). */
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
/** A way to reach the provider or the user (O-09..O-13). */
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
/** A role that an actor has; the role matrix says which commands it may give. */
export type Role = (typeof roles)[number];

/** How grave a request is, the lightest first. */
export const severities = ['low', 'normal', 'high', 'critical'] as const;
/** How grave a request is. */
export type Severity = (typeof severities)[number];

/** Why a request is routed to an area (O-32, *aclaración, conciliación, reparaciones*). */
export const routingPurposes = ['clarification', 'conciliation', 'repair'] as const;
/** What an area is asked for (O-32). */
export type RoutingPurpose = (typeof routingPurposes)[number];

/** To whom a verified cause is attributed; decides compensation (I-16). */
export const attributions = ['provider', 'user', 'third-party', 'force-majeure', 'none'] as const;
/** To whom a verified cause is put down (I-16). */
export type Attribution = (typeof attributions)[number];

/** *Procedente* / *improcedente* (O-25). */
export const rulings = ['upheld', 'dismissed'] as const;
/** *Procedente* (`upheld`) or *improcedente* (`dismissed`) (O-25). */
export type RulingOutcome = (typeof rulings)[number];

/** What the final notice says of the service (O-26). `impossible` needs a reason and an offer (I-09); `not-ours`: the fault is in the user's own equipment. */
export const restorations = ['confirmed', 'impossible', 'not-ours', 'not-needed', 'not-applicable'] as const;
/** What the final notice says of the service (O-26). */
export type Restoration = (typeof restorations)[number];

/** Level of escalation: 0 front line, 1 supervisor, 2 competent area, 3 management, 4 external authority. */
export const escalationLevels = [0, 1, 2, 3, 4] as const;
/** How far up a complaint has gone, 0 to 4. */
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
/** Why a complaint went up. */
export type EscalationTrigger = (typeof escalationTriggers)[number];

/** How a complaint ended. `open` is none of the ends; the rest but `closed` are ends of their own (I-12). */
export const endings = ['open', 'closed', 'withdrawn', 'lapsed', 'duplicate', 'not-accepted'] as const;
/** How a complaint ended, or that it is open. */
export type Ending = (typeof endings)[number];

/** Who reports what is no subscriber's request: a person who does not say who they are, or one who only tells of it. */
export const reports = ['anonymous', 'third-party'] as const;
/** Who reports what is no subscriber's request. */
export type Report = (typeof reports)[number];

/** What of money may be owed to the user when a complaint ends (I-16). */
export const owed = ['compensation', 'undue-charge'] as const;
/** What of money is owed to the user. */
export type Owed = (typeof owed)[number];

/** How a conciliation ends (O-32). */
export const conciliationOutcomes = ['agreed', 'not-agreed', 'user-absent'] as const;
/** How a conciliation ends. */
export type ConciliationOutcome = (typeof conciliationOutcomes)[number];

/** What may be owed to the user when a complaint ends, and what the user alone may waive (I-16). */
export const waivables = [...owed, 'agreement'] as const;
/** Something owed to the user that only the user's own word waives. */
export type Waivable = (typeof waivables)[number];

/** What came of a request that its user is to be told, beside the final word (I-11). */
export const tellables = [
  'ending',
  'compensation',
  'agreement',
  'resolution',
  'penalty',
  'next-instance',
  'arco',
  'reopening',
] as const;
/** What the user is to be told beside the final word. */
export type Tellable = (typeof tellables)[number];

/** Why a visit failed. The first three are the user's, and pause the repair clock (I-15). */
export const visitFailures = [
  'user-absent',
  'no-access',
  'refused-entry',
  'provider-missed',
  'weather',
  'safety',
] as const;
/** Why a visit failed. */
export type VisitFailure = (typeof visitFailures)[number];

/** What came of a visit: it took place, or why it did not. */
export const visitOutcomes = ['completed', ...visitFailures] as const;
/** What came of a visit. */
export type VisitOutcome = (typeof visitOutcomes)[number];

/** What users are written to in; Spanish is that of Mexico (es-MX). */
export const languages = ['es', 'en'] as const;
/** A language that users are written to in. */
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
/** The public status: what anybody is told of a case, derived from its facets (I-20). */
export type Status = (typeof statuses)[number];
