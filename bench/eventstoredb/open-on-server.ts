import { conectared, openQuejas, type Quejas } from 'quejas';
import type { Instant } from 'quejas/domain';
import type { Ground } from './server.js';

/** Complaint handling whose events lie on a server; without rows. */
export const openOnServer = ({ url, namespace }: Ground, clock: () => Instant): Promise<Quejas> =>
  openQuejas({ store: url, keys: 'memory:', provider: conectared, rows: 'none', clock, namespace });
