export { profileFaultTexts, type ProfileFault, type ProfileFaultCode } from './fault.js';
export type { Terms } from '../../domain/complaint/shapes.js';
export type * from '../../domain/complaint/vocabulary.js';
export type { Instant } from '../../domain/kernel/instant.js';
export type { RejectionText } from '../../domain/kernel/rejection-text.js';
export type {
  CalendarSource,
  ContractTerms,
  SlaProvenance,
  SourceBasis,
  sourceBases,
  TermSource,
  Week,
  Weekday,
  weekdays,
} from '../../domain/sla/index.js';
export { loadProfile } from './doors.js';
export type { LoadedProfile, ProfileDocument } from './load-profile.js';
export { providerProfileSchema } from './schema.js';
export * from '../../domain/provider/index.js';
