import { generateSigningKey } from '../../application/audit/notes/signing-key.js';
import type { AuditSigner } from '../../application/ports/audit-signer.js';
import { signerAt, type KeptSigner } from './audit-signer.js';

/** A signer that lives as long as the process: for tests and trials. */
export const memoryAuditSigner = (start?: KeptSigner): AuditSigner => {
  let kept = start;
  return signerAt({
    update: (change) =>
      new Promise((resolve) => {
        const { keep, result } = change(kept);
        kept = keep ?? kept;
        resolve(result);
      }),
    makeKey: generateSigningKey,
    close: () => Promise.resolve(),
  });
};
