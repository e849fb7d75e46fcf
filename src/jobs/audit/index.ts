export { openAudit, type Audit, type AuditStatus, type LogKey, type SignedHead } from './open-audit.js';
export type { AuditOptions } from './audit-parts.js';
export { auditFaultTexts, type AuditFault, type AuditFaultCode } from './audit-fault.js';
