import { conectared } from '../../../src/domain/provider/index.js';
import { memoryAuditSigner } from '../../../src/infrastructure/crypto/memory-audit-signer.js';
import { memoryKeptLog } from '../../../src/infrastructure/crypto/memory-kept-log.js';
import { openAudit, type AuditOptions } from '../../../src/jobs/audit/index.js';
import { simulated } from '../analytics/simulated.js';
import { keyOf } from './sample-bundle.js';

/** Exports some simulated days of a provider, as a provider does: with report, tables and readers. */
export const exportSimulated = async (path: string, options: Pick<AuditOptions, 'stamp'> = {}) => {
  const { quejas } = await simulated(5, 600, 4);
  const audit = await openAudit({
    ...{ store: quejas.store, keys: 'memory:', provider: conectared, log: memoryKeptLog() },
    signer: memoryAuditSigner({ keys: [keyOf(1)], memory: { kind: 'new' } }),
    ...options,
  });
  const exported = await audit.export(path);
  await audit.close();
  await quejas.close();
  if (!exported.ok) throw new Error(exported.code);
  return exported;
};
