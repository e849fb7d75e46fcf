import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { caseStatus } from '../../projections/case-status/projection.js';
import { textIn } from '../../projections/runtime/row-cells.js';

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
      scope,
      contract,
      subject,
      defect: defect ?? null,
      received_at: { '>=': from, '<=': to },
    },
    orderBy: [{ descending: 'received_at' }, { descending: 'complaint' }],
    limit: 100,
  });

/** The cases whose columns have these values, such as a person's over all channels, in the order of their receipt (O-34). */
export const casesWhere = async (
  rows: ReadModelStore,
  scope: string,
  values: Readonly<Record<string, string>>,
  { limit, after }: { readonly limit: number; readonly after?: readonly string[] },
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> => {
  const where = { scope, ...values };
  const [found, total] = await Promise.all([
    rows.list({ table, where, orderBy: ['received_at', 'complaint'], limit, ...(after && { after }) }),
    rows.count({ table, where }),
  ]);
  return { rows: found, total };
};

/** Where some complaints stand, by their ids. */
export const statusRows = async (
  rows: ReadModelStore,
  scope: string,
  complaints: readonly string[],
): Promise<ReadonlyMap<string, Row>> => {
  if (complaints.length === 0) return new Map();
  const found = await rows.list({
    table,
    where: { scope, complaint: { in: complaints } },
    orderBy: ['complaint'],
    limit: complaints.length,
  });
  return new Map(found.map((row) => [textIn(row, 'complaint'), row]));
};
