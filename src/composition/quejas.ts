import type { RebuiltContacts } from '../application/contacts/rebuild-contacts.js';
import type { By } from '../application/commands/actors.js';
import type { CommandResult } from '../application/commands/command-result.js';
import type { CommandOptions, NamedInput } from '../application/commands/read-call.js';
import type { FileInput } from '../application/commands/inputs/index.js';
import type { CommandType } from '../application/commands/parse-command.js';
import type { AcceptedLoss } from './store-mark.js';
import type { StoreErrorCode } from '../application/errors/store-error.js';
import type { ComplaintHandle } from './complaint-methods.js';
import type { Instant, Moment } from '../domain/kernel/instant.js';
import type { DueResult } from '../application/processes/deadlines/run-due.js';
import type { ConsumerHealth } from '../application/processes/feed-consumer.js';
import type { EventType } from '../application/schema/catalogue.js';
import type { EventStore, Page, Position, StoredEvent } from '../application/ports/event-store.js';
import type { ProjectionHealth, ProjectorHealth } from '../application/ports/projector.js';
import type { AsOf, CaseView } from '../queries/case-view.js';
import type { CalendarCheck } from '../queries/calendars.js';
import type { HistoriesPage } from '../queries/histories.js';
import type { SlaOptions, SlaView } from '../queries/board/sla.js';
import type { ClocksOptions, ClocksView } from '../queries/clocks.js';
import type { DueNotices } from '../queries/due-notices.js';
import type { RenderedNotice } from '../queries/cases.js';
import type { Listings } from '../queries/listings.js';
import type { NoticeKind } from '../queries/letters/notice-kinds.js';
import type { Channel, Language } from '../domain/complaint/vocabulary.js';
import type { Procedure } from '../domain/texts/procedure/procedure.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import type { KeysHealth } from '../application/ports/keyring.js';
import type { ProjectionRows } from '../queries/projection-rows.js';
import type { ProjectionsAtWork } from './projections/projections-at-work.js';
import type { Columns, DefinedProjection } from '../projections/runtime/define-projection.js';
import type { Totals } from '../queries/totals.js';

/** What operations ask of a store: whether it holds what is known of it, and how large its log is. */
export interface StoreHealth {
  /**
   * `unmarked`: nothing is known of it beside the keys. `whole`: it holds what is known. `restored`: it was put
   * back from a copy that lacks some of it. `replaced`: it came in the place of another store. In both the folio
   * numbers of what is not here are void. `behind`: something that was stored is missing;
   * it is read, and every append is refused with `code`.
   */
  readonly state: 'unmarked' | 'whole' | 'restored' | 'replaced' | 'behind';
  /**
   * What is missing, where something is: `store-truncated`, `store-forked`, `mark-damaged`, `marks-missing`; or
   * `marks-unavailable`, where what is known of it can be neither read nor written now.
   */
  readonly code?: StoreErrorCode;
  /** The same for people, in Spanish and English. */
  readonly message?: { readonly es: string; readonly en: string };
  /** Bytes of its file; absent for a store that lies in none. */
  readonly bytes?: number;
  /** Bytes of the log beside it. It is emptied once nothing was stored for a second, and nothing reads. */
  readonly walBytes?: number;
  /** `wal-large`: the log is over 128 MiB, since a back-up, a check or another process has read for long. */
  readonly warnings?: readonly 'wal-large'[];
}

/** How the store and its keys do, and what follows its events: rows, processes and the folio register. */
export interface QuejasHealth {
  /** The store itself. */
  readonly store: StoreHealth;
  /** The keys that personal values are sealed with. */
  readonly keys: KeysHealth;
  /** `inline`: written with the events. `projected`: they follow them from elsewhere. `none`: events alone. */
  readonly rows: 'inline' | 'projected' | 'none';
  /** Those that keep rows in step with the store: none where they are written with the events. */
  readonly projectors: readonly ProjectorHealth[];
  /** Those that react to events with commands of their own, such as linking repeats. */
  readonly processes: readonly ConsumerHealth[];
  /** What keeps the folio register in step, where it lies apart from the store. */
  readonly folioRegister?: ConsumerHealth;
  /** What falls due by itself, such as warnings and breaches. */
  readonly deadlines: DeadlinesHealth;
  /** Each read model by itself, wherever it is kept: one that is paused says at which event, and stops no other. */
  readonly projections: readonly ProjectionHealth[];
}

