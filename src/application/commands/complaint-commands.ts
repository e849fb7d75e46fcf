import { isImport } from '../schema/import-source.js';
import { dayMs } from '../../domain/kernel/durations.js';
import { complaint } from '../../domain/complaint/decider.js';
import type { Published } from '../../domain/sla/clocks/read-clocks.js';
import type { ComplaintCommand } from '../../domain/complaint/commands.js';
import type { ComplaintContext } from '../../domain/complaint/context.js';
import { decide, mayGive } from '../../domain/complaint/decide.js';
import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import type { Who } from '../../domain/complaint/relations.js';
import { initialState, type ComplaintState } from '../../domain/complaint/state.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { By } from './actors.js';
import type { ContactSearch } from '../identity/contact-search.js';
import { complaintIdOf } from '../identity/derived-ids.js';
import type { Fingerprint } from '../identity/fingerprint.js';
import { isReference } from '../identity/reference.js';
import { streamName } from '../identity/stream-name.js';
import { mayBeStored } from '../errors/may-be-stored.js';
import type { EventStore } from '../ports/event-store.js';
import type { Codec } from '../schema/codec.js';
import { refuseWrongClock } from '../schema/wrong-clock.js';
import type { ServedProvider } from '../provider/served-provider.js';
import { refused, resultOf, type CommandResult } from './command-result.js';
import type { Filing } from './dto/inputs.js';
import { createExecutor, type CommandMeta, type Execution } from './execute-command.js';
import type { FolioIndex, FoundFolio } from './folio-index.js';
import { oneAtATime } from './one-at-a-time.js';
import {
  endsInFavour,
  namesAnother,
  otherComplaints,
  withFoundFolio,
  withFoundRelationships,
} from './other-complaint.js';
import type { CommandOptions } from './read-call.js';
import { recounting } from './recount.js';

/** What goes with a command besides who asks. */
export interface SubmitMeta extends CommandOptions {
  /** Id of the command: sent again, it gives its first outcome. */
  readonly commandId: string;
  /** When it happened; the clock where absent. */
  readonly occurredAt?: Instant;
  /** Of the input as it was given; absent for a command that a process asks for. */
  readonly fingerprint?: Fingerprint;
}

/** A command for a case that was filed already: every one but `file`. */
export type LaterCommand = Exclude<ComplaintCommand, { readonly type: 'file' }>;

export interface FolioNumbers {
  readonly next: (now: Instant) => Promise<{ readonly folio: string; readonly number: number }>;
  readonly release: (number: number) => void;
}

interface ComplaintCommandParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly provider: ServedProvider;
  readonly namespace: string;
  readonly folios: FolioNumbers;
  /** Whether the clock is believed whatever was recorded before. */
  readonly clockIsRight: boolean;
  readonly index: FolioIndex;
  /** Remembers how the people of a filing are reached, before it is kept. */
  readonly contacts: Pick<ContactSearch, 'note'>;
  /** Publishes the policy and the calendars that filings name, where they are not yet. */
  readonly publish: (now: Instant) => Promise<void>;
  /** Reads what was published of the policies and calendars that are named by `id@version`. */
  readonly versions: {
    readonly load: (named: {
      readonly policies: readonly string[];
      readonly calendars: readonly string[];
    }) => Promise<Published>;
  };
}

/** A request may be registered this long after it came (a mail at night) without being marked as dated back. */
const registrationGrace = dayMs;

const whoIs = ({ actor, role, party, area, office }: By): Who => ({ actor, role, party, area, office });

const isNew = (execution: Execution): boolean => execution.ok && !execution.duplicate;

