import type { CaseFile, HistoryItem } from '../../application/ports/case-file.js';
import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { facetsOf } from '../runtime/complaint-facets.js';
import { idOf } from '../runtime/complaint-scope.js';
import { historyOf } from './queries.js';

const textOf = (row: Row, column: string): string => String(row[column] ?? '');

const textOrNull = (row: Row, column: string): string | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

const dataOf = (row: Row): JsonObject => {
  const data: unknown = JSON.parse(textOf(row, 'data'));
  return isObject(data) ? data : {};
};

const historyItem = (row: Row): HistoryItem => ({
  revision: Number(row['revision']),
  type: textOf(row, 'type'),
  occurredAt: textOf(row, 'occurred_at'),
  recordedAt: textOf(row, 'recorded_at'),
  actor: textOf(row, 'actor'),
  role: textOf(row, 'role'),
  backdated: row['backdated'] === 1,
  data: dataOf(row),
});

/** A case as the rows tell it: its status row and its history. */
export const caseFileOf = async (rows: ReadModelStore, status: Row): Promise<CaseFile> => {
  const complaint = textOf(status, 'complaint');
  const history = await historyOf(rows, complaint);
  return {
    complaint: idOf(complaint),
    folio: textOf(status, 'folio'),
    facets: facetsOf(status),
    subscriber: textOrNull(status, 'subscriber'),
    reporter: textOrNull(status, 'reporter'),
    technician: textOrNull(status, 'technician'),
    contract: textOrNull(status, 'contract'),
    channel: textOrNull(status, 'channel'),
    severity: textOrNull(status, 'severity'),
    area: textOrNull(status, 'area'),
    owner: textOrNull(status, 'owner'),
    receivedAt: textOrNull(status, 'received_at'),
    history: history.map(historyItem),
  };
};