/**
 * Why something that is due is late. `not-recorded`: no program ran `runDue` since, or its run was ended early. `refused`: a
 * rule refused it to the last run of this program; the log says which. `staff-not-told`: it is recorded, and staff was not
 * told, since the host's `deliver` failed or no run gave the notice since; the log says how it failed.
 */
export type LateReason = 'not-recorded' | 'refused' | 'staff-not-told';

/** How what falls due by itself does, as it was last looked at by this program; asks nothing. */
export interface DeadlinesHealth {
  /** `unknown`: neither `runDue` nor `nextWakeAt` was asked yet. `degraded`: something is late, and `reasons` say why. */
  readonly state: 'unknown' | 'ok' | 'degraded';
  /** Why it is degraded; empty otherwise. */
  readonly reasons: readonly LateReason[];
  /** When the next is due, as last looked at; `null` where nothing is, and before that. */
  readonly nextWakeAt: Instant | null;
  /** Since when the oldest is due that is not recorded; `null` where none is. */
  readonly oldestDue: Instant | null;
  /** Since when the oldest stands that staff is still to be told of, though it may be; `null` where none does. */
  readonly oldestUntold: Instant | null;
}

/** What a run over everything that is due is told. */
export interface RunDueOptions {
  /** Until when to act; never ahead of the clock. Default: the clock. */
  readonly now?: Moment;
  /** Records nothing, and counts what it would. Default: false. */
  readonly dryRun?: boolean;
  /** Ends the run after what is under way; the next one goes on. */
  readonly signal?: AbortSignal;
  /** Told how many complaints were looked at so far. */
  readonly onProgress?: (complaints: number) => void;
}

/** How the public procedure is made. */
export interface PublicProcedureOptions {
  /** Default: the language that the provider serves its users in. */
  readonly language?: Language;
}

/** In which language a text for a person is rendered. */
export interface NoticeOptions {
  /** Default: the language that the request was filed in. */
  readonly language?: Language;
}

/** Which letters that are due to read. */
export interface DueNoticesOptions {
  /** `next` of the page before; from the first letter where absent. */
  readonly after?: Position;
  /** How many letters are looked at for a page, those that are answered for too (1 to 10,000; default 1,000). */
  readonly limit?: number;
  /** Only those by these channels. */
  readonly channels?: readonly Channel[];
}

/** Which events to read. */
export interface EventsOptions {
  /** At most this many (1 to 10,000). */
  readonly limit: number;
  /** `next` of the page before; from the beginning where absent. */
  readonly after?: Position;
  /** Only events of these types; one that the catalogue does not know is `query-invalid`. */
  readonly types?: readonly EventType[];
  /** Only those of one complaint. */
  readonly folio?: string;
}

/** Which complaints to read with all their events, and as of when. */
export interface HistoriesOptions extends AsOf {
  /** At most this many (1 to 10,000). */
  readonly limit: number;
  /** `next` of the page before; from the first filing where absent. */
  readonly after?: Position;
  /** The instant that clocks are read at; default: `at`, else `knownAt`, else the clock. */
  readonly asOf?: Moment;
}

/**
 * Complaint handling for one provider, on one store. What a rule or the input's check does not allow is a result with
 * a code. What a query cannot be answered for is thrown as an error with a code: `actor-invalid`, `query-invalid`, and
 * what its parts throw (`store-…`, `rows-…`, `keys-unavailable`).
 */