/** The commands of complaints, checked already: what the rules make of them, and where it is kept. */
export const createComplaintCommands = ({
  store,
  codec,
  provider,
  namespace,
  folios,
  index,
  contacts,
  publish,
  versions,
  clockIsRight,
}: ComplaintCommandParts) => {
  const { execute, load, current } = createExecutor(
    { decider: complaint, isEvent: isComplaintEvent },
    { store, codec, clockRefusal: clockIsRight ? undefined : refuseWrongClock },
  );

  const othersFor = otherComplaints({
    index,
    current: async (id) => (await current(streamName(namespace, 'complaint', id))).state,
  });
  const oneDuplicateAtATime = oneAtATime();

  const recountFor = recounting({ terms: provider.terms, publish, versions });

  const contextFor =
    (by: By, outOfHours: boolean, now: Instant, source: string | undefined) =>
    (occurredAt: Instant): ComplaintContext => ({
      ...whoIs(by),
      now,
      occurredAt,
      terms: provider.terms,
      folioLabel: provider.folioLabel,
      areas: provider.areas,
      purposes: provider.purposes,
      words: provider.words,
      notifies: provider.notifies,
      zone: provider.zone,
      outOfHours,
      imported: isImport(source),
    });

  const metaOf = (meta: SubmitMeta, by: By): CommandMeta => ({
    ...meta,
    actor: by.actor,
    role: by.role,
    party: by.party,
    provider: provider.id,
    zone: provider.zone,
  });

  /** What a filing is decided by, before it has a folio. */
  const attemptOf = (filing: Filing, by: By, meta: SubmitMeta, now: Instant) => {
    const receivedAt = filing.receivedAt ?? meta.occurredAt ?? now;
    const occurredAt = meta.occurredAt ?? receivedAt;
    const id = complaintIdOf(provider.id, meta.commandId);
    const stream = streamName(namespace, 'complaint', id);
    const context = contextFor(by, provider.outOfHours(filing.channel, receivedAt), now, meta.source);
    const trial = { type: 'file', data: { ...filing, receivedAt, folio: '' } } as const;
    const forbidden = (state: ComplaintState) => mayGive(trial, state, context(occurredAt));
    return { receivedAt, occurredAt, id, stream, context, trial, forbidden };
  };

  const file = async (asked: Filing, by: By, meta: SubmitMeta, now: Instant): Promise<CommandResult> => {
    if (!isReference(by.actor)) return refused('actor-invalid');
    const found = await withFoundRelationships(asked, index);
    if (found.ok) return fileFound(found.filing, by, meta, now);
    // Whether there is another folio is told to those alone who may give the command.
    const { stream, forbidden } = attemptOf(asked, by, meta, now);
    const { code, details } = forbidden((await load(stream)).state) ?? found;
    return refused(code, details);
  };

  const fileFound = async (
    filing: Filing,
    by: By,
    meta: SubmitMeta,
    now: Instant,
  ): Promise<CommandResult> => {
    const attempt = attemptOf(filing, by, meta, now);
    const { receivedAt, occurredAt, id, stream, context, trial, forbidden } = attempt;
    let taken: number | undefined;
    const giveBack = (): void => {
      if (taken !== undefined) folios.release(taken);
      taken = undefined;
    };
    const execution = await execute({
      stream,
      now,
      meta: { ...metaOf({ ...meta, occurredAt }, by), grace: registrationGrace },
      context,
      mayGive: forbidden,
      command: async (state) => {
        const tried = decide(trial, initialState, context(occurredAt));
        if (state.filing !== null || !tried.ok) return trial;
        await publish(now);
        // Keys come before the number: a filing that they hinder takes none.
        await Promise.all([
          codec.haveKeys(tried.events),
          contacts.note(id, [filing.subscriber, filing.reporter]),
        ]);
        const { folio, number } = await folios.next(now);
        giveBack();
        taken = number;
        return { type: 'file', data: { ...filing, receivedAt, folio } };
      },
    }).catch((fault: unknown) => {
      if (!mayBeStored(fault)) giveBack();
      throw fault;
    });
    if (!isNew(execution)) giveBack();
    if (!execution.ok) return resultOf('', execution);
    const { state } = await load(stream);
    if (state.folio !== null) index.remember(state.folio, id);
    return resultOf(state.folio ?? '', execution);
  };

  /** A command for a complaint that is known already; its folio is looked up where the caller does not have it. */
  const submitTo = async (
    { folio, complaint: id }: Pick<FoundFolio, 'complaint'> & Partial<Pick<FoundFolio, 'folio'>>,
    command: LaterCommand,
    by: By,
    meta: SubmitMeta,
    now: Instant,
  ): Promise<CommandResult> => {
    const stream = streamName(namespace, 'complaint', id);
    const context = contextFor(by, false, now, meta.source);
    const forbidden = (state: ComplaintState) => mayGive(command, state, context(meta.occurredAt ?? now));
    const named = namesAnother(command) ? await withFoundFolio(command, index) : command;
    if ('code' in named) {
      // Whether there is another folio is told to those alone who may give the command.
      const { code, details } = forbidden((await load(stream)).state) ?? named;
      return refused(code, details);
    }
    const contextOf = async (occurredAt: Instant, state: ComplaintState): Promise<ComplaintContext> => ({
      ...context(occurredAt),
      ...(looksAtOthers(state) && (await othersFor(named, state))),
      ...(named.type === 'recomputeClocks' && { recount: await recountFor(named.data, now) }),
    });
    const looksAtOthers = (state: ComplaintState) => endsInFavour(named) || state.duplicate !== null;
    const run = () =>
      execute({
        stream,
        now,
        meta: metaOf(meta, by),
        mayGive: forbidden,
        context: (occurredAt, state) =>
          looksAtOthers(state) || named.type === 'recomputeClocks'
            ? contextOf(occurredAt, state)
            : context(occurredAt),
        command: () => named,
      });
    // What one instance is asked at once must not end two requests in favour of each other.
    const execution = await (endsInFavour(named) ? oneDuplicateAtATime('duplicates', run) : run());
    return resultOf(folio ?? (await load(stream)).state.folio ?? '', execution);
  };

  const submit = async (
    asked: string,
    command: LaterCommand,
    by: By,
    meta: SubmitMeta,
    now: Instant,
  ): Promise<CommandResult> => {
    if (!isReference(by.actor)) return refused('actor-invalid');
    const found = index.known(asked) ?? (await index.find(asked));
    return found.ok ? submitTo(found, command, by, meta, now) : refused(found.code, found.details);
  };

  return { file, submit, submitTo };
};

/** Files requests and runs later commands on them; `now` is what the clock said when the command came. */
export type ComplaintCommandService = ReturnType<typeof createComplaintCommands>;
