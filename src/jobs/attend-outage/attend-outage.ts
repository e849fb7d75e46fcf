import type { Quejas } from '../../composition/quejas.js';
import type { RefusalCode } from '../../application/commands/refusals.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { idWithinOrder } from '../../application/identity/uuid.js';
import {
  copyOfOption,
  mustBeFunction,
  mustBeWhole,
  mustKnow,
  namesOf,
} from '../../application/errors/option-faults.js';
import type { CaseFull } from '../../queries/case-view.js';
import type { ListedCase } from '../../queries/listed.js';
import { inParallel, workersRange } from '../in-parallel.js';
import { differenceIn, hasOutcome, type OutageDifference } from './differences.js';
import { checkOrder, stepsOf, type OutageOrder, type OutageStaff, type OutageStep } from './outage-order.js';

/** A complaint on which a step was refused: the steps after it were not tried. */
export interface UnattendedCase {
  /** Its folio. */
  readonly folio: string;
  /** The step that was refused. */
  readonly step: OutageStep['type'];
  /** Why it was refused. */
  readonly code: RefusalCode;
  /** The same for people. */
  readonly message: RejectionText;
}

/** What came of an order. */
export interface OutageResult {
  /** Id of the outage. */
  readonly outage: string;
  /** Complaints that are linked to it. */
  readonly cases: number;
  /** Those on which every step is done as the order says, now or before. */
  readonly attended: number;
  /** Those that had ended: nothing is done on them. */
  readonly ended: number;
  /** Commands that were accepted now. */
  readonly accepted: number;
  /** Commands that an earlier run of the same order had given. */
  readonly duplicates: number;
  /** The complaints that decided otherwise, each with its reason. */
  readonly refused: readonly UnattendedCase[];
  /** The complaints of which another cause, restoration or ruling is recorded than the order says. */
  readonly differences: readonly OutageDifference[];
}

/** How an order is carried out. */
export interface AttendOutageOptions {
  /** Complaints at a time, from 1 to 1,024 (default: 16); the steps of one follow each other. */
  readonly concurrency?: number;
  /** Told after each complaint. */
  readonly onProgress?: (progress: { readonly cases: number; readonly total: number }) => void;
  /** Called before each complaint; what it throws ends the work, and the same order goes on from there later. */
  readonly beforeEach?: () => void;
}

const optionNames = namesOf<AttendOutageOptions>({ concurrency: true, onProgress: true, beforeEach: true });

/** Refusals that say that a step is done already, by other hands. */
const alreadyDone: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'no-new-fact',
  'already-repaired',
  'already-reported',
  'already-confirmed',
  'already-ruled',
  'final-word-sent',
]);

const pageSize = 200;

/** The complaints of an outage, page by page. */
async function* casesOf(
  quejas: Quejas,
  outage: string,
  { customerService }: OutageStaff,
  onTotal: (total: number) => void,
): AsyncGenerator<ListedCase> {
  let after: string | null | undefined;
  while (after !== null) {
    const page = await quejas.find({ outage }, customerService, {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    onTotal(page.total);
    yield* page.items;
    after = page.next;
  }
}

const viewOf = async (
  quejas: Quejas,
  folio: string,
  { customerService }: OutageStaff,
): Promise<CaseFull | undefined> => {
  const view = await quejas.show(folio, customerService);
  return view?.view === 'full' ? view : undefined;
};

const byFolio = <Item extends { readonly folio: string }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => Number(a.folio > b.folio) - Number(a.folio < b.folio));

/** The same as `attendOutage`, for an order and staff that were read. */
const attendTo = async (
  quejas: Quejas,
  order: OutageOrder,
  staff: OutageStaff,
  options: AttendOutageOptions,
): Promise<OutageResult> => {
  checkOrder(order, staff);
  const { concurrency = 16, onProgress, beforeEach } = mustKnow('attendOutage', options, optionNames);
  mustBeWhole('concurrency', concurrency, workersRange);
  mustBeFunction('onProgress', onProgress);
  mustBeFunction('beforeEach', beforeEach);
  let [total, cases, attended, ended, accepted, duplicates] = [0, 0, 0, 0, 0, 0];
  const refused: UnattendedCase[] = [];
  const differences: OutageDifference[] = [];

  const idOf = (folio: string, cycle: number, { type }: OutageStep): string =>
    idWithinOrder(order.commandId, 'outage', order.outage, folio, String(cycle), type);

  /** True where nothing else is recorded of the complaint than the order says. */
  const isAsOrdered = async (folio: string, step: OutageStep): Promise<boolean> => {
    if (!hasOutcome(step.type)) return true;
    const view = await viewOf(quejas, folio, staff);
    const difference = differenceIn(view?.history ?? [], step);
    if (difference !== undefined) differences.push({ folio, step: step.type, ...difference });
    return difference === undefined;
  };

  /** True where the steps after it may follow. */
  const carryOut = async (folio: string, cycle: number, step: OutageStep): Promise<boolean> => {
    const { type, input, by } = step;
    const commandId = idOf(folio, cycle, step);
    const result = await quejas.execute({ type, folio, input: { ...input, commandId } }, by);
    if (result.ok && !result.duplicate) {
      accepted += 1;
      return true;
    }
    if (result.ok) duplicates += 1;
    if (result.ok || alreadyDone.has(result.code)) return isAsOrdered(folio, step);
    refused.push({ folio, step: type, code: result.code, message: result.message });
    return false;
  };

  const attend = async (folio: string): Promise<void> => {
    const { technician: inCharge = null, cycle = 1 } = (await viewOf(quejas, folio, staff)) ?? {};
    for (const step of stepsOf(order, staff, inCharge)) if (!(await carryOut(folio, cycle, step))) return;
    attended += 1;
  };

  await inParallel(
    casesOf(quejas, order.outage, staff, (count) => (total = count)),
    concurrency,
    async ({ folio, endedAt }) => {
      beforeEach?.();
      if (endedAt === null) await attend(folio);
      else ended += 1;
      cases += 1;
      onProgress?.({ cases, total });
    },
  );
  return {
    outage: order.outage,
    cases,
    attended,
    ended,
    accepted,
    duplicates,
    refused: byFolio(refused),
    differences: byFolio(differences),
  };
};

/**
 * Attends to all complaints of a mass outage by one order: cause, restoration, ruling and notice, as far as it has
 * them. Each complaint decides each step by itself. The ids of the commands follow from that of the order, the folio, how
 * often the complaint was reopened, and the step: an order that was interrupted, or is given again once more complaints are linked, does what is left.
 * A complaint of which another cause, restoration or ruling is recorded than the order says is told as a difference, and
 * left as it is. Throws `option-invalid` for an order that asks for nothing, for input that no complaint would take, for
 * a ruling where no ruling officer is named, and for an option that is not known or out of range.
 */
export const attendOutage = async (
  quejas: Quejas,
  order: OutageOrder,
  staff: OutageStaff,
  options: AttendOutageOptions = {},
): Promise<OutageResult> =>
  attendTo(quejas, copyOfOption('order', order), copyOfOption('staff', staff), options);
