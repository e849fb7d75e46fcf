import type { By } from '../application/commands/actors.js';
import type { CommandResult } from '../application/commands/command-result.js';
import type { LaterCommand, SubmitMeta } from '../application/commands/complaint-commands.js';
import type { Filing } from '../application/commands/dto/inputs.js';
import type { CommandInput } from '../application/commands/parse-command.js';
import type { EventStore, Page } from '../application/ports/event-store.js';
import type { ProjectorHealth } from '../application/ports/projector.js';
import type { Cases } from '../queries/cases.js';
import type { Listings } from '../queries/listings.js';
import type { ComplaintCommandType } from '../domain/complaint/commands.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import type { Totals } from '../queries/totals.js';

/** What goes with a call besides the input. */
export type CommandOptions = Pick<
  SubmitMeta,
  'correlationId' | 'causationId' | 'source' | 'expectedRevision'
>;

/** Every command but filing, by name, on one complaint. Input is checked; a fault is a result, not an exception. */
export type ComplaintHandle = {
  readonly [C in Exclude<ComplaintCommandType, 'file'>]: (
    input: CommandInput<C>,
    by: By,
    options?: CommandOptions,
  ) => Promise<CommandResult>;
};

/** How the rows of a store do. */
export interface QuejasHealth {
  /** `inline`: written with the events. `projected`: they follow them from elsewhere. `none`: events alone. */
  readonly rows: 'inline' | 'projected' | 'none';
  /** Those that keep rows in step with the store: none where they are written with the events. */
  readonly projectors: readonly ProjectorHealth[];
}

/** Complaint handling for one provider, on one store. */
export interface Quejas extends Cases, Listings {
  /** The profile that it serves. */
  readonly provider: ProviderProfile;
  /** Registers a request and gives it a folio (O-14); the result tells the folio, or why it was not accepted. */
  readonly file: (input: CommandInput<'file'>, by: By, options?: CommandOptions) => Promise<CommandResult>;
  /** The commands on one case; that there is no such folio is only found out by the first of them. */
  readonly complaint: (folio: string) => ComplaintHandle;
  /** Any command by its name, from input that nobody checked yet. `folio` is null for `file` alone. */
  readonly execute: (
    folio: string | null,
    type: ComplaintCommandType,
    input: unknown,
    by: By,
    options?: CommandOptions,
  ) => Promise<CommandResult>;
  /** A filing that was checked already, as the domain has it. */
  readonly submitFiling: (filing: Filing, by: By, meta: SubmitMeta) => Promise<CommandResult>;
  /** A command that was checked already, as the domain has it. */
  readonly submit: (folio: string, command: LaterCommand, by: By, meta: SubmitMeta) => Promise<CommandResult>;
  /** Counts over all cases; throws `rows-absent` where there are no rows. */
  readonly totals: () => Promise<Totals>;
  /** The events as stored, sealed values and all; of one case where `folio` is given. */
  readonly events: (options: {
    readonly after?: string;
    readonly limit: number;
    readonly types?: readonly string[];
    readonly folio?: string;
  }) => Promise<Page>;
  /** What the events are kept in, for those who read more than this offers. */
  readonly store: EventStore;
  /**
   * Keeps rows that lie apart from the store in step with it from now on. Ends when that has begun, or when it met what
   * passes, such as a server that is down: it goes on trying, and `health()` says so. Throws `rows-foreign`, and what
   * does not end by itself. Rows that are written with the events need none of it: nothing happens.
   */
  readonly start: () => Promise<void>;
  /** Ends what was started, when what is under way is in the rows. Queries then bring the rows up to date themselves. */
  readonly stop: () => Promise<void>;
  /**
   * Ends when rows that lie apart have everything that was stored before: queries then find it there. Throws
   * `rows-behind`, or why the store cannot be read, where nothing has moved for the time that a query waits.
   */
  readonly catchUp: () => Promise<void>;
  /** How the rows do now; asks the store nothing. */
  readonly health: () => QuejasHealth;
  /** Waits for what was begun, gives folio numbers back, closes what was opened. */
  readonly close: () => Promise<void>;
}
