import type { CommandResult } from '../../application/commands/command-result.js';
import type { Quejas } from '../../composition/quejas.js';
import type { PlannedCommand } from './case-plan.js';
import { createTally, type ImportResult } from './import-result.js';
import { inParallel } from './in-parallel.js';
import type { LogCase } from '../../application/ports/event-log.js';
import type { Mapping } from './mapping.js';
import { createPlanner } from './plan-case.js';

export interface ImportOptions {
  readonly quejas: Pick<Quejas, 'execute' | 'totals' | 'provider'>;
  /** The cases of a log that has been surveyed, each with a name of its own. */
  readonly cases: AsyncIterable<LogCase>;
  readonly mapping: Mapping;
  /** Only the first cases of the log. */
  readonly limit?: number;
  /** Cases at a time (64): the commands of one case go one after another. */
  readonly concurrency?: number;
  /** After each case. */
  readonly onProgress?: (done: { readonly cases: number; readonly events: number }) => void;
}

async function* firstOf(cases: AsyncIterable<LogCase>, limit: number): AsyncGenerator<LogCase> {
  let left = limit;
  if (left <= 0) return;
  for await (const found of cases) {
    yield found;
    left -= 1;
    if (left <= 0) return;
  }
}

/**
 * Sends the cases of a log through the commands of live use, with the times of the log. A second import of the same
 * cases sends the same commands, so that nothing is appended twice, and an import that was killed goes on where it
 * was. The first command of a case that is refused ends that case: on what would come after it, a later import could
 * decide otherwise.
 */
export const importLog = async (options: ImportOptions): Promise<ImportResult> => {
  const { quejas, cases, mapping, limit = Infinity, concurrency = 64, onProgress } = options;
  const plan = createPlanner(mapping, quejas.provider);
  const tally = createTally(mapping);
  const done = { cases: 0, events: 0 };

  const send = (folio: string | undefined, { type, input, by, source }: PlannedCommand, filing: string) =>
    quejas.execute({ type, folio, input }, by, { source, correlationId: filing });

  const sendAll = async (commands: readonly PlannedCommand[]): Promise<void> => {
    const filing = commands[0]?.input.commandId ?? '';
    let folio: string | undefined;
    for (const command of commands) {
      const result: CommandResult = await send(folio, command, filing);
      if (!result.ok) {
        tally.refused(command, result.code);
        return;
      }
      tally.took(result.events.length, result.duplicate);
      folio = result.folio;
    }
  };

  await inParallel(firstOf(cases, limit), concurrency, async (found) => {
    const planned = plan(found);
    tally.read(found, planned);
    await sendAll(planned.commands);
    done.cases += 1;
    done.events += found.events.length;
    onProgress?.({ ...done });
  });

  const { filed, waits, casesWithWait, casesReopened } = await quejas.totals();
  const { events, appended, duplicates, ...rest } = tally.total();
  return { cases: filed, events, appended, duplicates, casesWithWait, waits, casesReopened, ...rest };
};
