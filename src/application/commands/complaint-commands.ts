import { complaint } from '../../domain/complaint/decider.js';
import type { ComplaintCommand } from '../../domain/complaint/commands.js';
import { decide } from '../../domain/complaint/decide.js';
import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import { initialState } from '../../domain/complaint/state.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { By } from './actors.js';
import { complaintIdOf } from '../identity/derived-ids.js';
import { isReference } from '../identity/reference.js';
import { streamName } from '../identity/stream-name.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import type { Codec } from '../schema/codec.js';
import type { ServedProvider } from '../provider/served-provider.js';
import { refused, resultOf, type CommandResult } from './command-result.js';
import type { Filing } from './dto/inputs.js';
import { createExecutor, type CommandMeta } from './execute-command.js';
import type { FolioIndex } from './folio-index.js';
import { namesAnother, withFoundFolio } from './other-complaint.js';

/** What goes with a command besides who asks. */
export type SubmitMeta = Pick<
  CommandMeta,
  'commandId' | 'occurredAt' | 'correlationId' | 'causationId' | 'source' | 'expectedRevision'
>;

/** What came of a filing, and when the request was received by what is stored: a retry does not date it anew. */
interface FilingOutcome {
  readonly result: CommandResult;
  readonly receivedAt: Instant;
}

/** A command for a case that was filed already: every one but `file`. */
export type LaterCommand = Exclude<ComplaintCommand, { readonly type: 'file' }>;

export interface FolioNumbers {
  readonly next: () => Promise<{ readonly folio: string; readonly number: number }>;
  readonly release: (number: number) => void;
}

interface ComplaintCommandParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly provider: ServedProvider;
  readonly namespace: string;
  readonly folios: FolioNumbers;
  readonly index: FolioIndex;
}

/** A request may be registered this long after it came (a mail at night) without being marked as dated back. */
const registrationGrace = 24 * 60 * 60 * 1000;

/** The commands of complaints, checked already: what the rules make of them, and where it is kept. */
export const createComplaintCommands = ({
  store,
  codec,
  clock,
  provider,
  namespace,
  folios,
  index,
}: ComplaintCommandParts) => {
  const { execute, load } = createExecutor(
    { decider: complaint, isEvent: isComplaintEvent },
    { store, codec, clock },
  );

  const contextFor =
    (by: By, outOfHours: boolean) => (times: { now: CommandTimes; occurredAt: CommandTimes }) => ({
      actor: by.actor,
      role: by.role,
      now: times.now,
      occurredAt: times.occurredAt,
      terms: provider.terms,
      folioLabel: provider.folioLabel,
      areas: provider.areas,
      outOfHours,
    });

  const metaOf = (meta: SubmitMeta, by: By): CommandMeta => ({
    ...meta,
    actor: by.actor,
    role: by.role,
    provider: provider.id,
    zone: provider.zone,
  });

  /** When it was received and happened, and what the caller said of it: only that is the same on a retry. */
  const momentsOf = (filing: Filing, meta: SubmitMeta) => {
    const named = filing.receivedAt ?? meta.occurredAt;
    const receivedAt = named ?? clock();
    return { named, receivedAt, occurredAt: meta.occurredAt ?? receivedAt };
  };

  const file = async (filing: Filing, by: By, meta: SubmitMeta): Promise<FilingOutcome> => {
    const { named, receivedAt, occurredAt } = momentsOf(filing, meta);
    if (!isReference(by.actor)) return { result: refused('actor-invalid'), receivedAt };
    const id = complaintIdOf(provider.id, meta.commandId, named);
    const stream = streamName(namespace, 'complaint', id);
    const context = contextFor(by, provider.outOfHours(filing.channel, receivedAt));
    let taken: number | undefined;
    const execution = await execute({
      stream,
      meta: { ...metaOf({ ...meta, occurredAt }, by), grace: registrationGrace },
      context,
      command: async (state) => {
        const now = clock();
        const trial = { type: 'file', data: { ...filing, receivedAt, folio: '' } } as const;
        const willPass =
          state.filing === null && decide(trial, initialState, context({ now, occurredAt })).ok;
        if (!willPass) return trial;
        const { folio, number } = await folios.next();
        taken = number;
        return { type: 'file', data: { ...filing, receivedAt, folio } };
      },
    });
    if (taken !== undefined && (!execution.ok || execution.duplicate)) folios.release(taken);
    const { state } = await load(stream);
    if (execution.ok && state.folio !== null) index.remember(state.folio, id);
    return {
      result: resultOf(state.folio ?? '', execution),
      receivedAt: state.filing?.receivedAt ?? receivedAt,
    };
  };

  const submit = async (
    asked: string,
    command: LaterCommand,
    by: By,
    meta: SubmitMeta,
  ): Promise<CommandResult> => {
    if (!isReference(by.actor)) return refused('actor-invalid');
    const found = index.known(asked) ?? (await index.find(asked));
    if (!found.ok) return refused(found.code, found.details);
    const { folio, complaint: id } = found;
    const named = namesAnother(command) ? await withFoundFolio(command, index) : command;
    if ('code' in named) return refused(named.code, named.details);
    const execution = await execute({
      stream: streamName(namespace, 'complaint', id),
      meta: metaOf(meta, by),
      context: contextFor(by, false),
      command: () => named,
    });
    return resultOf(folio, execution);
  };

  return { file, submit };
};

type CommandTimes = ReturnType<Clock>;
