import type { CommandResult } from '../../application/commands/command-result.js';
import { mustBeWhole, mustKnow, namesOf, unsupported } from '../../application/errors/option-faults.js';
import type { Quejas } from '../../composition/quejas.js';
import type { PlannedCommand } from './case-plan.js';
import { createTally, type ImportResult } from './import-result.js';
import { givingTurns } from '../../infrastructure/shared/system/giving-turns.js';
import { inParallel, workersRange } from '../in-parallel.js';
import type { LogCase } from '../../application/ports/event-log.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Mapping } from './mapping.js';
import { goneFrom, standingsOf } from './known-commands.js';
import { createPlanner } from './plan-case.js';

export interface ImportOptions {
  readonly quejas: Pick<Quejas, 'execute' | 'eventsOfFiling' | 'couldHaveAsked' | 'totals' | 'provider'>;
  /** The cases of a log that has been surveyed, each with a name of its own. */
  readonly cases: AsyncIterable<LogCase>;
  readonly mapping: Mapping;
  /** In which order the events of a case are taken: as the file has them (default), or by their times. */
  readonly order?: 'file' | 'time';
  /** Only the first cases of the log. */
  readonly limit?: number;
  /** Cases at a time (64): the commands of one case go one after another. */
  readonly concurrency?: number;
  /** After each case. */
  readonly onProgress?: (done: { readonly cases: number; readonly events: number }) => void;
}

const optionNames = namesOf<ImportOptions>({
  quejas: true,
  cases: true,
  mapping: true,
  order: true,
  limit: true,
  concurrency: true,
  onProgress: true,
});
const orders: readonly string[] = ['file', 'time'] satisfies readonly ImportOptions['order'][];

async function* firstOf(cases: AsyncIterable<LogCase>, limit: number): AsyncGenerator<LogCase> {
  let left = limit;
  if (left <= 0) return;
  for await (const found of cases) {
    yield found;
    left -= 1;
    if (left <= 0) return;
  }
}

/** The folio that a stored complaint was given. */
const folioIn = (stored: readonly StoredEvent[]): string | undefined => {
  const folio = stored.find(({ type }) => type === 'FolioAssigned')?.data['folio'];
  return typeof folio === 'string' ? folio : undefined;
};

/** Events of the same time stay in the order of the file. */
const inTimeOrder = (found: LogCase): LogCase => ({
  ...found,
  events: [...found.events].sort((a, b) =>
    a.timestamp < b.timestamp ? -1 : Number(a.timestamp > b.timestamp),
  ),
});

/**
 * Sends the cases of a log through the commands of live use, with the times of the log. A second import of the same
 * cases asks for the same commands, so that nothing is appended twice, and an import that was killed goes on where it
 * was. What the store knows otherwise, lacks in the middle of a case, or has and the log has no longer, is told as a
 * difference. The first command of a case that is refused ends that case: on what would come after it, a later import could
 * decide otherwise.
 */
export const importLog = async (options: ImportOptions): Promise<ImportResult> => {
  const asked = mustKnow('importLog', options, optionNames);
  const { quejas, cases, mapping, order = 'file', limit, concurrency = 64, onProgress } = asked;
  mustBeWhole('concurrency', concurrency, workersRange);
  if (limit !== undefined) mustBeWhole('limit', limit, [0, Number.MAX_SAFE_INTEGER]);
  if (!orders.includes(order)) throw unsupported('order', order, orders.join(', '));
  const plan = createPlanner(mapping, quejas.provider);
  const turn = givingTurns();
  const tally = createTally(mapping);
  const done = { cases: 0, events: 0 };

  /** Does a work step by step: signals, timers and the other cases have their turn in between. */
  const inTurns = async <Result>(steps: Generator<undefined, Result>): Promise<Result> => {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await turn();
    }
  };

  const send = (folio: string | undefined, { type, input, by, source }: PlannedCommand, filing: string) =>
    quejas.execute({ type, folio, input }, by, { source, correlationId: filing });

  /** Personal values lie sealed in what is stored: they are compared where the key is held. */
  const asksTheSame = async (
    { personal, input: { commandId } }: PlannedCommand,
    stored: readonly StoredEvent[],
  ): Promise<boolean> =>
    personal === undefined ||
    quejas.couldHaveAsked(
      stored.filter(({ metadata }) => metadata.commandId === commandId),
      personal,
    );

  const sendAll = async (id: string, commands: readonly PlannedCommand[]): Promise<void> => {
    const filing = commands[0]?.input.commandId;
    if (filing === undefined) return;
    const stored = await quejas.eventsOfFiling(filing);
    const standings = standingsOf(commands, stored);
    for (const event of goneFrom(commands, stored, mapping.id)) tally.lost(id, event);
    let folio = folioIn(stored);
    for (const [index, command] of commands.entries()) {
      const standing = standings[index];
      if (standing === 'different') tally.differed(id, command);
      else if (standing === 'known') {
        if (await asksTheSame(command, stored)) tally.took(0, true);
        else tally.differed(id, command);
      } else {
        const result: CommandResult = await send(folio, command, filing);
        if (result.ok) {
          tally.took(result.events.length, result.duplicate);
          folio = result.folio;
        } else if (result.code === 'command-id-reused') tally.differed(id, command);
        else {
          tally.refused(command, result.code);
          return;
        }
      }
    }
  };

  await inParallel(firstOf(cases, limit ?? Infinity), concurrency, async (found) => {
    const planned = await inTurns(plan(order === 'time' ? inTimeOrder(found) : found));
    tally.read(found, planned);
    await sendAll(found.id, planned.commands);
    done.cases += 1;
    done.events += found.events.length;
    onProgress?.({ ...done });
  });

  const { filed, waits, casesWithWait, casesReopened } = await quejas.totals();
  const { casesNotClosed, noNewFact, unmapped, refused, ...counted } = tally.total();
  return {
    cases: filed,
    ...counted,
    casesWithWait,
    waits,
    casesReopened,
    casesNotClosed,
    noNewFact,
    unmapped,
    refused,
  };
};