export interface Quejas extends Listings, ProjectionsAtWork {
  /** The profile that it serves. */
  readonly provider: ProviderProfile;
  /** Registers a request and gives it a folio (O-14); the result tells the folio, or why it was not accepted. */
  readonly file: (input: FileInput, by: By, options?: CommandOptions) => Promise<CommandResult>;
  /** The commands on one case; that there is no such folio is only found out by the first of them. */
  readonly complaint: (folio: string) => ComplaintHandle;
  /**
   * Any command by its name: for an HTTP route, a queue of messages, an import. An input that the compiler knows must fit
   * its command; one that came from outside (`unknown`) is looked at here, as every other one is.
   */
  readonly execute: <Type extends CommandType, Input>(
    command: NamedInput<Type, Input>,
    by: By,
    options?: CommandOptions,
  ) => Promise<CommandResult>;
  /**
   * A case as it stands, or as it stood: `view: 'full'` for staff and its verified parties, else `'brief'`;
   * `undefined` where there is no such folio, or was none at that instant (O-34, I-20). Throws `actor-invalid`,
   * `query-invalid`.
   */
  readonly show: (folio: string, by: By, asOf?: AsOf) => Promise<CaseView | undefined>;
  /**
   * The clocks of a case (I-18): how each stands, when it is due and how that was counted; now, at an instant, or by what
   * was known at one. `view: 'full'` for staff and its verified parties, else `'brief'`; `undefined` where there is no
   * such folio, or was none at that instant. They count by the versions that the request was filed under or recomputed with, as they were
   * published; one that never was is named in `missing`. Throws `actor-invalid`, `query-invalid`.
   */
  readonly clocks: (folio: string, by: By, options?: ClocksOptions) => Promise<ClocksView | undefined>;
  /**
   * The numbers of the board: what is open, by status and age, what is due and what is late, what became of the clocks and
   * how long things took, what comes in and goes out, in all and by area, technician, channel, kind, cause, municipality;
   * now, at an instant, or by what was known at one. The numbers of now alone (`{ by: [] }`) are kept in rows, however many
   * complaints there are; told apart by sides, of an instant, or without rows they are folded from the events of every
   * complaint, which takes as long as there are many. Both ways tell the same. `boardHtml` (entry `quejas/texts`) makes a
   * page of it. Throws `query-invalid`.
   */
  readonly sla: (options?: SlaOptions) => Promise<SlaView>;
  /**
   * Every complaint of the provider with its events and its clocks, page by page in the order of the filings: what tables
   * for analysts are made of. Read from the store alone; sealed values stay sealed. The pages after the first are
   * asked for with the `asOf` of the first one, so that all clocks are read at one instant. Throws `query-invalid`,
   * `read-invalid`.
   */
  readonly histories: (options: HistoriesOptions) => Promise<HistoriesPage>;
  /**
   * The calendars that were published in the store, each in its newest version, and since when the law of its zone
   * differs from the one that it was published with, as far as this machine's time-zone tables know.
   */
  readonly calendars: () => Promise<readonly CalendarCheck[]>;
  /**
   * The provider's public complaint procedure, from what is run: means of contact and areas from its profile, steps from
   * the tracks, terms from the policy that requests are filed under today, as it was published in the store.
   * `procedureHtml` and `procedureText` (entry `quejas/texts`) make a page and a text of it. Throws `query-invalid`.
   */
  readonly procedure: (options?: PublicProcedureOptions) => Promise<Procedure>;
  /**
   * A text for a person, rendered now; `undefined` where there is nothing to tell, or nothing to this actor. Throws
   * `actor-invalid`, `query-invalid`.
   */
  readonly notice: (
    folio: string,
    kind: NoticeKind,
    by: By,
    options?: NoticeOptions,
  ) => Promise<RenderedNotice | undefined>;
  /**
   * The letters that are to leave the house, for the host's own mailer: each was recorded to be sent, has a key that
   * never changes, and is due until `recordDelivery` or `recordDeliveryFailure` of its `notice` answers for it. Ask on
   * with `after: next` until `caughtUp`; what was not answered for comes again to who asks from the beginning. Without
   * `by` the house itself asks, as customer service. Throws `actor-invalid`, `query-invalid`, `read-invalid`.
   */
  readonly notices: (options?: DueNoticesOptions, by?: By) => Promise<DueNotices>;
  /**
   * Asks the rows of a read model of the host's, or of ours; it must have been given to `openQuejas`. Waits for fresh
   * rows as the library's own queries do. Throws `query-invalid` for what `defineProjection` has not made; its questions
   * throw `rows-absent` where `openQuejas` was not given it.
   */
  readonly rows: <Of extends Columns, Key extends keyof Of & string>(
    projection: DefinedProjection<Of, Key>,
  ) => ProjectionRows<Of, Key>;
  /** Counts over all cases; throws `rows-absent` where there are no rows. */
  readonly totals: () => Promise<Totals>;
  /**
   * The provider's events as stored, sealed values and all; of one case where `folio` is given. A page may hold fewer
   * than `limit` though more follow. Throws `query-invalid`, `read-invalid`.
   */
  readonly events: (options: EventsOptions) => Promise<Page>;
  /**
   * The events of the complaint that the filing with this command id began; empty where it was not accepted. So a host
   * that lost an answer finds out what became of it without sending it again. Throws `query-invalid` for an id that no
   * command would take.
   */
  readonly eventsOfFiling: (commandId: string) => Promise<readonly StoredEvent[]>;
  /**
   * Whether the command of these stored events could have been given the personal values that the digests are of, by
   * person: what is not known of either counts as equal, such as where a key is gone. So an import finds out without
   * sending a command again whether its log says the same as before. Throws `query-invalid` for events that are no list,
   * and for what are no digests.
   */
  readonly couldHaveAsked: (
    events: readonly StoredEvent[],
    digests: Readonly<Record<string, string>>,
  ) => Promise<boolean>;
  /** What the events are kept in, for those who read more than this offers. */
  readonly store: EventStore;
  /**
   * Keeps rows that lie apart from the store in step with it from now on, and runs the processes (such as linking
   * repeats) as events come. Ends when that has begun, or when it met a fault that is retried, such as a server that is down: it
   * goes on trying, and `health()` says so. Throws `rows-foreign`, `folio-prefix-taken`, `version-differs` (a calendar or
   * policy of the profile was published with other content), `store-closed`, and what does not end by itself.
   */
  readonly start: () => Promise<void>;
  /** Ends what was started, when what is under way is in the rows. Queries then bring the rows up to date themselves. */
  readonly stop: () => Promise<void>;
  /**
   * Makes the index by which cases are found by phone and e-mail anew, from the filings and the keys that are held: where
   * the vault lost it, was restored from an older copy, or kept none when they were filed. What it has stays; a person
   * whose key is gone stays forgotten. May be called again, and while requests are filed. It ends only when
   * it has read all filings; `close` waits for it. Throws `keys-unavailable`, also for a vault that keeps no index, and why
   * the store cannot be read.
   */
  readonly rebuildContacts: () => Promise<RebuiltContacts>;
  /**
   * Ends when rows that lie apart have everything that was stored before: queries then find it there. Throws
   * `rows-behind`, or why the store cannot be read, where nothing has moved for the time that a query waits.
   */
  readonly catchUp: () => Promise<void>;
  /**
   * Runs every process over what was stored before, whether started or not. On an embedded store a filing does so by
   * itself, after it was answered. Throws what hinders a process; its checkpoint stays where it is.
   */
  readonly runProcesses: () => Promise<void>;
  /**
   * Records everything that is due by now, each once, at the instant at which it was due: warnings of deadlines, breaches
   * (I-24), levels of escalation (C-23). A request lapses when that is recorded, once its user let the term pass that they
   * had to answer or to give access, and nothing stands against it. Nothing runs by itself: the host calls this at `nextWakeAt()`, or every few
   * minutes; several hosts may at once. A refusal is an outcome. Throws `query-invalid`, what the rows throw
   * (`rows-…`), and what the store throws; what was recorded until then stays, and the next run does the rest.
   */
  readonly runDue: (options?: RunDueOptions) => Promise<DueResult>;
  /** When `runDue` has something to do next; `null` where nothing is due by itself. Throws what the rows throw. */
  readonly nextWakeAt: () => Promise<Instant | null>;
  /**
   * Goes on without what is known to have been stored and is not there (`health().store` says what): folio numbers that it
   * may have given are void, and the decision is recorded as an event, with its reason. Throws `query-invalid` for a reason
   * of no or more than 500 characters, `nothing-lost` where nothing is missing, `marks-unavailable`, and what the store throws.
   */
  readonly acceptLoss: (reason: string) => Promise<AcceptedLoss>;
  /** How store, keys, rows, processes and the folio register do now; asks none of them anything. */
  readonly health: () => QuejasHealth;
  /**
   * What monitors ask for, as OpenMetrics 1.0 text (`application/openmetrics-text; version=1.0.0; charset=utf-8`): commands
   * and appends of this program, open complaints, deadlines, how far rows are. Labels are words of closed lists and ids of
   * the provider's configuration, never a folio or a person. Reads the rows as they are; what cannot be read has no samples.
   */
  readonly metrics: () => Promise<string>;
  /**
   * Ends when everything that was begun has its outcome, and what was opened is closed. Commands and queries finish; long
   * work ends early and says so: rebuilds, replays, verifications and waits with `rows-behind`, `runProcesses` with
   * `store-closed`, `runDue` with what it did. Folio numbers are given back. What is asked after the call of `close` is
   * refused with `store-closed`; closing again waits for the same end.
   */
  readonly close: () => Promise<void>;
}
