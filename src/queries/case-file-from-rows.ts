import type { CaseFile, HistoryItem } from './case-file.js';
import type { ReadModelStore, Row } from '../application/ports/read-model-store.js';
import type { JsonObject } from '../domain/kernel/json.js';
import { facetsOf } from '../projections/runtime/complaint-facets.js';
import { corrupt, jsonIn, numberIn, textIn, textOrNull } from '../projections/runtime/row-cells.js';
import { idOf } from '../projections/runtime/complaint-scope.js';
import { historyOf } from './rows/case-history.js';

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

const dataOf = (row: Row): JsonObject => {
  const data = jsonIn(row, 'data');
  if (isObject(data)) return data;
  throw corrupt('data');
};

const historyItem = (row: Row): HistoryItem => ({
  revision: numberIn(row, 'revision'),
  type: textIn(row, 'type'),
  occurredAt: textIn(row, 'occurred_at'),
  recordedAt: textIn(row, 'recorded_at'),
  actor: textIn(row, 'actor'),
  role: textIn(row, 'role'),
  backdated: numberIn(row, 'backdated') === 1,
  data: dataOf(row),
});

/** A case as the rows tell it: its status row and its history. Throws `rows-corrupt`. */
export const caseFileOf = async (rows: ReadModelStore, status: Row): Promise<CaseFile> => {
  const complaint = textIn(status, 'complaint');
  const history = await historyOf(rows, complaint);
  return {
    complaint: idOf(complaint),
    folio: textIn(status, 'folio'),
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
