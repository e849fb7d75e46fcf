import { conectared, parseStoreUrl } from 'quejas';
import type { Instant } from 'quejas/domain';
import { openChecked, type WithChecked } from '../open-checked.js';
import type { Ground } from './server.js';

/** Complaint handling whose events lie on a server; without rows. */
export const openOnServer = ({ url, namespace }: Ground, clock: () => Instant): Promise<WithChecked> =>
  openChecked({
    store: parseStoreUrl(url),
    keys: 'memory:',
    provider: conectared,
    rows: 'none',
    clock,
    namespace,
  });
