import type { By } from './actors.js';
import type { CommandResult } from './commands/command-result.js';
import type { LaterCommand, SubmitMeta } from './commands/complaint-commands.js';
import type { Filing } from './commands/dto/inputs.js';
import type { CommandInput } from './commands/parse-command.js';
import type { EventStore, Page } from './ports/event-store.js';
import type { ProjectorHealth } from './ports/projector.js';
import type { AsOf, CaseBrief, CaseView } from './queries/case-view.js';
import type { NoticeKind } from './queries/render-notice.js';
import type { Viewer } from './queries/viewer.js';
import type { ComplaintCommandType } from '../domain/complaint/commands.js';
import type { Kind, Language, Status } from '../domain/complaint/vocabulary.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import type { Totals } from './ports/totals.js';

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

/** Which page of a list to give. */
export interface PageOptions {
  /** 1 to 1,000; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** One page of a list that is too long to give whole. */
export interface ListedPage<Item> {
  /** In the list's order; at most `limit` of them. */
  readonly items: readonly Item[];
  /** How many the whole list has, over all pages. */
  readonly total: number;
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** One of a person's requests, as a list shows it. */
export interface ListedCase {
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** What sort of request it is; null where it was not told yet. */
  readonly kind: Kind | null;
  /** The public status, derived from the facets of the case. */
  readonly status: Status;
  /** The channel it came in by, one of `Channel`. */
  readonly channel: string | null;
  /** UTC instant at which the provider received it. */
  readonly receivedAt: string | null;
  /** UTC instant at which it ended; null while it is open. */
  readonly endedAt: string | null;
}

/** A case that waits for somebody, and what for. */
export interface QueueItem {
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** What sort of request it is; null where it was not told yet. */
  readonly kind: Kind | null;
  /** The public status, derived from the facets of the case. */
  readonly status: Status;
  /** What has to be done next: a code of `duties`. */
  readonly reason: string;
  /** Deadlines come with a later version. */
  readonly dueAt: null;
  /** Since when it waits for this. */
  readonly since: string;
  /** How grave it is, one of `Severity`. */
  readonly severity: string | null;
  /** Pseudonym of whoever it is assigned to; null where nobody. */
  readonly technician: string | null;
  /** Id of the area it was routed to; null where it was not. */
  readonly area: string | null;
}

/** How the rows of a store do. */
export interface QuejasHealth {
  /** `inline`: written with the events. `projected`: they follow them from elsewhere. `none`: events alone. */
  readonly rows: 'inline' | 'projected' | 'none';
  /** Those that keep rows in step with the store: none where they are written with the events. */
  readonly projectors: readonly ProjectorHealth[];
}

/** Complaint handling for one provider, on one store. */
export interface Quejas {
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
  /** A case as it stands, or as it stood; `undefined` where there is no such folio (O-34, I-20). */
  readonly show: (folio: string, viewer: Viewer, asOf?: AsOf) => Promise<CaseBrief | CaseView | undefined>;
  /** All of a person's requests, by whatever channel. */
  readonly requestsOf: (
    subscriber: string,
    viewer: Viewer,
    page?: PageOptions,
  ) => Promise<ListedPage<ListedCase>>;
  /**
   * Cases that wait for `customer-service`, `technical-lead` or an area's id, the longest waiting first; empty for a
   * viewer who does not work for the provider. Throws `query-invalid`, and `rows-absent` where there are no rows.
   */
  readonly queue: (
    owner: string,
    viewer: Viewer,
    options?: PageOptions & { readonly technician?: string },
  ) => Promise<ListedPage<QueueItem>>;
  /** Counts over all cases; throws `rows-absent` where there are no rows. */
  readonly totals: () => Promise<Totals>;
  /** A text for a person, rendered now; `undefined` where there is nothing to tell. */
  readonly notice: (
    folio: string,
    kind: NoticeKind,
    viewer: Viewer,
    language?: Language,
  ) => Promise<{ readonly subject: string; readonly body: string } | undefined>;
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
