import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import type { Totals } from '../totals.js';
import { statuses, type Status } from '../../domain/complaint/vocabulary.js';
import { caseStatus } from '../../projections/case-status/projection.js';

const table = caseStatus.table.name;

/** The last requests on a contract with the same symptom that were received in a span of time, the latest first (I-25). */
export const casesWithSymptom = async (
  rows: ReadModelStore,
  scope: string,
  { contract, subject, defect }: { contract: string; subject: string; defect: string | undefined },
  { from, to }: { from: string; to: string },
): Promise<readonly Row[]> =>
  rows.list({
    table,
    where: {
      provider: scope,
      contract,
      subject,
      defect: defect ?? null,
      received_at: { '>=': from, '<=': to },
    },
    orderBy: [{ descending: 'received_at' }, { descending: 'complaint' }],
    limit: 100,
  });

/** A person's requests over all channels, in the order of their receipt (O-34). */
export const casesOfSubscriber = async (
  rows: ReadModelStore,
  scope: string,
  subscriber: string,
  { limit, after }: { readonly limit: number; readonly after?: readonly string[] },
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> => {
  const where = { provider: scope, subscriber };
  const [found, total] = await Promise.all([
    rows.list({ table, where, orderBy: ['received_at', 'complaint'], limit, ...(after && { after }) }),
    rows.count({ table, where }),
  ]);
  return { rows: found, total };
};

const ended: readonly Status[] = ['closed', 'cancelled', 'rejected'];

export const totals = async (rows: ReadModelStore, scope: string): Promise<Totals> => {
  const count = (where: Readonly<Record<string, string | number>>) =>
    rows.count({ table, where: { provider: scope, ...where } });
  const [filed, waits, casesWithWait, casesReopened, ...counts] = await Promise.all([
    count({}),
    rows.sum({ table, where: { provider: scope } }, 'waits'),
    count({ waited: 1 }),
    count({ reopened: 1 }),
    ...statuses.map((status) => count({ status })),
  ]);
  const of = (status: Status): number => counts[statuses.indexOf(status)] ?? 0;
  const closed = ended.reduce((sum, status) => sum + of(status), 0);
  return {
    filed,
    open: filed - closed,
    closed,
    byStatus: {
      acknowledged: of('acknowledged'),
      inProgress: of('inProgress'),
      pending: of('pending'),
      held: of('held'),
      resolved: of('resolved'),
      closed: of('closed'),
      cancelled: of('cancelled'),
      rejected: of('rejected'),
    },
    waits,
    casesWithWait,
    casesReopened,
  };
};
