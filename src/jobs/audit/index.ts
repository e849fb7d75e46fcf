// The entry `quejas/audit`: the log over a store, the bundle for a regulator, its check, and the replay of the past.
export { openAudit, type Audit, type AuditStatus, type SignedHead } from './open-audit.js';
export type { LogKey } from './told.js';
export type { ExportedBundle, ExportOptions } from './export-bundle.js';
export type { AuditOptions } from './audit-parts.js';
export { auditFaultTexts, type AuditFault, type AuditFaultCode } from './audit-fault.js';
export {
  bundleFaultTexts,
  verifyBundle,
  type BundleFault,
  type BundleFaultCode,
  type Trust,
  type Verified,
  type VerifyOptions,
} from '../verify/index.js';
export { parseTrustPolicy } from '../../application/audit/notes/parse-trust-policy.js';
export { parseSignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
export { fingerprintOf, parseVerifierKey } from '../../application/audit/notes/verifier-key.js';
export {
  bundleSource,
  replay,
  type BundleReplay,
  type ReplayQuestion,
  type ReplaySource,
} from '../replay/index.js';
export {
  revealBundle,
  type Revealed,
  type RevealedEvent,
  type RevealedValues,
  type RevealOptions,
} from '../reveal/index.js';
export type * from '../../application/store-types.js';
export type { AuditSigner, SignerState, SigningOutcome } from '../../application/ports/audit-signer.js';
export type { ContactEntry, ContactIndex, KeyVault } from '../../application/ports/key-vault.js';
export type {
  MarkedEvent,
  MarkedNumbers,
  StoreMark,
  StoreMarks,
} from '../../application/ports/store-marks.js';
export type { MasterKey } from '../../infrastructure/crypto/master-key.js';
export type { KeptLog, LoggedEntry } from '../../application/ports/kept-log.js';
export type { Stamp } from '../../application/ports/time-stamp.js';
export type {
  Checkpoint as LogCheckpoint,
  SignedCheckpoint,
} from '../../application/audit/notes/checkpoint.js';
export type { ParsedTrustPolicy, PolicyFault } from '../../application/audit/notes/parse-trust-policy.js';
export type {
  PolicyGroup,
  PolicyLog,
  PolicyWitness,
  TrustPolicy,
} from '../../application/audit/notes/policy.js';
export type { SignatureLine, SignedNote } from '../../application/audit/notes/signed-note.js';
export type { VerifierKey } from '../../application/audit/notes/verifier-key.js';
export type { SignerMemory, SigningRefusal, SigningRequest } from '../../application/audit/signing.js';
export type { Hash } from '../../application/audit/merkle/hash.js';
export type { BundleScope } from '../bundle/manifest.js';
export type { KeysUrl, StoreUrl } from '../../composition/part-urls.js';
export type { ConnectionString } from '../../infrastructure/eventstoredb/connection-string.js';
export type {
  CalendarSource,
  ContractTerms,
  SourceBasis,
  sourceBases,
  SlaProvenance,
  TermSource,
  Week,
  Weekday,
  weekdays,
} from '../../domain/sla/index.js';
export type { Language } from '../../domain/complaint/vocabulary.js';
export type { Moment } from '../../domain/kernel/instant.js';
export type {
  AreaProfile,
  ChannelProfile,
  ContactKind,
  contactKinds,
  ContactPoint,
  HolidayPolicy,
  holidayPolicies,
  Label,
  NoticeContent,
  noticeContents,
  NoticeProfile,
  PolicyProfile,
  Provenance as ProfileProvenance,
  ProviderProfile,
} from '../../domain/provider/profile.js';
export type { Bilingual } from '../../domain/texts/language.js';
