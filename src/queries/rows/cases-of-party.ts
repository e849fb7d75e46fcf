import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { caseReferences, type ReferenceSort } from '../../projections/case-references/projection.js';
import { inParts } from '../../domain/kernel/in-parts.js';
import { textIn } from '../../projections/runtime/row-cells.js';
import type { AskedPage, CursorKey } from '../paging.js';
import { casesWhere, casesWithIds, receiptOrder, statusRows } from './case-status.js';
import { cutPage, cursorKeyOf, type RowPage } from './row-page.js';

const pageSize = 500;

/** Where the cases stand to which a person is this. */
const casesOfSort = async (
  rows: ReadModelStore,
  scope: string,
  sort: ReferenceSort,
  person: string,
): Promise<readonly Row[]> => {
  const table = caseReferences.table.name;
  const found: Row[] = [];
  let after: readonly string[] | undefined;
  for (;;) {
    const where = { scope, sort, value: person };
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

/** What stands in `case-references` beside a case. */
interface Reference {
  readonly sort: ReferenceSort;
  readonly value: string;
}

/** Those of some complaints that have a reference. */
const complaintsWith = async (
  rows: ReadModelStore,
  scope: string,
  { sort, value }: Reference,
  complaints: readonly string[],
): Promise<ReadonlySet<string>> => {
  const found: string[] = [];
  for (const part of inParts(complaints, pageSize)) {
    const where = { scope, sort, value, complaint: { in: part } };
    const page = await rows.list({
      ...{ table: caseReferences.table.name, where, orderBy: ['complaint'], limit: part.length },
    });
    found.push(...page.map((row) => textIn(row, 'complaint')));
  }
  return new Set(found);
};

/** Those of some complaints in which a person is accredited to act for a party. */
export const complaintsRepresented = async (
  rows: ReadModelStore,
  scope: string,
  person: string,
  complaints: readonly string[],
): Promise<ReadonlySet<string>> =>
  complaintsWith(rows, scope, { sort: 'representative', value: person }, complaints);

/** The cases of others in which a person is a party: those they reported, and those in which they act for one. */
const casesForOthers = async (
  rows: ReadModelStore,
  scope: string,
  person: string,
): Promise<readonly Row[]> => {
  const reported = await casesOfSort(rows, scope, 'reporter', person);
  const represented = await casesOfSort(rows, scope, 'representative', person);
  const byId = new Map([...reported, ...represented].map((row) => [textIn(row, 'complaint'), row]));
  return [...byId.values()].filter((row) => row['subscriber'] !== person);
};

const compare = (one: CursorKey, other: CursorKey): number => {
  const [at, id] = one.map((value) => value ?? '');
  const [at2, id2] = other.map((value) => value ?? '');
  return compareTexts(String(at), String(at2)) || compareTexts(String(id), String(id2));
};

const compareTexts = (one: string, other: string): number => Number(one > other) - Number(one < other);

/**
 * The cases of which a person is a party, as subscriber, as reporter or as accredited for one of them, and whose columns have these values, in the order
 * of their receipt (O-34, O-36).
 */
export const casesOfParty = async (
  rows: ReadModelStore,
  scope: string,
  person: string,
  values: Readonly<Record<string, string>>,
  { limit, after }: AskedPage,
): Promise<RowPage> => {
  const isAsked = (row: Row) => Object.entries(values).every(([column, value]) => row[column] === value);
  const others = (await casesForOthers(rows, scope, person)).filter(isAsked);
  const { subscriber = person } = values;
  const own =
    subscriber === person
      ? await casesWhere(
          rows,
          scope,
          { ...values, subscriber: person },
          { limit: limit + 1, ...(after && { after }) },
        )
      : { rows: [], total: 0 };
  const place = (row: Row): CursorKey => cursorKeyOf(row, receiptOrder);
  const toCome = after === undefined ? others : others.filter((row) => compare(place(row), after) > 0);
  const inOrder = [...own.rows, ...toCome].sort((a, b) => compare(place(a), place(b)));
  return { ...cutPage(inOrder, limit, receiptOrder), total: own.total + others.length };
};

/** The complaints of which a person is a party. */
const complaintsOfParty = async (
  rows: ReadModelStore,
  scope: string,
  person: string,
): Promise<readonly string[]> => {
  const found = [...(await casesForOthers(rows, scope, person))];
  for (let after: CursorKey | undefined; ;) {
    const own = await casesWhere(
      rows,
      scope,
      { subscriber: person },
      { limit: pageSize, ...(after && { after }) },
    );
    found.push(...own.rows);
    after = own.next;
    if (after === undefined) return found.map((row) => textIn(row, 'complaint'));
  }
};

/** The cases of a reference of which a person is a party: those of others are neither shown nor counted (O-34). */
export const casesOfPartyWith = async (
  rows: ReadModelStore,
  scope: string,
  person: string,
  reference: Reference,
  page: AskedPage,
): Promise<RowPage> => {
  const complaints = await complaintsOfParty(rows, scope, person);
  const found = await complaintsWith(rows, scope, reference, complaints);
  return casesWithIds(rows, scope, [...found], page);
};
