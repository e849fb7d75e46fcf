import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { caseReferences } from '../../projections/case-references/projection.js';
import { textIn } from '../../projections/runtime/row-cells.js';
import { casesWhere, statusRows } from './case-status.js';

const pageSize = 500;

/** Where the cases stand that a person reported for others. */
const reportedBy = async (rows: ReadModelStore, scope: string, person: string): Promise<readonly Row[]> => {
  const table = caseReferences.table.name;
  const found: Row[] = [];
  let after: readonly string[] | undefined;
  for (;;) {
    const where = { scope, sort: 'reporter', value: person };
    const page = await rows.list({
      table,
      where,
      orderBy: ['complaint'],
      limit: pageSize,
      ...(after && { after }),
    });
    const complaints = page.map((row) => textIn(row, 'complaint'));
    found.push(...(await statusRows(rows, scope, complaints)).values());
    const last = complaints.at(-1);
    if (last === undefined || page.length < pageSize) return found;
    after = [last];
  }
};

const placeOf = (row: Row): readonly string[] => [textIn(row, 'received_at'), textIn(row, 'complaint')];

const compare = ([at = '', id = '']: readonly string[], [at2 = '', id2 = '']: readonly string[]): number =>
  Number(at > at2) - Number(at < at2) || Number(id > id2) - Number(id < id2);

/**
 * The cases of which a person is a party, as subscriber or as reporter, and whose columns have these values, in the order
 * of their receipt (O-34, O-36).
 */
export const casesOfParty = async (
  rows: ReadModelStore,
  scope: string,
  person: string,
  values: Readonly<Record<string, string>>,
  { limit, after }: { readonly limit: number; readonly after?: readonly string[] },
): Promise<{ readonly rows: readonly Row[]; readonly total: number }> => {
  const isAsked = (row: Row) => Object.entries(values).every(([column, value]) => row[column] === value);
  const others = (await reportedBy(rows, scope, person)).filter(
    (row) => isAsked(row) && row['subscriber'] !== person,
  );
  const { subscriber = person } = values;
  const own =
    subscriber === person
      ? await casesWhere(rows, scope, { ...values, subscriber: person }, { limit, ...(after && { after }) })
      : { rows: [], total: 0 };
  const toCome = after === undefined ? others : others.filter((row) => compare(placeOf(row), after) > 0);
  const inOrder = [...own.rows, ...toCome].sort((a, b) => compare(placeOf(a), placeOf(b)));
  return { rows: inOrder.slice(0, limit), total: own.total + others.length };
};
