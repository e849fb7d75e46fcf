import { parseCommand } from '../../application/commands/parse-command.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import type { JsonObject, JsonValue } from '../../domain/kernel/json.js';
import { instantOf } from '../../domain/kernel/instant.js';
import type { HistoryItem } from '../../queries/case-file.js';
import type { OutageStep } from './outage-order.js';

/** What was recorded of a complaint otherwise than the order says. */
export interface OutageDifference {
  /** Its folio. */
  readonly folio: string;
  /** The step of the order that found something else: the steps after it were not tried. */
  readonly step: OutageStep['type'];
  /** What is recorded, of the fields that differ. */
  readonly recorded: JsonObject;
  /** What the order says of the same fields. */
  readonly ordered: JsonObject;
}

/** The events that record the outcome of a step, with their corrections, and the fields that are the outcome. */
const outcomes: {
  readonly [T in OutageStep['type']]?: {
    readonly events: readonly string[];
    readonly fields: readonly string[];
  };
} = {
  verifyCause: {
    events: ['CauseVerified', 'CauseCorrected'],
    fields: ['causes', 'faultFound', 'attribution', 'affectedFrom'],
  },
  repair: { events: ['Repaired', 'RestorationCorrected'], fields: ['restoredAt'] },
  reportRepair: { events: ['RepairReported'], fields: ['outcome'] },
  rule: { events: ['Ruled', 'RulingCorrected'], fields: ['outcome'] },
};

/** Whether a step leaves an outcome that may differ from what another hand recorded. */
export const hasOutcome = (type: OutageStep['type']): boolean => outcomes[type] !== undefined;

/** The input as the command takes it in, so that an instant is written as it is recorded. */
const ordered = ({ type, input }: OutageStep): JsonObject => {
  const parsed = parseCommand(type, { ...input, commandId: 'any' }, instantOf(0));
  const data: unknown = parsed.ok ? JSON.parse(JSON.stringify(parsed.command.data)) : undefined;
  return isJsonObject(data) ? data : {};
};

const asText = (value: JsonValue | undefined): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? null));

const pick = (from: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(fields.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])));

/** What the history records otherwise than a step of the order; `undefined` where it is the same, or nothing of it. */
export const differenceIn = (
  history: readonly HistoryItem[],
  step: OutageStep,
): Pick<OutageDifference, 'recorded' | 'ordered'> | undefined => {
  const outcome = outcomes[step.type];
  const last = history.findLast(({ type }) => outcome?.events.includes(type) === true);
  if (outcome === undefined || last === undefined) return undefined;
  const asked = ordered(step);
  const fields = outcome.fields.filter(
    (field) => asked[field] !== undefined && asText(asked[field]) !== asText(last.data[field]),
  );
  return fields.length === 0
    ? undefined
    : { recorded: pick(last.data, fields), ordered: pick(asked, fields) };
};
