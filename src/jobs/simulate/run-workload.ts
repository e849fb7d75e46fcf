import type { CommandResult } from '../../application/commands/command-result.js';
import type { Quejas } from '../../composition/quejas.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { Script, ScriptedCommand } from './script.js';

export interface WorkloadResult {
  readonly commands: number;
  readonly accepted: number;
  /** Commands that had been accepted before. */
  readonly duplicates: number;
  /** Events appended. */
  readonly events: number;
  /** Refusals, by code. Each was in the script, or it is in `unexpected` too. */
  readonly refused: Readonly<Record<string, number>>;
  /** Commands whose outcome was not the one of the script. */
  readonly unexpected: readonly {
    readonly complaint: string;
    readonly type: string;
    readonly code: string;
  }[];
  /** The folio that each complaint of the script got. */
  readonly folios: ReadonlyMap<string, string>;
}

export interface WorkloadHooks {
  /** Before each command: where the clock of the host stands by then. */
  readonly moveTo?: (at: Instant) => void;
  readonly onProgress?: (done: { readonly commands: number; readonly of: number }) => void;
}

const withFolios = ({ input, folioOf }: ScriptedCommand, folios: ReadonlyMap<string, string>): JsonObject => {
  if (folioOf === undefined) return input;
  const found: Record<string, string> = {};
  for (const [field, name] of Object.entries(folioOf)) found[field] = folios.get(name) ?? '';
  return { ...input, ...found };
};

/** Counts what came of each command, and keeps the folios. */
const createRecord = () => {
  const folios = new Map<string, string>();
  const counts = { commands: 0, accepted: 0, duplicates: 0, events: 0 };
  const refused: Record<string, number> = {};
  const unexpected: { complaint: string; type: string; code: string }[] = [];
  return {
    folios,
    add: ({ complaint, type, refused: wanted }: ScriptedCommand, result: CommandResult): number => {
      const code = result.ok ? undefined : result.code;
      if (code !== wanted) unexpected.push({ complaint, type, code: code ?? 'accepted' });
      if (code !== undefined) refused[code] = (refused[code] ?? 0) + 1;
      if (result.ok) {
        folios.set(complaint, result.folio);
        counts.accepted += 1;
        if (result.duplicate) counts.duplicates += 1;
        else counts.events += result.events.length;
      }
      return (counts.commands += 1);
    },
    result: (): WorkloadResult => ({ ...counts, refused, unexpected, folios }),
  };
};

/** Says that the script knows its own repeats: they are not linked once more. */
const source = 'workload';

/** Runs a script, one command after the other, each by the provider it belongs to; the others are passed over. */
export const runWorkload = async (
  quejasByProvider: Readonly<Record<string, Pick<Quejas, 'execute'>>>,
  script: Script,
  { moveTo, onProgress }: WorkloadHooks = {},
): Promise<WorkloadResult> => {
  const record = createRecord();
  for (const command of script) {
    const quejas = quejasByProvider[command.provider];
    if (quejas === undefined) continue;
    const { complaint, type, by, at } = command;
    moveTo?.(at);
    const folio = type === 'file' ? undefined : record.folios.get(complaint);
    const input = withFolios(command, record.folios);
    const result = await quejas.execute({ type, folio, input }, by, { source });
    const commands = record.add(command, result);
    onProgress?.({ commands, of: script.length });
  }
  return record.result();
};
