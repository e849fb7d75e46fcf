import type { By } from './actors.js';
import type { CommandResult } from './commands/command-result.js';
import type { Filing, LaterCommand, SubmitMeta } from './commands/complaint-commands.js';
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

export interface PageOptions {
  /** 1 to 1,000; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface ListedPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

export interface ListedCase {
  readonly folio: string;
  readonly kind: Kind | null;
  readonly status: Status;
  readonly channel: string | null;
  readonly receivedAt: string | null;
  readonly endedAt: string | null;
}

export interface QueueItem {
  readonly folio: string;
  readonly kind: Kind | null;
  readonly status: Status;
  /** What has to be done next: a code of `duties`. */
  readonly reason: string;
  /** Deadlines come with a later version. */
  readonly dueAt: null;
  /** Since when it waits for this. */
  readonly since: string;
  readonly severity: string | null;
  readonly technician: string | null;
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
  readonly provider: ProviderProfile;
  readonly file: (input: CommandInput<'file'>, by: By, options?: CommandOptions) => Promise<CommandResult>;
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
  readonly queue: (
    owner: string,
    viewer: Viewer,
    options?: PageOptions & { readonly technician?: string },
  ) => Promise<ListedPage<QueueItem>>;
  readonly totals: () => Promise<Totals>;
  /** A text for a person, rendered now; `undefined` where there is nothing to tell. */
  readonly notice: (
    folio: string,
    kind: NoticeKind,
    viewer: Viewer,
    language?: Language,
  ) => Promise<{ readonly subject: string; readonly body: string } | undefined>;
  readonly events: (options: {
    readonly after?: string;
    readonly limit: number;
    readonly types?: readonly string[];
    readonly folio?: string;
  }) => Promise<Page>;
  readonly store: EventStore;
  /**
   * Keeps rows that lie apart from the store in step with it from now on. Ends when that has begun. Throws
   * `rows-foreign`, and what the store throws. Rows that are written with the events need none of it: nothing happens.
   */
  readonly start: () => Promise<void>;
  /** Ends what was started, when what is under way is in the rows. Queries then bring the rows up to date themselves. */
  readonly stop: () => Promise<void>;
  /**
   * Ends when rows that lie apart have everything that was stored before: queries then find it there. Throws
   * `rows-behind`, or why the store cannot be read, where nothing has moved for the time that a query waits.
   */
  readonly catchUp: () => Promise<void>;
  readonly health: () => QuejasHealth;
  /** Waits for what was begun, gives folio numbers back, closes what was opened. */
  readonly close: () => Promise<void>;
}
