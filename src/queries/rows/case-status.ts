import { inOneCase } from '../../application/identity/reference.js';
import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { caseStatus } from '../../projections/case-status/projection.js';
import { inParts } from '../../domain/kernel/in-parts.js';
import { textIn } from '../../projections/runtime/row-cells.js';
import type { AskedPage } from '../paging.js';
import { cutPage, type RowPage } from './row-page.js';

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
      contract_key: inOneCase(contract),
      contract,
      subject,
      defect: defect ?? null,
      received_at: { '>=': from, '<=': to },
    },
    orderBy: [{ descending: 'received_at' }, { descending: 'complaint' }],
    limit: 100,
  });

/** The order of their receipt, in which a person's cases are listed. */
export const receiptOrder = ['received_at', 'complaint'] as const;

/** The cases whose columns have these values, such as a person's over all channels, in the order of their receipt (O-34). */
export const casesWhere = async (
  rows: ReadModelStore,
  scope: string,
  values: Readonly<Record<string, string>>,
  { limit, after }: AskedPage,
): Promise<RowPage> => {
  const where = { scope, ...values };
  const [found, total] = await Promise.all([
    rows.list({ table, where, orderBy: receiptOrder, limit: limit + 1, ...(after && { after }) }),
    rows.count({ table, where }),
  ]);
  return { ...cutPage(found, limit, receiptOrder), total };
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

/** The order of their ids, which is that of their filing where ids tell the time. */
export const idOrder = ['complaint'] as const;

/** The rows of those that have one, in the order of these ids. */
export const rowsInOrder = (known: ReadonlyMap<string, Row>, ids: readonly string[]): readonly Row[] =>
  ids.map((id) => known.get(id)).filter((row) => row !== undefined);

/** Ids that are looked up at once. */
const idsAtOnce = 500;

/** Those of some complaints that are cases, in the order of their ids, however many they are. */
export const casesWithIds = async (
  rows: ReadModelStore,
  scope: string,
  complaints: readonly string[],
  { limit, after: [from = ''] = [] }: AskedPage,
): Promise<RowPage> => {
  const ids = [...new Set(complaints)].sort();
  let total = 0;
  for (const part of inParts(ids, idsAtOnce))
    total += await rows.count({ table, where: { scope, complaint: { in: part } } });
  const found: Row[] = [];
  for (const part of inParts(
    ids.filter((id) => id > String(from)),
    idsAtOnce,
  )) {
    const known = await statusRows(rows, scope, part);
    found.push(...rowsInOrder(known, part));
    if (found.length > limit) break;
  }
  return { ...cutPage(found, limit, idOrder), total };
};
