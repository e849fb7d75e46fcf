export { openAudit, type Audit, type AuditStatus, type SignedHead } from './open-audit.js';
export type { LogKey } from './told.js';
export type { ExportedBundle, ExportOptions } from './export-bundle.js';
export type { AuditOptions } from './audit-parts.js';
export { auditFaultTexts, type AuditFault, type AuditFaultCode } from './audit-fault.js';
